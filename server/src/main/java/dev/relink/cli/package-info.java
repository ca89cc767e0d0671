/** The command line: one file per verb, no Spring context. */
@NullMarked
package dev.relink.cli;

import org.jspecify.annotations.NullMarked;
