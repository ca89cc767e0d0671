package dev.relink.cycle;

import dev.relink.attempt.Attempts;
import dev.relink.attempt.StoredSet;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Family;
import dev.relink.catalogue.Operation;
import dev.relink.entity.RecordKey;
import dev.relink.syncerror.SyncErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often a write goes again by itself. What is in use over there goes again in every visit, since somebody closes that
 * window one day. All else has an end, after which a person decides: {@link #MOST} times the same answer; or, where no
 * answer says a word about the record itself, as often once it was alone in its message set, which it becomes by halves.
 */
@Component
final class Patience {

    /** So often is the same refusal taken without a person. */
    static final int MOST = 5;

    private static final String UNANSWERED =
            "Sent again and again, at last alone in its message set, and each time no answer came and nothing was done.";

    private final SyncErrors errors;
    private final Attempts attempts;
    private final Decoder decoder;

    Patience(SyncErrors errors, Attempts attempts, Decoder decoder) {
        this.errors = errors;
        this.attempts = attempts;
        this.decoder = decoder;
    }

    /** The outcomes, with {@link Outcome.GivenUp} where there is no more patience. One statement reads what was before. */
    List<Outcome.Of> judge(Visit visit, StoredSet set, List<Outcome.Of> outcomes) {
        List<RecordKey> again = outcomes.stream()
                .filter(of -> goesAgain(of.outcome()))
                .map(of -> of.attempt().key())
                .toList();
        if (again.isEmpty()) {
            return outcomes;
        }
        Map<RecordKey, SyncErrors.Tries> before = errors.tries(visit.company(), again);
        var judged = new ArrayList<Outcome.Of>();
        for (Outcome.Of of : outcomes) {
            var tries = before.getOrDefault(of.attempt().key(), SyncErrors.Tries.NONE);
            judged.add(new Outcome.Of(of.attempt(), judged(visit, of, tries, set.requests() == 1)));
        }
        return judged;
    }

    private static boolean goesAgain(Outcome outcome) {
        return outcome instanceof Outcome.InUse
                || outcome instanceof Outcome.Stale
                || outcome instanceof Outcome.NotProcessed
                || outcome instanceof Outcome.Absent;
    }

    private Outcome judged(Visit visit, Outcome.Of of, SyncErrors.Tries tries, boolean alone) {
        Outcome outcome = of.outcome();
        return switch (outcome) {
            case Outcome.InUse(Decoded decoded, String message)
            when decoded.family() != Family.IN_USE ->
                end(outcome, decoded, message, tries.withCode(decoded.code().toString()));
            case Outcome.Stale(Decoded decoded, String message) ->
                end(outcome, decoded, message, tries.withCode(decoded.code().toString()));
            case Outcome.NotProcessed(Decoded decoded, String message) ->
                alone && decoded.family() == Family.NOT_PROCESSED ? new Outcome.GivenUp(decoded, message) : outcome;
            case Outcome.Absent _
            when alone ->
                end(
                        outcome,
                        unanswered(visit),
                        UNANSWERED,
                        attempts.absences(visit.company(), of.attempt().key()));
            case Outcome.InUse _,
                    Outcome.Absent _,
                    Outcome.Synced _,
                    Outcome.Rejected _,
                    Outcome.NotThere _,
                    Outcome.GivenUp _,
                    Outcome.InDoubt _,
                    Outcome.Ambiguous _,
                    Outcome.Unanswerable _,
                    Outcome.DeletedInQuickBooks _,
                    Outcome.Taken _,
                    Outcome.Unsettled _ -> outcome;
        };
    }

    private static Outcome end(Outcome outcome, Decoded decoded, String message, int before) {
        return before + 1 < MOST ? outcome : new Outcome.GivenUp(decoded, message);
    }

    private Decoded unanswered(Visit visit) {
        return decoder.decode(KnownCode.UNANSWERED.on(visit.platform()), UNANSWERED, Operation.ADD);
    }
}
