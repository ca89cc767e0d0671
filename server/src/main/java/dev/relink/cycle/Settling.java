package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.StoredSet;
import dev.relink.attempt.Verb;
import dev.relink.catalogue.Decision;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Family;
import dev.relink.catalogue.Operation;
import dev.relink.connector.Platform;
import dev.relink.connector.Row;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.platform.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One set's outcomes being written down: each kind in a handful of statements, however many there are. */
final class Settling {

    private final Ledger ledger;
    private final Telling telling;
    private final Decoder decoder;
    private final Visit visit;
    private final StoredSet set;
    private final Instant now;
    private final Evidence evidence;

    Settling(Ledger ledger, Telling telling, Decoder decoder, Visit visit, StoredSet set, Instant now) {
        this.ledger = ledger;
        this.telling = telling;
        this.decoder = decoder;
        this.visit = visit;
        this.set = set;
        this.now = now;
        this.evidence = new Evidence(ledger, visit, set.id(), now);
    }

    void all(Settlement.Sorted sorted, Map<RecordKey, Outcome.Taken> elsewhere) {
        synced(sorted.synced);
        rejected(traced(sorted.rejected));
        notThere(traced(sorted.notThere));
        inUse(sorted.inUse);
        stale(sorted.stale);
        notProcessed(sorted.notProcessed);
        closed(sorted.absent, "absent", keys -> again(keys, -1, true));
        givenUp(sorted.givenUp);
        inDoubt(sorted.inDoubt);
        ambiguous(sorted.ambiguous);
        unanswerable(sorted.unanswerable);
        deleted(sorted.deleted);
        unsettled(sorted.unsettled);
        taken(sorted.taken, elsewhere);
        evidence.writeDown();
        lacks(sorted.rejected);
        int failed = sorted.failed() + elsewhere.size();
        ledger.connections().count(visit.company(), sorted.synced.size(), failed, sorted.inDoubt.size());
    }

    /** What QuickBooks refused for want of a right waits for it, as do the others of its kind. */
    private void lacks(List<Outcome.Of> refused) {
        if (refused.isEmpty()) {
            return;
        }
        ledger.lacks().forget(visit.company(), keys(refused));
        ledger.lacks()
                .add(
                        visit.company(),
                        refused.stream()
                                .filter(of -> of.outcome() instanceof Outcome.Rejected rejected
                                        && rejected.decoded().code().equals(KnownCode.RIGHT.on(visit.platform())))
                                .map(of -> new Lacks.Lack(of.attempt().key(), Telling.right(of)))
                                .toList(),
                        now);
    }

    private void synced(List<Outcome.Of> all) {
        Map<Outcome.Of, String> kept = ledger.emptied().inVain(visit, all);
        closed(all, "done", keys -> telling.done(all));
        notEmptied(kept);
        if (visit.platform() == Platform.ONLINE && !all.isEmpty()) {
            ledger.connections().well(visit.company());
        }
        all.forEach(of -> evidence.happened(of.attempt(), word(of.attempt().verb()), telling.remark(of), id(of)));
    }

    /** Done but for that: a person says whether QuickBooks' value may stay. */
    private void notEmptied(Map<Outcome.Of, String> kept) {
        if (kept.isEmpty()) {
            return;
        }
        List<RecordKey> keys = keys(List.copyOf(kept.keySet()));
        ledger.pendings().held().holdNew(visit.company(), keys, EntityTypes.ranks(keys), visit.epoch());
        kept.forEach((of, what) -> {
            String why = "The app emptied it, and QuickBooks Online kept %s".formatted(what);
            evidence.open(of.attempt(), decode(KnownCode.NOT_EMPTIED, why), why, null);
        });
    }

    /**
     * QuickBooks Online says that something is gone or inactive, and not what: the cause is looked for in this same visit,
     * the others go on.
     *
     * @return those whose cause is told
     */
    private List<Outcome.Of> traced(List<Outcome.Of> all) {
        Map<Boolean, List<Outcome.Of>> byTelling =
                all.stream().collect(Collectors.partitioningBy(of -> isUntold(of.outcome())));
        List<Outcome.Of> untold = byTelling.getOrDefault(true, List.of());
        closed(
                untold,
                "rejected",
                keys -> ledger.pendings()
                        .lookedUp()
                        .trace(
                                visit.company(),
                                untold.stream()
                                        .collect(Collectors.toMap(
                                                of -> of.attempt().key(), this::lookFor))));
        untold.forEach(of ->
                evidence.happened(of.attempt(), "retry", said(of.outcome()).message(), ""));
        return byTelling.getOrDefault(false, List.of());
    }

    private boolean isUntold(Outcome outcome) {
        Said said = said(outcome);
        return visit.platform() == Platform.ONLINE && said.decoded().family() == Family.MISSING_LINK;
    }

    /** QuickBooks' words in an outcome that is a refusal. */
    private record Said(Decoded decoded, String message) {}

