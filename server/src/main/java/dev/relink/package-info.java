/** Relink keeps a business app and QuickBooks in step. */
@NullMarked
package dev.relink;

import org.jspecify.annotations.NullMarked;
