/** qbXML, the language of QuickBooks Desktop: from requests to bytes, from answers to rows, and no I/O. */
@NullMarked
package dev.relink.quickbooks.desktop.qbxml;

import org.jspecify.annotations.NullMarked;
