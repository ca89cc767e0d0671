package dev.relink.simulator.desktop.books;

import java.time.Instant;

/**
 * What QuickBooks remembers of a record that was deleted or merged away.
 *
 * @param label full name of a list element, RefNumber of a transaction
 */
public record Deleted(ObjectType type, String id, String label, Instant created, Instant deleted) {}
