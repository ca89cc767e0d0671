package dev.relink.admin;

import dev.relink.entity.RecordKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record in a list, with its state and its link.
 *
 * @param pending the state of its pending sync; null = nothing is pending
 * @param error of its sync error; null = none
 */
public record RecordLine(
        RecordKey key,
        String name,
        String summary,
        boolean deleted,
        @Nullable String skipped,
        @Nullable String pending,
        @Nullable Long error,
        @Nullable Bound bound) {

    /** Its binding. */
    public record Bound(
            String quickbooksId,
            String fullName,
            Instant boundAt,
            @Nullable Instant syncedAt,
            @Nullable Instant goneAt) {}

    public String keyText() {
        return key.type() + "/" + key.id();
    }

    public String address(Page page) {
        return page.at("/records/" + key.type() + "/" + Queries.encoded(key.id()));
    }

    public RecordState state() {
        return RecordState.of(pending, skipped, deleted, bound != null);
    }
}
