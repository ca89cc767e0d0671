package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.StoredSet;
import dev.relink.attempt.Verb;
import dev.relink.connector.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The answer to an attempt that was given up, since QuickBooks was asked and did not have the record. The truth is never
 * refused: what was made is bound if nothing else was; if it was sent again meanwhile, there may be two of it now.
 */
@Component
final class LateAnswers {

    private final Ledger ledger;
    private final LateStandings standings;
    private final Settlement settlement;
    private final Duplicates duplicates;

    LateAnswers(Ledger ledger, LateStandings standings, Settlement settlement, Duplicates duplicates) {
        this.ledger = ledger;
        this.standings = standings;
        this.settlement = settlement;
        this.duplicates = duplicates;
    }

    /** @param late attempts of the set that were given up, with what their late answer says */
    void take(Visit visit, StoredSet set, List<Outcome.Of> late) {
        List<Outcome.Of> made = late.stream().filter(LateAnswers::isMade).toList();
        if (made.isEmpty()) {
            return; // refused then and not found since: both say the same. A change that was done twice is one change
        }
        Map<String, LateStandings.Standing> now = standings.of(visit.company(), set.id(), requests(made));
        var sorted = new Sorted();
        for (Outcome.Of of : made) {
            sorted.take(of, Objects.requireNonNull(now.get(of.attempt().requestId())));
        }
        note(visit, set, sorted.another, "late");
        note(visit, set, sorted.known, "done");
        note(visit, set, sorted.twice, "duplicate");
        duplicates.raise(visit, set.id(), sorted.duplicates);
        if (!sorted.only.isEmpty()) {
            ledger.attempts().reopen(visit.company(), set.id(), attempts(sorted.only));
            settlement.settle(visit, set, sorted.only);
        }
    }

    private void note(Visit visit, StoredSet set, List<Outcome.Of> some, String state) {
        if (!some.isEmpty()) {
            ledger.attempts()
                    .madeLate(
                            visit.company(),
                            set.id(),
                            attempts(some),
                            some.stream().map(LateAnswers::id).toList(),
                            state);
        }
    }

    private static boolean isMade(Outcome.Of of) {
        return of.attempt().verb() == Verb.ADD
                && of.outcome() instanceof Outcome.Synced(Row.Found found)
                && found != null;
    }

    private static String id(Outcome.Of of) {
        return of.outcome() instanceof Outcome.Synced(Row.Found found) && found != null ? found.quickbooksId() : "";
    }

    private static List<Attempt> attempts(List<Outcome.Of> some) {
        return some.stream().map(Outcome.Of::attempt).toList();
    }

    private static List<String> requests(List<Outcome.Of> some) {
        return some.stream().map(of -> of.attempt().requestId()).toList();
    }

    /** By what became of their records meanwhile. */
    private static final class Sorted {

        /** Another attempt is out: judged when that one is answered. */
        final List<Outcome.Of> another = new ArrayList<>();

        final List<Outcome.Of> known = new ArrayList<>();
        final List<Outcome.Of> twice = new ArrayList<>();
        final List<Duplicates.Suspect> duplicates = new ArrayList<>();

        /** Nothing else was made: this is it. */
        final List<Outcome.Of> only = new ArrayList<>();

        void take(Outcome.Of of, LateStandings.Standing standing) {
            if (standing.isOut()) {
                another.add(of);
            } else if (id(of).equals(standing.boundTo())) {
                known.add(of);
            } else if (standing.boundTo() != null || standing.mayBeMadeSince()) {
                twice.add(of);
                duplicates.add(new Duplicates.Suspect(of.attempt(), id(of), standing.boundTo(), found(of)));
            } else {
                only.add(of);
            }
        }

        private static List<Row.Found> found(Outcome.Of of) {
            return of.outcome() instanceof Outcome.Synced(Row.Found found) && found != null
                    ? List.of(found)
                    : List.of();
        }
    }
}
