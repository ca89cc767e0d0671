/** What the QuickBooks Web Connector calls: its SOAP operations, its sign-in, its visits. */
@NullMarked
package dev.relink.quickbooks.desktop.webconnector;

import org.jspecify.annotations.NullMarked;
