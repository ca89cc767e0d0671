package dev.relink.cycle;

import dev.relink.attempt.Marker;
import dev.relink.catalogue.Operation;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.entity.ThreeWay;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import dev.relink.pending.Candidate;
import dev.relink.pending.WhenFound;
import dev.relink.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges what a complete look-up found about one record. Pure, but for noting whom it gives an id to. */
final class Judging {

    private final Visit visit;
    private final Candidate candidate;
    private final RecordKey key;
    private final Prepared.Ready record;

    /** What both sides last agreed on; null when it is not known, as after a relink. */
    private final @Nullable Values agreed;

    private final Gathered gathered;
    private final List<Row.Found> found;
    private final @Nullable String lookedFor;
    private final Row.@Nullable Found byId;

    /** Who is bound to the ids that were found, by {@code type + id}; two records cannot share one. */
    private final Map<String, RecordKey> owners;

    Judging(
            Visit visit,
            Candidate candidate,
            Prepared.Ready record,
            @Nullable Values agreed,
            Gathered gathered,
            Map<String, RecordKey> owners) {
        this.visit = visit;
        this.candidate = candidate;
        this.key = candidate.key();
        this.record = record;
        this.agreed = agreed;
        this.gathered = gathered;
        this.found = gathered.about(key);
        this.lookedFor = LookUpStep.idOf(candidate);
        this.byId = gathered.about(key, lookedFor);
        this.owners = owners;
    }

    Finding judge() {
        if (candidate.held()) {
            return nameClash();
        }
        return switch (candidate.lookUp()) {
            case READ_AGAIN -> readAgain();
            case TRACE -> new Tracing(candidate, record, gathered, owners, refused()).judge();
            case CHECK_BINDING -> checkBinding();
            case FIND_OR_CREATE, SEND -> findOrCreate();
        };
    }

    /** The old id still answers → keep it; ours by marker → relink; a likely twin → as chosen; nothing → create. */
    private Finding findOrCreate() {
        if (byId != null && isFree(byId)) {
            return bind(byId, "kept", "The old ID still answers: nothing was created");
        }
        List<Row.Found> ours = ours();
        List<Row.Found> twins = found.stream()
                .filter(row -> Twins.likely(record.type(), record.values(), record.fullName(), row))
                .filter(this::isFree)
                .toList();
        if (ours.size() == 1) {
            return bind(ours.getFirst(), "relinked", "Found by our own marker");
        }
        if (ours.isEmpty() && twins.isEmpty()) {
            return new Finding.Create(candidate, "Nothing like it was found", false);
        }
        if (candidate.whenFound() == WhenFound.CREATE) {
            return new Finding.Create(candidate, "A likely twin was found; a person chose to create anyway", true);
        }
        return ours.isEmpty() && twins.size() == 1 && candidate.whenFound() == WhenFound.RELINK
                ? bind(twins.getFirst(), "relinked", "Found by its name or number")
                : ask(ours.isEmpty() ? twins : ours);
    }

    private Finding ask(List<Row.Found> candidates) {
        String message = candidates.size() == 1
                ? "QuickBooks has a record that is likely the same: %s".formatted(name(candidates.getFirst()))
                : "QuickBooks has %d records that could be the same".formatted(candidates.size());
        return hold(KnownCode.TWIN.on(visit.platform()), message, Operation.QUERY, null, matches(candidates));
    }

    private Finding checkBinding() {
        if (byId == null) {
            return notThere();
        }
        return isFree(byId)
                ? bind(byId, "relinked", "The ID given by hand answers")
                : hold(
                        KnownCode.TWIN.on(visit.platform()),
                        "Another record is bound to %s already".formatted(lookedFor),
                        Operation.QUERY,
                        null,
                        null);
    }

    /** A stale edit token: the app's change goes through unless it collides with one made in QuickBooks. */
    private Finding readAgain() {
        if (byId == null) {
            return notThere();
        }
        return switch (ThreeWay.merge(
                record.type(),
                agreed,
                record.values(),
                there(byId),
                visit.platform().quickBooks())) {
            case ThreeWay.Merged(Values values) -> {
                String json = RecordJson.write(record.type(), values);
                var merged = new Merged(candidate.version(), json, !values.equals(record.values()));
                yield new Finding.Merge(candidate, record, byId, merged);
            }
            case ThreeWay.Collision(var fields) ->
                hold(
                        KnownCode.STALE.on(visit.platform()),
                        "Changed on both sides since the last sync: %s".formatted(String.join(", ", fields)),
                        Operation.MOD,
                        byId,
                        matches(List.of(byId)));
        };
    }

    /** What could not be read counts as unchanged: it must not look as if somebody had emptied it. */
    private Values there(Row.Found row) {
        Values values = row.values();
        for (String field : row.unread().keySet()) {
            Value before = agreed == null ? record.values().get(field) : agreed.get(field);
            values = before == null ? values : values.with(field, before);
        }
        return values;
    }

    private Finding notThere() {
        String message = "Object \"%s\" specified in the request cannot be found."
                .formatted(Objects.requireNonNullElse(lookedFor, ""));
        return hold(KnownCode.NOT_THERE.on(visit.platform()), message, Operation.MOD, null, null);
    }

    private LookFor.Refused refused() {
        return Objects.requireNonNull(LookFor.of(candidate.lookFor()).refused(), "a cause is sought of a refusal");
    }

    private Finding nameClash() {
        List<Row.Found> ours = ours();
        return ours.size() == 1
                ? bind(ours.getFirst(), "relinked", "The name is taken by our own record, found by its marker")
                : new Finding.Clash(candidate, Json.write(whoHasIt()));
    }

    private Finding bind(Row.Found row, String outcome, String why) {
        owners.put(id(row), key);
        return new Finding.Bind(candidate, record, row, outcome, why);
    }

    private Finding hold(
            StatusCode code, String message, Operation operation, Row.@Nullable Found renewed, @Nullable String json) {
        return new Finding.Hold(candidate, record, code, message, operation, renewed, json);
    }

    private List<Row.Found> ours() {
        String marker = Marker.of(visit.company(), key, candidate.generation());
        return found.stream()
                .filter(row -> row.type().name().equals(key.type()) && marker.equals(row.marker()))
                .filter(this::isFree)
                .toList();
    }

    private boolean isFree(Row.Found row) {
        RecordKey owner = owners.get(id(row));
        return owner == null || owner.equals(key);
    }

    static String id(Row.Found row) {
        return row.type().name() + " " + row.quickbooksId();
    }

    /** Of a name everybody who bears it; of a number the transactions that have it, not all of that customer's day. */
    private List<Match> whoHasIt() {
        String number = record.values().text("number");
        Stream<Row.Found> holders = found.stream()
                .filter(row -> record.type().isList()
                        || number != null && number.equals(row.values().text("number")));
        Stream<Match> others = gathered.entries(key).stream().map(Match::of);
        return Stream.concat(holders.map(this::match), others).toList();
    }

    private Match match(Row.Found row) {
        return Match.of(record.type(), record.values(), row, visit.platform().quickBooks());
    }

    private String matches(List<Row.Found> rows) {
        return Json.write(rows.stream().map(this::match).toList());
    }

    private static String name(Row.Found row) {
        return row.fullName().isEmpty() ? row.type().nameOf(row.values()) : row.fullName();
    }
}
