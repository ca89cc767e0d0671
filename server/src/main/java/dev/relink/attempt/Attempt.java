package dev.relink.attempt;

import dev.relink.entity.RecordKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sending of one write.
 *
 * @param requestId its place in the message set
 * @param snapshot what was sent, as JSON, and its version
 * @param marker ExternalGUID of an Add
 * @param editToken the EditSequence that a change was based on
 * @param quickbooksId the id that a change was for; null for an Add, until its answer comes late
 * @param probedEpoch the visit that asked QuickBooks about it last; null before that
 * @param isProbed it is one of those that the last look-up asks about
 * @param probeFailures in how many visits QuickBooks could not be asked about it
 * @param emptyEpoch the visit whose complete look-up found nothing, with the time of it; null before that
 */
public record Attempt(
        RecordKey key,
        int n,
        String messageSetId,
        String requestId,
        Verb verb,
        long version,
        String snapshot,
        String marker,
        @Nullable String quickbooksId,
        @Nullable String editToken,
        @Nullable Long emptyEpoch,
        @Nullable Instant emptyAt,
        @Nullable Long probedEpoch,
        boolean isProbed,
        int probeFailures,
        Instant sentAt) {}
