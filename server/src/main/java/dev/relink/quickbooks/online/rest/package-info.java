/** QuickBooks Online's REST API: from requests to JSON and back, and the calls that carry it. */
@NullMarked
package dev.relink.quickbooks.online.rest;

import org.jspecify.annotations.NullMarked;
