/** Practice QuickBooks: knows only the wire and nothing of the server. */
@NullMarked
package dev.relink.simulator;

import org.jspecify.annotations.NullMarked;
