package dev.relink.quickbooks.online.events;

import java.time.Instant;

/**
 * Something changed in a realm.
 *
 * @param type QuickBooks' own word in lower case, such as {@code invoice}
 * @param gone whether it is there no more, or void: deleted, merged into another, voided
 * @param at when, by Intuit's clock
 */
record Event(String realm, String type, String id, boolean gone, Instant at) {}
