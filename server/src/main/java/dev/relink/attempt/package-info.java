/** One sending of a write: its exact bytes and whether its outcome is known. */
@NullMarked
package dev.relink.attempt;

import org.jspecify.annotations.NullMarked;
