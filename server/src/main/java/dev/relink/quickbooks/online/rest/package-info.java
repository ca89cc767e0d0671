/** The REST API of QuickBooks Online: from requests to calls, from answers to responses, and the calls between. */
@NullMarked
package dev.relink.quickbooks.online.rest;

import org.jspecify.annotations.NullMarked;
