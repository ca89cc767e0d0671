package dev.relink.firstlink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the first link of a company has come.
 *
 * @param waiting records that wait for somebody to say what they are in QuickBooks
 * @param exact of those: the same full name on both sides, nothing that speaks against it
 * @param entries in QuickBooks, as last read, that no record is linked to
 */
public record FirstLink(
        State state,
        @Nullable Instant begunAt,
        @Nullable String begunBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        long waiting,
        long exact,
        long entries) {

    public enum State {
        /** Nobody has begun it: records go by themselves. */
        NOT_BEGUN,
        /** The lists of QuickBooks are being read; no customer, vendor or item is created meanwhile. */
        READING,
        /** What could match waits for a person. */
        REVIEW,
        DONE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static State of(@Nullable String word) {
            return word == null ? NOT_BEGUN : valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public boolean isOpen() {
        return state == State.READING || state == State.REVIEW;
    }

    /** Waiting, and not exact. */
    public long toReview() {
        return waiting - exact;
    }
}
