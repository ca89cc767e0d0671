package dev.relink.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A company's live link to QuickBooks, as the cycle needs it.
 *
 * @param stoppedDetail why no write may go out, in a sentence; null while it works
 * @param setSize how many writes the next message set may carry
 * @param fileIdentity proof of the company file seen at the first visit; null before that
 * @param identifiedEpoch the visit that has proved the company file
 * @param identifiedAt when that was; null before the first
 * @param troubled QuickBooks let nothing in when it was called last
 * @param troubledNow that came up in this run
 * @param canaryEpoch the visit that has shown that the file is no older copy
 */
public record Connection(
        String state,
        @Nullable String stoppedBecause,
        @Nullable String stoppedDetail,
        int setSize,
        String qbxmlVersion,
        @Nullable String fileIdentity,
        long identifiedEpoch,
        @Nullable Instant identifiedAt,
        boolean troubled,
        boolean troubledNow,
        long canaryEpoch,
        Instant nextReadAt) {

    public boolean isStopped() {
        return state.equals("stopped");
    }
}
