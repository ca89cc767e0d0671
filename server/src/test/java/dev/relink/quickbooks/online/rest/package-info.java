/** The codec of QuickBooks Online by itself, and its calls against practice QuickBooks. */
@NullMarked
package dev.relink.quickbooks.online.rest;

import org.jspecify.annotations.NullMarked;
