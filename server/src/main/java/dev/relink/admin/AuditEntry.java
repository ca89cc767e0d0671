package dev.relink.admin;

import java.time.Instant;
import java.util.List;

/**
 * Who did what, and when.
 *
 * @param company name; empty = to no company
 * @param subject the record or the person it was done to; may be empty
 * @param changes what it was and what it became; empty where there is nothing to tell
 * @param cursor where a list goes on after it
 */
public record AuditEntry(
        Instant at,
        String actor,
        String act,
        String subject,
        String company,
        List<Changes.Change> changes,
        String cursor) {

    public AuditEntry {
        changes = List.copyOf(changes);
    }
}
