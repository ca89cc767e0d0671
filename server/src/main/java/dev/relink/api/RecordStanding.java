package dev.relink.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that is known of one record. */
@Component
class RecordStanding {

    private static final int LAST_HISTORY = 20;

    private final JdbcRecordQueries records;
    private final JdbcBindingQueries bindings;
    private final JdbcPendingSyncQueries pendingSyncs;
    private final SyncErrorViews syncErrors;
    private final JdbcHistoryQueries history;

    RecordStanding(
            JdbcRecordQueries records,
            JdbcBindingQueries bindings,
            JdbcPendingSyncQueries pendingSyncs,
            SyncErrorViews syncErrors,
            JdbcHistoryQueries history) {
        this.records = records;
        this.bindings = bindings;
        this.pendingSyncs = pendingSyncs;
        this.syncErrors = syncErrors;
        this.history = history;
    }

    /**
     * As programs see it.
     *
     * @param state one of {@link JdbcRecordQueries#STATES}
     * @param skipped why it is not sent until the app changes it; null when it is
     */
    record View(
            String type,
            String id,
            String name,
            String summary,
            String state,
            long version,
            boolean deleted,
            @Nullable String skipped,
            Instant receivedAt,
            @JsonRawValue String snapshot,
            JdbcBindingQueries.@Nullable Bound binding,
            JdbcPendingSyncQueries.@Nullable Listed pendingSync,
            SyncErrorViews.@Nullable View syncError,
            List<JdbcHistoryQueries.Event> history) {}

    Optional<View> of(CompanyId company, RecordKey key) {
        return records.find(company, key)
                .map(stored -> new View(
                        key.type(),
                        key.id(),
                        stored.name(),
                        stored.summary(),
                        stored.state(),
                        stored.version(),
                        stored.deleted(),
                        stored.skipped(),
                        stored.receivedAt(),
                        stored.snapshot(),
                        bindings.find(company, key).orElse(null),
                        pendingSyncs.find(company, key).orElse(null),
                        syncErrors.of(company, key).orElse(null),
                        history.last(company, key, LAST_HISTORY)));
    }
}
