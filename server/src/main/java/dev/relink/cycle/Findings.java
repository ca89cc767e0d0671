package dev.relink.cycle;

import dev.relink.attempt.Marker;
import dev.relink.binding.Binding;
import dev.relink.binding.Bindings;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.RepairKind;
import dev.relink.connector.Known;
import dev.relink.connector.Lines;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.entity.ThreeWay;
import dev.relink.entity.Values;
import dev.relink.history.History;
import dev.relink.pending.Candidate;
import dev.relink.pending.Mode;
import dev.relink.pending.PendingSyncs;
import dev.relink.pending.WhenFound;
import dev.relink.platform.Json;
import dev.relink.syncerror.SyncErrors;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Acts on what a look-up found. An incomplete look-up decides nothing; the record waits for the next visit. */
@Component
final class Findings {

    private final PendingSyncs pendings;
    private final Bindings bindings;
    private final Records records;
    private final SyncErrors errors;
    private final History history;
    private final Decoder decoder;
    private final Clock clock;

    Findings(
            PendingSyncs pendings,
            Bindings bindings,
            Records records,
            SyncErrors errors,
            History history,
            Decoder decoder,
            Clock clock) {
        this.pendings = pendings;
        this.bindings = bindings;
        this.records = records;
        this.errors = errors;
        this.history = history;
        this.decoder = decoder;
        this.clock = clock;
    }

    void act(
            Visit visit,
            List<Candidate> candidates,
            Map<RecordKey, Prepared.Ready> ready,
            Map<RecordKey, Values> agreed,
            Gathered gathered) {
        for (Candidate candidate : candidates) {
            var record = Objects.requireNonNull(ready.get(candidate.key()));
            if (!gathered.isComplete(candidate.key())) {
                pendings.leave(visit.company(), List.of(candidate.key()), visit.epoch());
            } else {
                new About(visit, candidate, record, agreed.get(candidate.key()), gathered).act();
            }
        }
    }

    /** One record and what was found about it. */
    private final class About {

        private final Visit visit;
        private final Candidate candidate;
        private final RecordKey key;
        private final Prepared.Ready record;

        /** What both sides last agreed on; null when it is not known, as after a relink. */
        private final @Nullable Values agreed;

        private final LookFor lookFor;
        private final List<Row.Found> found;
        private final Row.@Nullable Found byId;

        About(Visit visit, Candidate candidate, Prepared.Ready record, @Nullable Values agreed, Gathered gathered) {
            this.visit = visit;
            this.candidate = candidate;
            this.key = candidate.key();
            this.record = record;
            this.agreed = agreed;
            this.lookFor = LookFor.of(candidate.lookFor());
            this.found = gathered.about(key);
            Binding binding = candidate.binding();
            String id = candidate.mode() == Mode.READ_AGAIN && binding != null
                    ? binding.quickbooksId()
                    : lookFor.quickbooksId();
            this.byId = gathered.about(key, id);
        }

        void act() {
            if (candidate.held()) {
                nameClash();
                return;
            }
            switch (candidate.mode()) {
                case READ_AGAIN -> readAgain();
                case CHECK_BINDING -> checkBinding();
                case FIND_OR_CREATE, SEND -> findOrCreate();
            }
        }

        /** The old id still answers → keep it; ours by marker → relink; a likely twin → as chosen; nothing → create. */
        private void findOrCreate() {
            if (byId != null) {
                bindAndSend(byId, "kept", "The old ID still answers: nothing was created");
                return;
            }
            List<Row.Found> ours =
                    unowned(found.stream().filter(this::carriesOurMarker).toList());
            List<Row.Found> twins = unowned(found.stream()
                    .filter(row -> Twins.likely(record.type(), record.values(), record.fullName(), row))
                    .toList());
            if (ours.size() == 1) {
                bindAndSend(ours.getFirst(), "relinked", "Found by our own marker");
            } else if (ours.isEmpty() && twins.isEmpty()) {
                create("Nothing like it was found");
            } else if (candidate.whenFound() == WhenFound.CREATE) {
                records.nextGeneration(visit.company(), key);
                create("A likely twin was found; a person chose to create anyway");
            } else if (ours.isEmpty() && twins.size() == 1 && candidate.whenFound() == WhenFound.RELINK) {
                bindAndSend(twins.getFirst(), "relinked", "Found by its name or number");
            } else {
                ask(ours.isEmpty() ? twins : ours);
            }
        }

        private void create(String why) {
            tell("looked-up", why, "");
            pendings.change(visit.company(), key, "waiting", Mode.SEND, null, null, -1);
        }

        private void ask(List<Row.Found> candidates) {
            String message = candidates.size() == 1
                    ? "QuickBooks has a record that is likely the same: %s".formatted(name(candidates.getFirst()))
                    : "QuickBooks has %d records that could be the same".formatted(candidates.size());
            hold(Codes.TWIN, message, Operation.QUERY, matches(candidates));
        }

        private void checkBinding() {
            if (byId != null && unowned(List.of(byId)).isEmpty()) {
                hold(
                        Codes.TWIN,
                        "Another record is bound to %s already".formatted(byId.quickbooksId()),
                        Operation.QUERY,
                        null);
            } else if (byId != null) {
                retireOther(byId);
                bindAndSend(byId, "relinked", "The ID given by hand answers");
            } else {
                hold(
                        Codes.NOT_THERE,
                        "Object \"%s\" specified in the request cannot be found."
                                .formatted(Objects.requireNonNullElse(lookFor.quickbooksId(), "")),
                        Operation.MOD,
                        null);
            }
        }

