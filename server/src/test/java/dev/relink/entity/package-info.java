/** Tests of the entity types and of the door. */
@NullMarked
package dev.relink.entity;

import org.jspecify.annotations.NullMarked;