    private static Said said(Outcome outcome) {
        if (outcome instanceof Outcome.NotThere(Decoded decoded, String message)) {
            return new Said(decoded, message);
        }
        var rejected = (Outcome.Rejected) outcome;
        return new Said(rejected.decoded(), rejected.message());
    }

    private String lookFor(Outcome.Of of) {
        Said said = said(of.outcome());
        return LookFor.forCause(new LookFor.Refused(
                        said.decoded().code().toString(),
                        said.message(),
                        set.id(),
                        of.attempt().requestId()))
                .json();
    }

    private void rejected(List<Outcome.Of> all) {
        closed(all, "rejected", keys -> ledger.pendings().held().hold(visit.company(), keys, visit.epoch()));
        for (Outcome.Of of : all) {
            var rejected = (Outcome.Rejected) of.outcome();
            evidence.open(of.attempt(), rejected.decoded(), rejected.message(), null);
        }
        // who has the name already? asked in this same visit
        List<RecordKey> clashes =
                keys(all.stream().filter(Settling::isNameClash).toList());
        if (!clashes.isEmpty()) {
            ledger.pendings()
                    .lookedUp()
                    .lookFor(visit.company(), clashes, LookFor.forClash().json());
        }
    }

    private static boolean isNameClash(Outcome.Of of) {
        return of.attempt().verb() == Verb.ADD
                && ((Outcome.Rejected) of.outcome()).decoded().family() == Family.NAME_CLASH;
    }

    private void notThere(List<Outcome.Of> all) {
        closed(all, "rejected", keys -> {
            ledger.pendings().held().hold(visit.company(), keys, visit.epoch());
            dead(all.stream()
                    .filter(Settling::isItself)
                    .map(Outcome.Of::attempt)
                    .toList());
        });
        for (Outcome.Of of : all) {
            var notThere = (Outcome.NotThere) of.outcome();
            evidence.open(of.attempt(), notThere.decoded(), notThere.message(), null);
        }
    }

    private void dead(List<Attempt> dead) {
        ledger.bindings()
                .gone(
                        visit.company(),
                        dead.stream().map(attempt -> attempt.key().type()).toList(),
                        dead.stream().map(Settling::id).toList(),
                        now);
        ledger.pendings()
                .parents()
                .waitOn(visit.company(), dead.stream().map(Attempt::key).toList());
    }

    /** In half the company that it was in. */
    private void again(List<RecordKey> keys, long tried, boolean countTry) {
        ledger.pendings().queue(visit.company(), keys, tried, countTry);
        ledger.pendings().inSmallerSets(visit.company(), keys, (set.requests() + 1) / 2);
    }

    private void tellOfTheCompany(List<Outcome.Of> all) {
        all.stream()
                .map(of -> (Outcome.NotProcessed) of.outcome())
                .filter(one -> one.decoded().outcome() == Decision.CONNECTION)
                .findFirst()
                .ifPresent(one -> ledger.troubles().tell(visit, one.decoded().code(), one.message()));
    }

    /** A set that was too much for QuickBooks goes in halves; one that only came at a bad time goes as it was. */
    private void notProcessed(List<Outcome.Of> all) {
        tellOfTheCompany(all);
        Map<Boolean, List<Outcome.Of>> bySize = all.stream()
                .collect(Collectors.partitioningBy(
                        of -> ((Outcome.NotProcessed) of.outcome()).decoded().family() == Family.NOT_PROCESSED));
        closed(bySize.getOrDefault(true, List.of()), "not-processed", keys -> again(keys, visit.epoch(), false));
        closed(
                bySize.getOrDefault(false, List.of()),
                "not-processed",
                keys -> ledger.pendings().queue(visit.company(), keys, visit.epoch(), false));
    }

    private void givenUp(List<Outcome.Of> all) {
        closed(all, "rejected", this::holdToLookFirst);
        for (Outcome.Of of : all) {
            var givenUp = (Outcome.GivenUp) of.outcome();
            evidence.givenUp(of.attempt(), givenUp.decoded(), givenUp.message());
        }
    }

    private void inUse(List<Outcome.Of> all) {
        Map<Boolean, List<Outcome.Of>> byUse = all.stream()
                .collect(Collectors.partitioningBy(
                        of -> ((Outcome.InUse) of.outcome()).decoded().family() == Family.IN_USE));
        closed(
                byUse.getOrDefault(true, List.of()),
                "rejected",
                keys -> ledger.pendings().queue(visit.company(), keys, visit.epoch(), true));
        closed(byUse.getOrDefault(false, List.of()), "rejected", keys -> {
            again(keys, visit.epoch(), true);
            ledger.pendings().inVain().count(visit.company(), keys);
        });
        for (Outcome.Of of : all) {
            var inUse = (Outcome.InUse) of.outcome();
            evidence.retrying(of.attempt(), inUse.decoded(), inUse.message());
        }
    }

    private void stale(List<Outcome.Of> all) {
        closed(all, "rejected", keys -> {
            ledger.pendings().lookedUp().readAgain(visit.company(), keys, visit.epoch());
            ledger.pendings().inVain().count(visit.company(), keys);
        });
        for (Outcome.Of of : all) {
            var old = (Outcome.Stale) of.outcome();
            evidence.retrying(of.attempt(), old.decoded(), old.message());
        }
    }

