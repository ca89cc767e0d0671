/** A company's live link to QuickBooks, with its health. */
@NullMarked
package dev.relink.connection;

import org.jspecify.annotations.NullMarked;
