/** qbXML as text and as a tree, and the tables of fields that say which trees are well formed and in which order. */
@NullMarked
package dev.relink.simulator.desktop.qbxml;

import org.jspecify.annotations.NullMarked;