    private void inDoubt(List<Outcome.Of> all) {
        if (all.isEmpty()) {
            return;
        }
        ledger.pendings().inDoubt(visit.company(), keys(all));
        all.forEach(of -> evidence.happened(of.attempt(), "in-doubt", ((Outcome.InDoubt) of.outcome()).why(), ""));
    }

    private void ambiguous(List<Outcome.Of> all) {
        closed(all, "ambiguous", this::holdToLookFirst);
        for (Outcome.Of of : all) {
            var ambiguous = (Outcome.Ambiguous) of.outcome();
            evidence.open(
                    of.attempt(),
                    decode(KnownCode.AMBIGUOUS, ambiguous.why()),
                    ambiguous.why(),
                    matches(of.attempt(), ambiguous));
        }
    }

    private void unanswerable(List<Outcome.Of> all) {
        closed(all, "ambiguous", this::holdToLookFirst);
        for (Outcome.Of of : all) {
            String why = ((Outcome.Unanswerable) of.outcome()).why();
            evidence.open(of.attempt(), decode(KnownCode.UNANSWERABLE, why), why, null);
        }
    }

    private void deleted(List<Outcome.Of> all) {
        closed(all, "deleted-in-quickbooks", this::holdToLookFirst);
        for (Outcome.Of of : all) {
            String why = ((Outcome.DeletedInQuickBooks) of.outcome()).why();
            evidence.open(of.attempt(), decode(KnownCode.DELETED_SINCE, why), why, null);
        }
    }

    private void unsettled(List<Outcome.Of> all) {
        closed(all, "ambiguous", this::holdToLookFirst);
        for (Outcome.Of of : all) {
            String why = ((Outcome.Unsettled) of.outcome()).why();
            evidence.open(of.attempt(), decode(KnownCode.UNSETTLED, why), why, null);
        }
    }

    /** Those of the set, and those that had no part in it and lose their id all the same. */
    private void taken(List<Outcome.Of> all, Map<RecordKey, Outcome.Taken> elsewhere) {
        closed(all, "rejected", this::holdToLookFirst);
        for (Outcome.Of of : all) {
            String why = ((Outcome.Taken) of.outcome()).why();
            evidence.open(of.attempt(), decode(KnownCode.ID_TAKEN, why), why, null);
        }
        if (!elsewhere.isEmpty()) {
            List<RecordKey> keys = List.copyOf(elsewhere.keySet());
            ledger.pendings().held().holdNew(visit.company(), keys, EntityTypes.ranks(keys), visit.epoch());
            ledger.pendings().held().lookFirst(visit.company(), keys);
            elsewhere.forEach((key, taken) -> evidence.open(key, decode(KnownCode.ID_TAKEN, taken.why()), taken.why()));
        }
    }

    private void holdToLookFirst(List<RecordKey> keys) {
        ledger.pendings().held().holdToLookFirst(visit.company(), keys, visit.epoch());
    }

    private void closed(List<Outcome.Of> some, String state, Consumer<List<RecordKey>> next) {
        if (!some.isEmpty()) {
            ledger.attempts()
                    .close(
                            visit.company(),
                            set.id(),
                            some.stream().map(Outcome.Of::attempt).toList(),
                            state);
            next.accept(keys(some));
        }
    }

    /** The id that was not found is the record's own, not that of something it refers to. */
    private static boolean isItself(Outcome.Of of) {
        String named = ((Outcome.NotThere) of.outcome()).decoded().facts().get("oldId");
        return named == null || named.equals(of.attempt().quickbooksId());
    }

    private Decoded decode(KnownCode code, String message) {
        return decoder.decode(code.on(visit.platform()), message, Operation.ADD);
    }

    private String matches(Attempt attempt, Outcome.Ambiguous ambiguous) {
        var type = EntityTypes.require(attempt.key().type());
        var wanted = RecordJson.read(type, attempt.snapshot());
        return Json.write(ambiguous.candidates().stream()
                .map(found -> Match.of(type, wanted, found, visit.platform().quickBooks()))
                .toList());
    }

    private static String word(Verb verb) {
        return switch (verb) {
            case ADD -> "created";
            case MOD -> "updated";
            case VOID -> "voided";
            case DELETE -> "deleted";
            case DEACTIVATE -> "made-inactive";
            case REACTIVATE -> "made-active";
        };
    }

    private static String id(Outcome.Of of) {
        return of.outcome() instanceof Outcome.Synced(Row.Found found) && found != null
                ? found.quickbooksId()
                : id(of.attempt());
    }

    private static String id(Attempt attempt) {
        return Objects.requireNonNullElse(attempt.quickbooksId(), "");
    }

    private static List<RecordKey> keys(List<Outcome.Of> outcomes) {
        return outcomes.stream().map(of -> of.attempt().key()).toList();
    }
}
