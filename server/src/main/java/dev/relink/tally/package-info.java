/** How many there are, kept by the database with every change, so that nothing is counted while somebody waits. */
@NullMarked
package dev.relink.tally;

import org.jspecify.annotations.NullMarked;
