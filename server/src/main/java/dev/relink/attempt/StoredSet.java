package dev.relink.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message set as it was committed.
 *
 * @param plan what its requests ask, as JSON; writes are described by their attempts
 * @param checkedEpoch the visit that asked QuickBooks for the stored status; null before that
 * @param probedEpoch the visit that looked for all of its writes; null before that
 * @param probeLimit how many of its writes QuickBooks is asked about at once
 * @param response the answer, gzipped; null while there is none
 */
public record StoredSet(
        String id,
        Kind kind,
        String state,
        long epoch,
        int requests,
        @Nullable String plan,
        @Nullable Long checkedEpoch,
        @Nullable Long probedEpoch,
        int probeLimit,
        @Nullable String stored,
        byte @Nullable [] response,
        Instant sentAt) {

    /** What a set is for. */
    public enum Kind {
        IDENTITY,
        STATUS_CHECK,
        PROBE,
        LOOK_UP,
        PREFLIGHT,
        CHANGES,
        WRITE,
        READ;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }
}
