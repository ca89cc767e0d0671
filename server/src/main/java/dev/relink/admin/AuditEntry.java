package dev.relink.admin;

import java.time.Instant;

/**
 * Who did what, and when.
 *
 * @param company name; empty = to no company
 * @param subject the record or the person it was done to; may be empty
 */
public record AuditEntry(Instant at, String actor, String act, String subject, String company) {}
