package dev.relink.admin;

import dev.relink.entity.RecordKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that is not in step, with what holds it.
 *
 * @param summary its second line
 * @param skipped why it is not sent; null when it is
 * @param waitsOn the parent that goes first; null when it waits on none
 * @param failure null when nothing failed
 * @param quickbooksId null when it is not bound
 * @param oldIdAnswered QuickBooks was seen to have that id after the failure
 * @param goneAt when we learnt from QuickBooks that the id is no more
 * @param deletedAt when that happened there, by its own list of deletions
 * @param blocks how many records wait on this one
 */
public record ErrorRow(
        RecordKey key,
        String name,
        String summary,
        String state,
        @Nullable String skipped,
        @Nullable Parent waitsOn,
        @Nullable Failure failure,
        @Nullable String quickbooksId,
        boolean oldIdAnswered,
        @Nullable Instant goneAt,
        @Nullable Instant deletedAt,
        long blocks) {

    /** @param trouble why it does not go by itself, and what to do; null when it goes */
    public record Parent(
            RecordKey key, String name, @Nullable String trouble) {}

    /** The columns of {@code sync_error}. @param foreseen it was held before it was sent */
    public record Failure(
            long id,
            String code,
            String variant,
            String message,
            String verb,
            List<String> repairs,
            int tries,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable String found,
            boolean foreseen) {

        /** The key of its {@link Cause}. */
        String cause() {
            return code + " " + variant;
        }
    }

    /** Nothing may be done about it before its outcome is known. */
    public boolean isUnsettled() {
        return state.equals("in-doubt") || state.equals("in-flight");
    }
}
