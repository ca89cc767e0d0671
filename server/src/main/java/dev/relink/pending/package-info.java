/** What must still be told to QuickBooks: one row per record, gone when done. */
@NullMarked
package dev.relink.pending;

import org.jspecify.annotations.NullMarked;
