/** The way into a company of QuickBooks Online: consent, tokens, and whose realm it is. */
@NullMarked
package dev.relink.quickbooks.online.oauth;

import org.jspecify.annotations.NullMarked;