        /** Proven: the old binding becomes a tombstone only now. */
        private void retireOther(Row.Found proven) {
            Binding old = candidate.binding();
            if (old != null && !old.quickbooksId().equals(proven.quickbooksId())) {
                var unused = bindings.retire(visit.company(), List.of(key), clock.instant(), "Relink", "relink");
            }
        }

        /** A stale edit token: the app's change goes through unless it collides with one made in QuickBooks. */
        private void readAgain() {
            if (byId == null) {
                Binding binding = Objects.requireNonNull(candidate.binding());
                bindings.gone(visit.company(), List.of(key.type()), List.of(binding.quickbooksId()), clock.instant());
                hold(
                        Codes.NOT_THERE,
                        "Object \"%s\" specified in the request cannot be found.".formatted(binding.quickbooksId()),
                        Operation.MOD,
                        null);
                return;
            }
            bind(byId);
            switch (ThreeWay.merge(record.type(), agreed, record.values(), byId.values())) {
                case ThreeWay.Merged(Values values) ->
                    pendings.change(
                            visit.company(),
                            key,
                            "waiting",
                            Mode.SEND,
                            null,
                            new Merged(
                                            candidate.version(),
                                            RecordJson.write(record.type(), values),
                                            !values.equals(record.values()))
                                    .json(),
                            -1);
                case ThreeWay.Collision(var fields) ->
                    hold(
                            Codes.STALE,
                            "Changed on both sides since the last sync: %s".formatted(String.join(", ", fields)),
                            Operation.MOD,
                            matches(List.of(byId)));
            }
        }

        private void nameClash() {
            List<Row.Found> ours =
                    unowned(found.stream().filter(this::carriesOurMarker).toList());
            if (ours.size() == 1) {
                bindAndSend(ours.getFirst(), "relinked", "The name is taken by our own record, found by its marker");
                return;
            }
            errors.found(visit.company(), key, matches(found));
            pendings.change(visit.company(), key, "held", Mode.SEND, null, null, visit.epoch());
        }

        private boolean carriesOurMarker(Row.Found row) {
            return row.type().name().equals(key.type())
                    && Marker.of(visit.company(), key, candidate.generation()).equals(row.marker());
        }

        /** Two records cannot share one in QuickBooks. */
        private List<Row.Found> unowned(List<Row.Found> rows) {
            Map<String, RecordKey> owners = rows.isEmpty()
                    ? Map.of()
                    : bindings.ownersOf(
                            visit.company(),
                            rows.stream().map(row -> row.type().name()).toList(),
                            rows.stream().map(Row.Found::quickbooksId).toList());
            return rows.stream()
                    .filter(row -> {
                        RecordKey owner = owners.get(row.type().name() + " " + row.quickbooksId());
                        return owner == null || owner.equals(key);
                    })
                    .toList();
        }

        private void bindAndSend(Row.Found row, String outcome, String why) {
            bind(row);
            tell(outcome, why, row.quickbooksId());
            pendings.change(visit.company(), key, "waiting", Mode.SEND, null, null, -1);
            pendings.release(visit.company(), List.of(key));
        }

        private void bind(Row.Found row) {
            var binding = new Binding(
                    key,
                    row.quickbooksId(),
                    row.editToken(),
                    row.fullName(),
                    Binding.linesJson(Lines.pair(record.values(), knownLines(row), row)),
                    null,
                    0,
                    false);
            bindings.bind(visit.company(), List.of(binding), clock.instant());
        }

        /** The same record's lines keep what is known of them; another's are new to us. */
        private List<Known.Line> knownLines(Row.Found row) {
            Binding binding = candidate.binding();
            return binding != null && binding.quickbooksId().equals(row.quickbooksId())
                    ? binding.known().lines()
                    : List.of();
        }

        private void hold(StatusCode code, String message, Operation operation, @Nullable String foundJson) {
            Decoded decoded = decoder.decode(code, message, operation);
            pendings.hold(visit.company(), List.of(key), visit.epoch());
            errors.raise(
                    visit.company(),
                    List.of(new SyncErrors.Raised(
                            key,
                            code.toString(),
                            message,
                            Objects.requireNonNullElse(decoded.variant(), ""),
                            operation.word(),
                            decoded.family().word(),
                            decoded.repairs().stream().map(RepairKind::word).toList(),
                            "open",
                            null,
                            null,
                            foundJson)),
                    clock.instant());
            history.add(
                    visit.company(),
                    List.of(new History.Event(key, "failed", "", code.toString(), message, "", null, null)),
                    clock.instant());
        }

        private void tell(String outcome, String why, String quickbooksId) {
            history.add(
                    visit.company(),
                    List.of(new History.Event(key, outcome, "", "", why, quickbooksId, null, null)),
                    clock.instant());
        }

        private String matches(List<Row.Found> rows) {
            return Json.write(rows.stream()
                    .map(row -> Match.of(record.type(), record.values(), row))
                    .toList());
        }

        private static String name(Row.Found row) {
            return row.fullName().isEmpty() ? row.type().nameOf(row.values()) : row.fullName();
        }
    }
}
