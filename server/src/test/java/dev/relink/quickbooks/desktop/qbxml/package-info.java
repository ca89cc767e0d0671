/** Tests of the qbXML codec. */
@NullMarked
package dev.relink.quickbooks.desktop.qbxml;

import org.jspecify.annotations.NullMarked;
