/** Turns the cycle for companies of QuickBooks Online, as soon as there is something to do. */
@NullMarked
package dev.relink.quickbooks.online.runs;

import org.jspecify.annotations.NullMarked;
