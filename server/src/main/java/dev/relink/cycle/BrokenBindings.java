package dev.relink.cycle;

import dev.relink.binding.Bindings;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.RepairKind;
import dev.relink.connector.Platform;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordKey;
import dev.relink.history.History;
import dev.relink.pending.PendingSyncs;
import dev.relink.syncerror.SyncErrors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Bound records that QuickBooks lists as deleted: found by reading, before the next send fails. */
@Component
final class BrokenBindings {

    private static final Duration FRESH = Duration.ofHours(1);

    private final Bindings bindings;
    private final PendingSyncs pendings;
    private final SyncErrors errors;
    private final History history;
    private final ReadProgress progress;
    private final Decoder decoder;
    private final Clock clock;

    BrokenBindings(
            Bindings bindings,
            PendingSyncs pendings,
            SyncErrors errors,
            History history,
            ReadProgress progress,
            Decoder decoder,
            Clock clock) {
        this.bindings = bindings;
        this.pendings = pendings;
        this.errors = errors;
        this.history = history;
        this.progress = progress;
        this.decoder = decoder;
        this.clock = clock;
    }

    void found(Visit visit, List<Row.Deleted> deleted) {
        if (deleted.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<String> types = deleted.stream().map(Row.Deleted::typeName).toList();
        List<String> ids = deleted.stream().map(Row.Deleted::quickbooksId).toList();
        Map<RecordKey, Broken> byRecord = new HashMap<>();
        Map<String, RecordKey> owners = bindings.ownersOf(visit.company(), types, ids);
        deleted.forEach(row -> {
            RecordKey owner = owners.get(row.typeName() + " " + row.quickbooksId());
            if (owner != null) {
                byRecord.put(owner, new Broken(row.quickbooksId(), message(row)));
            }
        });
        List<RecordKey> broken = bindings.gone(visit.company(), types, ids, now);
        if (!broken.isEmpty()) {
            raise(visit, broken, byRecord, now);
        }
    }

    /**
     * Deletions were not told in full: they are too many. What was written a while ago is read by its id before the next
     * write; what is fresh is taken as there.
     */
    void mayHaveMissed(Visit visit) {
        bindings.unproven(visit.company(), clock.instant().minus(FRESH));
    }

    /** As {@link #mayHaveMissed}, where the last read is so long ago that QuickBooks Online has forgotten deletions since. */
    void afterLongSilence(Visit visit) {
        Instant lastRead = visit.platform() == Platform.ONLINE ? progress.readTo(visit.company(), "lists") : null;
        if (lastRead != null && lastRead.isBefore(clock.instant().minus(ChangesStep.OLDEST))) {
            mayHaveMissed(visit);
        }
    }

    /** What is not there any more, with the reason for people. */
    record Broken(String quickbooksId, String message) {}

    /** Those that were looked for one by one, and are not there. */
    void missing(Visit visit, Map<RecordKey, Broken> missing) {
        if (missing.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<RecordKey> keys = List.copyOf(missing.keySet());
        List<RecordKey> broken = bindings.gone(
                visit.company(),
                keys.stream().map(RecordKey::type).toList(),
                keys.stream()
                        .map(key -> Objects.requireNonNull(missing.get(key)).quickbooksId())
                        .toList(),
                now);
        if (!broken.isEmpty()) {
            raise(visit, broken, missing, now);
        }
    }

    /** Those that are there, and inactive. */
    void inactive(Visit visit, Map<RecordKey, Broken> inactive) {
        if (!inactive.isEmpty()) {
            raise(visit, List.copyOf(inactive.keySet()), inactive, clock.instant());
        }
    }

    private void raise(Visit visit, List<RecordKey> broken, Map<RecordKey, Broken> byRecord, Instant now) {
        StatusCode code = KnownCode.NOT_THERE.on(visit.platform());
        pendings.held().holdNew(visit.company(), broken, EntityTypes.ranks(broken), visit.epoch());
        pendings.parents().waitOn(visit.company(), broken);
        errors.raise(
                visit.company(),
                broken.stream()
                        .map(key -> error(code, key, Objects.requireNonNull(byRecord.get(key))))
                        .toList(),
                now);
        history.add(
                visit.company(),
                broken.stream()
                        .map(key -> event(code, key, Objects.requireNonNull(byRecord.get(key))))
                        .toList(),
                now);
    }

    private SyncErrors.Raised error(StatusCode code, RecordKey key, Broken broken) {
        String message = broken.message();
        Decoded decoded = decoder.decode(code, message, Operation.MOD);
        return new SyncErrors.Raised(
                key,
                code.toString(),
                message,
                Objects.requireNonNullElse(decoded.variant(), ""),
                "read",
                decoded.family().word(),
                decoded.repairs().stream().map(RepairKind::word).toList(),
                "open",
                null,
                null,
                null);
    }

    private static History.Event event(StatusCode code, RecordKey key, Broken broken) {
        return new History.Event(
                key, "failed", "", code.toString(), broken.message(), broken.quickbooksId(), null, null);
    }

    private static String message(Row.Deleted row) {
        String when = row.deletedAt() == null ? "" : " on " + row.deletedAt();
        return row.name().isEmpty()
                ? "QuickBooks lists the ID %s as deleted%s.".formatted(row.quickbooksId(), when)
                : "QuickBooks lists \"%s\" (%s) as deleted%s.".formatted(row.name(), row.quickbooksId(), when);
    }
}
