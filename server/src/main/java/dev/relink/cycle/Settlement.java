package dev.relink.cycle;

import dev.relink.attempt.StoredSet;
import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Family;
import dev.relink.catalogue.Operation;
import dev.relink.connector.StatusCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What follows from the outcomes of a message set: all of them in a handful of statements. */
@Component
final class Settlement {

    private final Ledger ledger;
    private final Prepared prepared;
    private final Claims claims;
    private final OneByOne oneByOne;
    private final Patience patience;
    private final Duplicates duplicates;
    private final Decoder decoder;
    private final Clock clock;

    Settlement(
            Ledger ledger,
            Prepared prepared,
            Claims claims,
            OneByOne oneByOne,
            Patience patience,
            Duplicates duplicates,
            Decoder decoder,
            Clock clock) {
        this.ledger = ledger;
        this.prepared = prepared;
        this.claims = claims;
        this.oneByOne = oneByOne;
        this.patience = patience;
        this.duplicates = duplicates;
        this.decoder = decoder;
        this.clock = clock;
    }

    /**
     * Applies them. Those {@link Outcome.InDoubt} stay open: the caller moves the set. One that we fail to write down
     * becomes {@link Outcome.Unsettled}: held for a person, and no hindrance to the others.
     */
    void settle(Visit visit, StoredSet set, List<Outcome.Of> outcomes) {
        oneByOne.all(
                patience.judge(visit, set, outcomes),
                some -> together(visit, set, some),
                (one, failure) -> together(
                        visit,
                        set,
                        List.of(new Outcome.Of(one.attempt(), new Outcome.Unsettled(one.outcome(), failure)))));
    }

    private void together(Visit visit, StoredSet set, List<Outcome.Of> outcomes) {
        Instant now = clock.instant();
        Claims.Judged judged = claims.judge(visit, outcomes, now);
        var telling = new Telling(ledger, prepared, visit, now, judged.overwritten());
        new Settling(ledger, telling, decoder, visit, set, now).all(sorted(judged.outcomes()), judged.elsewhere());
        duplicates.judge(visit, set.id(), judged.outcomes());
    }

    private static Sorted sorted(List<Outcome.Of> outcomes) {
        var sorted = new Sorted();
        for (Outcome.Of of : outcomes) {
            switch (of.outcome()) {
                case Outcome.Synced _ -> sorted.synced.add(of);
                case Outcome.Rejected _ -> sorted.rejected.add(of);
                case Outcome.NotThere _ -> sorted.notThere.add(of);
                case Outcome.InUse _ -> sorted.inUse.add(of);
                case Outcome.Stale _ -> sorted.stale.add(of);
                case Outcome.NotProcessed _ -> sorted.notProcessed.add(of);
                case Outcome.GivenUp _ -> sorted.givenUp.add(of);
                case Outcome.InDoubt _ -> sorted.inDoubt.add(of);
                case Outcome.Absent _ -> sorted.absent.add(of);
                case Outcome.Ambiguous _ -> sorted.ambiguous.add(of);
                case Outcome.Unanswerable _ -> sorted.unanswerable.add(of);
                case Outcome.DeletedInQuickBooks _ -> sorted.deleted.add(of);
                case Outcome.Taken _ -> sorted.taken.add(of);
                case Outcome.Unsettled _ -> sorted.unsettled.add(of);
            }
        }
        return sorted;
    }

    /** A code for the whole of a visit. Counted when the catalogue does not know it. */
    void note(Visit visit, StatusCode code, String message) {
        if (decoder.decode(code, message, Operation.QUERY).family() == Family.UNKNOWN) {
            ledger.errors()
                    .unknown(
                            visit.company(),
                            List.of(Catalogue.canonical(code).toString()),
                            List.of(message),
                            clock.instant());
        }
    }

    /** The outcomes of one set by their kind. */
    static final class Sorted {
        final List<Outcome.Of> synced = new ArrayList<>();
        final List<Outcome.Of> rejected = new ArrayList<>();
        final List<Outcome.Of> notThere = new ArrayList<>();
        final List<Outcome.Of> inUse = new ArrayList<>();
        final List<Outcome.Of> stale = new ArrayList<>();
        final List<Outcome.Of> notProcessed = new ArrayList<>();
        final List<Outcome.Of> givenUp = new ArrayList<>();
        final List<Outcome.Of> inDoubt = new ArrayList<>();
        final List<Outcome.Of> absent = new ArrayList<>();
        final List<Outcome.Of> ambiguous = new ArrayList<>();
        final List<Outcome.Of> unanswerable = new ArrayList<>();
        final List<Outcome.Of> deleted = new ArrayList<>();
        final List<Outcome.Of> taken = new ArrayList<>();
        final List<Outcome.Of> unsettled = new ArrayList<>();

        /** Those that a person must look at. */
        int failed() {
            return rejected.size()
                    + notThere.size()
                    + ambiguous.size()
                    + unanswerable.size()
                    + deleted.size()
                    + givenUp.size()
                    + taken.size()
                    + unsettled.size();
        }
    }
}
