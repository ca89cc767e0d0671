package dev.relink.cycle;

import dev.relink.attempt.Verb;
import dev.relink.binding.Bindings;
import dev.relink.connector.Row;
import dev.relink.entity.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose an id of QuickBooks is, when the answers to one message set give it to one record and another has it. What
 * QuickBooks says it has just made is the truth: whoever was bound to that id before loses it. Two records never share one.
 */
@Component
final class Claims {

    private final Bindings bindings;

    Claims(Bindings bindings) {
        this.bindings = bindings;
    }

    /**
     * The outcomes once every id has one owner.
     *
     * @param overwritten owners onto which a record that lost its id to them was written in the same set: they go again
     * @param elsewhere records that lost their id and have no outcome in the set
     */
    record Judged(List<Outcome.Of> outcomes, Set<RecordKey> overwritten, Map<RecordKey, Outcome.Taken> elsewhere) {}

    /** Retires the bindings of those who lost their id. One statement reads whose the ids were. */
    Judged judge(Visit visit, List<Outcome.Of> outcomes, Instant at) {
        Map<Id, List<Outcome.Of>> claims = claims(outcomes);
        var decisions = new Decisions(owners(visit, claims.keySet()));
        claims.forEach(decisions::decide);
        if (!decisions.dispossessed.isEmpty()) {
            bindings.retire(
                    visit.company(), decisions.dispossessed, at, "Relink", "QuickBooks gave its ID to another record");
        }
        return decisions.on(outcomes);
    }

    private record Id(String type, String quickbooksId) {}

    private static Map<Id, List<Outcome.Of>> claims(List<Outcome.Of> outcomes) {
        var claims = new LinkedHashMap<Id, List<Outcome.Of>>();
        for (Outcome.Of of : outcomes) {
            if (found(of) instanceof Row.Found found) {
                var id = new Id(of.attempt().key().type(), found.quickbooksId());
                claims.computeIfAbsent(id, _ -> new ArrayList<>()).add(of);
            }
        }
        return claims;
    }

    private static Row.@Nullable Found found(Outcome.Of of) {
        return of.outcome() instanceof Outcome.Synced(Row.Found found) ? found : null;
    }

    private Map<Id, RecordKey> owners(Visit visit, Set<Id> ids) {
        var owners = new HashMap<Id, RecordKey>();
        if (!ids.isEmpty()) {
            bindings.ownersOf(
                            visit.company(),
                            ids.stream().map(Id::type).toList(),
                            ids.stream().map(Id::quickbooksId).toList())
                    .forEach((id, owner) -> owners.put(
                            new Id(owner.type(), id.substring(owner.type().length() + 1)), owner));
        }
        return owners;
    }

    /** Decides id by id. */
    private static final class Decisions {

        private final Map<Id, RecordKey> before;
        private final Map<RecordKey, Outcome> instead = new LinkedHashMap<>();
        private final List<RecordKey> dispossessed = new ArrayList<>();

        Decisions(Map<Id, RecordKey> before) {
            this.before = before;
        }

        void decide(Id id, List<Outcome.Of> claimants) {
            List<RecordKey> keys =
                    claimants.stream().map(of -> of.attempt().key()).toList();
            List<RecordKey> made = claimants.stream()
                    .filter(of -> of.attempt().verb() == Verb.ADD)
                    .map(of -> of.attempt().key())
                    .toList();
            RecordKey holder = before.get(id);
            if (made.size() > 1 || made.isEmpty() && holder == null && keys.size() > 1) {
                claimants.forEach(of -> instead.put(of.attempt().key(), shared(of, keys)));
                return;
            }
            RecordKey owner = made.size() == 1 ? made.getFirst() : holder == null ? keys.getFirst() : holder;
            keys.forEach(key -> lose(key, id, owner));
            if (holder != null && !holder.equals(owner)) {
                lose(holder, id, owner);
                dispossessed.add(holder);
            }
        }

        private void lose(RecordKey key, Id id, RecordKey owner) {
            if (!key.equals(owner)) {
                instead.put(key, new Outcome.Taken(id.quickbooksId(), owner));
            }
        }

        private static Outcome shared(Outcome.Of of, List<RecordKey> keys) {
            Row.Found found = found(of);
            return new Outcome.Ambiguous(
                    "QuickBooks gave %d records the same ID: %s".formatted(keys.size(), keys),
                    found == null ? List.of() : List.of(found));
        }

        Judged on(List<Outcome.Of> outcomes) {
            var overwritten = new HashSet<RecordKey>();
            var judged = new ArrayList<Outcome.Of>();
            for (Outcome.Of of : outcomes) {
                Outcome outcome = instead.remove(of.attempt().key());
                judged.add(outcome == null ? of : new Outcome.Of(of.attempt(), outcome));
                if (outcome instanceof Outcome.Taken(String _, RecordKey owner) && mayHaveWritten(of.outcome())) {
                    overwritten.add(owner);
                }
            }
            var elsewhere = new HashMap<RecordKey, Outcome.Taken>();
            instead.forEach((key, outcome) -> {
                if (outcome instanceof Outcome.Taken taken) {
                    elsewhere.put(key, taken);
                }
            });
            return new Judged(judged, overwritten, elsewhere);
        }

        private static boolean mayHaveWritten(Outcome outcome) {
            return outcome instanceof Outcome.Synced || outcome instanceof Outcome.InDoubt;
        }
    }
}
