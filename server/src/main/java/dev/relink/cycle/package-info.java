/** The heart: one run over a company's pending syncs, as a state machine without threads or network. */
@NullMarked
package dev.relink.cycle;

import org.jspecify.annotations.NullMarked;
