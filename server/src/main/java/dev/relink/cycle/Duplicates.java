package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.Verb;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.connector.Row;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.platform.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records that were perhaps made twice: a late answer tells of one, and another attempt made one too. */
@Component
final class Duplicates {

    private final Ledger ledger;
    private final Decoder decoder;
    private final Clock clock;

    Duplicates(Ledger ledger, Decoder decoder, Clock clock) {
        this.ledger = ledger;
        this.decoder = decoder;
        this.clock = clock;
    }

    /**
     * One record.
     *
     * @param lateId the id that the late answer tells
     * @param boundTo the id that it is bound to; null when it is not known what else was made
     * @param found those of the two that were read
     */
    record Suspect(Attempt attempt, String lateId, @Nullable String boundTo, List<Row.Found> found) {

        String why() {
            return boundTo == null
                    ? "made as %s, as a late answer says, and perhaps once more since".formatted(lateId)
                    : "%s, as a late answer says, and %s, which it is linked to".formatted(lateId, boundTo);
        }
    }

    /** Held, with an error that names both. */
    void raise(Visit visit, String set, List<Suspect> suspects) {
        if (suspects.isEmpty()) {
            return;
        }
        List<RecordKey> keys = suspects.stream().map(one -> one.attempt().key()).toList();
        ledger.pendings().held().holdNew(visit.company(), keys, EntityTypes.ranks(keys), visit.epoch());
        var evidence = new Evidence(ledger, visit, set, clock.instant());
        for (Suspect one : suspects) {
            String why = one.why();
            evidence.open(
                    one.attempt(),
                    decoder.decode(KnownCode.DUPLICATE_SUSPECT.on(visit.platform()), why, Operation.ADD),
                    why,
                    matches(visit, one.attempt(), one.found()));
        }
        evidence.writeDown();
        ledger.connections().count(visit.company(), 0, suspects.size(), 0);
    }

    private static String matches(Visit visit, Attempt attempt, List<Row.Found> found) {
        var type = EntityTypes.require(attempt.key().type());
        var wanted = RecordJson.read(type, attempt.snapshot());
        return Json.write(found.stream()
                .map(one -> Match.of(type, wanted, one, visit.platform().quickBooks()))
                .toList());
    }

    /** Creates that were settled just now: was an earlier attempt of the same record answered late, while they were out? */
    void judge(Visit visit, String set, List<Outcome.Of> settled) {
        List<RecordKey> keys = settled.stream()
                .filter(of -> of.attempt().verb() == Verb.ADD && !(of.outcome() instanceof Outcome.InDoubt))
                .map(of -> of.attempt().key())
                .toList();
        Map<RecordKey, String> late =
                keys.isEmpty() ? Map.of() : ledger.attempts().late(visit.company(), keys);
        if (late.isEmpty()) {
            return;
        }
        var suspects = new ArrayList<Suspect>();
        var there = new LinkedHashMap<RecordKey, String>();
        for (Outcome.Of of : settled) {
            String lateId = late.get(of.attempt().key());
            if (lateId != null) {
                sort(of, lateId, suspects, there);
            }
        }
        ledger.attempts().judged(visit.company(), late.keySet());
        raise(visit, set, suspects);
        if (!there.isEmpty()) {
            ledger.pendings().lookedUp().checkBindings(visit.company(), there);
            ledger.errors().retrying(visit.company(), there.keySet());
        }
    }

    /** Not made a second time: the first one is bound, once it is read. */
    private static void sort(Outcome.Of of, String lateId, List<Suspect> suspects, Map<RecordKey, String> there) {
        switch (of.outcome()) {
            case Outcome.Synced(Row.Found found)
            when found == null || found.quickbooksId().equals(lateId) -> {}
            case Outcome.Synced(Row.Found found) ->
                suspects.add(new Suspect(of.attempt(), lateId, found.quickbooksId(), List.of(found)));
            case Outcome.Rejected _,
                    Outcome.GivenUp _,
                    Outcome.NotThere _,
                    Outcome.InUse _,
                    Outcome.Stale _,
                    Outcome.NotProcessed _,
                    Outcome.Absent _ -> there.put(of.attempt().key(), lateId);
            case Outcome.Ambiguous(String _, List<Row.Found> found) ->
                suspects.add(new Suspect(of.attempt(), lateId, null, found));
            case Outcome.DeletedInQuickBooks _, Outcome.Unanswerable _, Outcome.Taken _, Outcome.Unsettled _ ->
                suspects.add(new Suspect(of.attempt(), lateId, null, List.of()));
            case Outcome.InDoubt _ -> {}
        }
    }
}
