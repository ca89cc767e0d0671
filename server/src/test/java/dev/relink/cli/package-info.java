/** What the command line promises. */
@NullMarked
package dev.relink.cli;

import org.jspecify.annotations.NullMarked;
