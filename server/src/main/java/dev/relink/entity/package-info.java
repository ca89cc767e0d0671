/** The entity types: one file per type lists its fields once, in wire order, with both QuickBooks' names and limits. */
@NullMarked
package dev.relink.entity;

import org.jspecify.annotations.NullMarked;
