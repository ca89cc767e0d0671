package dev.relink.cycle;

import dev.relink.attempt.Attempts;
import dev.relink.attempt.StoredSet;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Family;
import dev.relink.catalogue.Operation;
import dev.relink.entity.RecordKey;
import dev.relink.pending.PendingSyncs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often a record goes again by itself. What is in use over there goes again in every visit, since somebody closes that
 * window one day. All else has an end, after which a person decides: {@link #MOST} times in vain, whichever answers came and
 * whatever was in use between them; or, where no answer says a word about the record itself, as often once it was alone in
 * its message set, which it becomes by halves. A look-up that is never answered in full ends so too.
 */
@Component
final class Patience {

    /** So often is a refusal taken, or a look-up left unanswered, without a person. */
    static final int MOST = 5;

    private static final String UNANSWERED =
            "Sent again and again, at last alone in its message set, and each time no answer came and nothing was done.";

    private final PendingSyncs pendings;
    private final Attempts attempts;
    private final Decoder decoder;

    Patience(PendingSyncs pendings, Attempts attempts, Decoder decoder) {
        this.pendings = pendings;
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
        Map<RecordKey, Integer> before = pendings.inVain().of(visit.company(), again);
        var judged = new ArrayList<Outcome.Of>();
        for (Outcome.Of of : outcomes) {
            int inVain = before.getOrDefault(of.attempt().key(), 0);
            judged.add(new Outcome.Of(of.attempt(), judged(visit, of, inVain, set.requests() == 1)));
        }
        return judged;
    }

    private static boolean goesAgain(Outcome outcome) {
        return outcome instanceof Outcome.InUse
                || outcome instanceof Outcome.Stale
                || outcome instanceof Outcome.NotProcessed
                || outcome instanceof Outcome.Absent;
    }

    private Outcome judged(Visit visit, Outcome.Of of, int inVain, boolean alone) {
        Outcome outcome = of.outcome();
        return switch (outcome) {
            case Outcome.InUse(Decoded decoded, String message)
            when decoded.family() != Family.IN_USE -> end(outcome, decoded, message, inVain);
            case Outcome.Stale(Decoded decoded, String message) -> end(outcome, decoded, message, inVain);
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
