package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.Verb;
import dev.relink.binding.Binding;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Family;
import dev.relink.catalogue.RepairKind;
import dev.relink.connector.Known;
import dev.relink.connector.Lines;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.history.History;
import dev.relink.pending.Mode;
import dev.relink.platform.Json;
import dev.relink.syncerror.SyncErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One set's outcomes being written down: each kind in a handful of statements, however many there are. */
final class Settling {

    private final Ledger ledger;
    private final Prepared prepared;
    private final Decoder decoder;
    private final Visit visit;
    private final String set;
    private final Instant now;
    private final List<SyncErrors.Raised> raised = new ArrayList<>();
    private final List<History.Event> events = new ArrayList<>();

    Settling(Ledger ledger, Prepared prepared, Decoder decoder, Visit visit, String set, Instant now) {
        this.ledger = ledger;
        this.prepared = prepared;
        this.decoder = decoder;
        this.visit = visit;
        this.set = set;
        this.now = now;
    }

    void all(Settlement.Sorted sorted) {
        synced(sorted.synced);
        rejected(sorted.rejected);
        notThere(sorted.notThere);
        inUse(sorted.inUse);
        stale(sorted.stale);
        closed(
                sorted.notProcessed,
                "not-processed",
                keys -> ledger.pendings().queue(visit.company(), keys, visit.epoch(), false));
        closed(sorted.absent, "absent", keys -> ledger.pendings().queue(visit.company(), keys, -1, true));
        inDoubt(sorted.inDoubt);
        ambiguous(sorted.ambiguous);
        deleted(sorted.deleted);
        ledger.errors().raise(visit.company(), raised, now);
        lacks(sorted.rejected);
        ledger.history().add(visit.company(), events, now);
        int failed = sorted.rejected.size() + sorted.notThere.size() + sorted.ambiguous.size() + sorted.deleted.size();
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
                                        && rejected.decoded().code().equals(Codes.RIGHT))
                                .map(of -> new Lacks.Lack(
                                        of.attempt().key(),
                                        Need.right(
                                                of.attempt().verb(),
                                                of.attempt().key().type())))
                                .toList(),
                        now);
    }

    private void synced(List<Outcome.Of> done) {
        if (done.isEmpty()) {
            return;
        }
        ledger.attempts().close(visit.company(), set, attempts(done), "done");
        Map<RecordKey, Prepared.Ready> sent = prepared.ofAttempts(
                visit.company(),
                done.stream()
                        .filter(Settling::hasLines)
                        .map(Outcome.Of::attempt)
                        .toList());
        Map<RecordKey, List<Known.Line>> known =
                sent.isEmpty() ? Map.of() : ledger.bindings().knownLines(visit.company(), sent.keySet());
        ledger.bindings()
                .bind(
                        visit.company(),
                        done.stream()
                                .map(of -> binding(of, sent, known))
                                .filter(Objects::nonNull)
                                .toList(),
                        now);
        ledger.bindings().readFirst(visit.company(), keys(with(done, Verb.MOD)));
        retire(with(done, Verb.DELETE));
        ledger.bindings().removed(visit.company(), keys(with(done, Verb.VOID, Verb.DEACTIVATE)), now);
        List<Outcome.Of> told = done.stream()
                .filter(of -> of.attempt().verb() != Verb.REACTIVATE)
                .toList();
        ledger.pendings()
                .told(
                        visit.company(),
                        keys(told),
                        told.stream().map(of -> of.attempt().version()).toArray(Long[]::new));
        List<RecordKey> woken = keys(with(done, Verb.REACTIVATE));
        if (!woken.isEmpty()) {
            ledger.bindings().woken(visit.company(), woken);
            ledger.pendings().save(visit.company(), woken);
        }
        ledger.pendings().release(visit.company(), keys(done));
        ledger.lacks().rightsProven(visit.company(), rights(done));
        done.forEach(of -> events.add(event(of.attempt(), word(of.attempt().verb()), "", "", id(of))));
    }

    private static Set<Need> rights(List<Outcome.Of> some) {
        return some.stream()
                .map(of -> Need.right(of.attempt().verb(), of.attempt().key().type()))
                .collect(Collectors.toSet());
    }

    private static List<Outcome.Of> with(List<Outcome.Of> done, Verb... verbs) {
        return done.stream()
                .filter(of -> List.of(verbs).contains(of.attempt().verb()))
                .toList();
    }

    private void retire(List<Outcome.Of> deleted) {
        if (!deleted.isEmpty()) {
            ledger.bindings()
                    .retire(visit.company(), keys(deleted), now, "Relink", "deleted in QuickBooks for the app");
        }
    }

    private @Nullable Binding binding(
            Outcome.Of of, Map<RecordKey, Prepared.Ready> sent, Map<RecordKey, List<Known.Line>> known) {
        Attempt attempt = of.attempt();
        if (attempt.verb() == Verb.DELETE
                || !(of.outcome() instanceof Outcome.Synced(Row.Found found))
                || found == null) {
            return null;
        }
        boolean tells = attempt.verb() == Verb.ADD || attempt.verb() == Verb.MOD;
        Prepared.Ready ready = sent.get(attempt.key());
        List<Known.Line> before = known.getOrDefault(attempt.key(), List.of());
        List<Known.Line> lines = tells && ready != null ? Lines.pair(ready.values(), before, found) : found.lines();
        return new Binding(
                attempt.key(),
                found.quickbooksId(),
                found.editToken(),
                found.fullName(),
                Binding.linesJson(lines),
                tells ? attempt.snapshot() : null,
                tells ? attempt.version() : 0,
                false);
    }

    private void rejected(List<Outcome.Of> refused) {
        if (refused.isEmpty()) {
            return;
        }
        ledger.attempts().close(visit.company(), set, attempts(refused), "rejected");
        ledger.pendings().hold(visit.company(), keys(refused), visit.epoch());
        for (Outcome.Of of : refused) {
            var rejected = (Outcome.Rejected) of.outcome();
            raise(of.attempt(), rejected.decoded(), rejected.message(), "open", null);
            if (rejected.decoded().family() == Family.NAME_CLASH && of.attempt().verb() == Verb.ADD) {
                // who has the name already? asked in this same visit
                ledger.pendings()
                        .change(
                                visit.company(),
                                of.attempt().key(),
                                "held",
                                Mode.SEND,
                                LookFor.forClash().json(),
                                null,
                                -1);
            }
        }
    }

    private void notThere(List<Outcome.Of> gone) {
        if (gone.isEmpty()) {
            return;
        }
        ledger.attempts().close(visit.company(), set, attempts(gone), "rejected");
        ledger.pendings().hold(visit.company(), keys(gone), visit.epoch());
        List<Outcome.Of> dead = gone.stream().filter(Settling::isItself).toList();
        ledger.bindings()
                .gone(
                        visit.company(),
                        dead.stream().map(of -> of.attempt().key().type()).toList(),
                        dead.stream()
                                .map(of ->
                                        Objects.requireNonNullElse(of.attempt().quickbooksId(), ""))
                                .toList(),
                        now);
        ledger.pendings().waitOn(visit.company(), keys(dead));
        gone.forEach(of -> {
            var notThere = (Outcome.NotThere) of.outcome();
            raise(of.attempt(), notThere.decoded(), notThere.message(), "open", null);
        });
    }

    private void inUse(List<Outcome.Of> locked) {
        if (locked.isEmpty()) {
            return;
        }
        ledger.attempts().close(visit.company(), set, attempts(locked), "rejected");
        ledger.pendings().queue(visit.company(), keys(locked), visit.epoch(), true);
        locked.forEach(of -> {
            var inUse = (Outcome.InUse) of.outcome();
            raise(of.attempt(), inUse.decoded(), inUse.message(), "retrying", null);
        });
    }

    private void stale(List<Outcome.Of> stale) {
        if (stale.isEmpty()) {
            return;
        }
        ledger.attempts().close(visit.company(), set, attempts(stale), "rejected");
        ledger.pendings().readAgain(visit.company(), keys(stale), visit.epoch());
        stale.forEach(of -> {
            var old = (Outcome.Stale) of.outcome();
            raise(of.attempt(), old.decoded(), old.message(), "retrying", null);
        });
    }

    private void inDoubt(List<Outcome.Of> doubtful) {
        if (doubtful.isEmpty()) {
            return;
        }
        ledger.pendings().inDoubt(visit.company(), keys(doubtful));
        doubtful.forEach(
                of -> events.add(event(of.attempt(), "in-doubt", "", ((Outcome.InDoubt) of.outcome()).why(), "")));
    }

    private void ambiguous(List<Outcome.Of> unclear) {
        closed(unclear, "ambiguous", keys -> ledger.pendings().hold(visit.company(), keys, visit.epoch()));
        for (Outcome.Of of : unclear) {
            var ambiguous = (Outcome.Ambiguous) of.outcome();
            raise(
                    of.attempt(),
                    decode(Codes.AMBIGUOUS, ambiguous.why()),
                    ambiguous.why(),
                    "open",
                    matches(of.attempt(), ambiguous));
        }
    }

    private void deleted(List<Outcome.Of> deleted) {
        closed(deleted, "deleted-in-quickbooks", keys -> ledger.pendings().hold(visit.company(), keys, visit.epoch()));
        for (Outcome.Of of : deleted) {
            String why = ((Outcome.DeletedInQuickBooks) of.outcome()).why();
            raise(of.attempt(), decode(Codes.DELETED_SINCE, why), why, "open", null);
        }
    }

    private void closed(List<Outcome.Of> some, String state, java.util.function.Consumer<List<RecordKey>> next) {
        if (!some.isEmpty()) {
            ledger.attempts().close(visit.company(), set, attempts(some), state);
            next.accept(keys(some));
        }
    }

    private void raise(Attempt attempt, Decoded decoded, String message, String state, @Nullable String found) {
        raised.add(new SyncErrors.Raised(
                attempt.key(),
                decoded.code().toString(),
                message,
                Objects.requireNonNullElse(decoded.variant(), ""),
                attempt.verb().word(),
                decoded.family().word(),
                decoded.repairs().stream().map(RepairKind::word).toList(),
                state,
                set,
                attempt.requestId(),
                found));
        events.add(event(
                attempt,
                state.equals("open") ? "failed" : "retry",
                decoded.code().toString(),
                message,
                ""));
        if (decoded.family() == Family.UNKNOWN) {
            ledger.errors().unknown(visit.company(), decoded.code().toString(), message, now);
        }
    }

    private History.Event event(Attempt attempt, String outcome, String code, String message, String quickbooksId) {
        return new History.Event(attempt.key(), outcome, "", code, message, quickbooksId, set, attempt.requestId());
    }

    /** The id that was not found is the record's own, not that of something it refers to. */
    private static boolean isItself(Outcome.Of of) {
        String named = ((Outcome.NotThere) of.outcome()).decoded().facts().get("oldId");
        return named == null || named.equals(of.attempt().quickbooksId());
    }

    private static boolean hasLines(Outcome.Of of) {
        return of.outcome() instanceof Outcome.Synced(Row.Found found)
                && found != null
                && !found.lines().isEmpty();
    }

    private Decoded decode(StatusCode code, String message) {
        return decoder.decode(code, message, dev.relink.catalogue.Operation.ADD);
    }

    private static String matches(Attempt attempt, Outcome.Ambiguous ambiguous) {
        var type = EntityTypes.require(attempt.key().type());
        var wanted = RecordJson.read(type, attempt.snapshot());
        return Json.write(ambiguous.candidates().stream()
                .map(found -> Match.of(type, wanted, found))
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
                : Objects.requireNonNullElse(of.attempt().quickbooksId(), "");
    }

    private static List<Attempt> attempts(List<Outcome.Of> outcomes) {
        return outcomes.stream().map(Outcome.Of::attempt).toList();
    }

    private static List<RecordKey> keys(List<Outcome.Of> outcomes) {
        return map(outcomes, of -> of.attempt().key());
    }

    private static <T> List<T> map(List<Outcome.Of> outcomes, Function<Outcome.Of, T> part) {
        return outcomes.stream().map(part).toList();
    }
}
