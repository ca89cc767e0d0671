package dev.relink.quickbooks.online.events;

import java.time.Instant;

/**
 * Something changed in a realm.
 *
 * @param type QuickBooks' own word in lower case, such as {@code invoice}
 * @param at when, by Intuit's clock
 */
record Event(String realm, String type, String id, Instant at) {}
