/**
 * Tells people by mail and programs by webhook what is new about a company: causes, not rows. {@code Watch} finds what
 * happened, {@code Digests} turns it into at most one message per reader and time, {@code Dispatch} sends it.
 */
@NullMarked
package dev.relink.notice;

import org.jspecify.annotations.NullMarked;
