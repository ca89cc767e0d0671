package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.Verb;
import dev.relink.binding.Binding;
import dev.relink.connector.Known;
import dev.relink.connector.Lines;
import dev.relink.connector.Row;
import dev.relink.entity.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The writes of a set that were done: their bindings, their pending syncs, and the children that waited for them. */
final class Telling {

    private final Ledger ledger;
    private final Prepared prepared;
    private final Visit visit;
    private final Instant now;

    /** Done, and then written over in the same set by a record that is another. */
    private final Set<RecordKey> overwritten;

    Telling(Ledger ledger, Prepared prepared, Visit visit, Instant now, Set<RecordKey> overwritten) {
        this.ledger = ledger;
        this.prepared = prepared;
        this.visit = visit;
        this.now = now;
        this.overwritten = overwritten;
    }

    void done(List<Outcome.Of> done) {
        bind(done);
        ledger.bindings().readFirst(visit.company(), keys(with(done, Verb.MOD)));
        retire(with(done, Verb.DELETE));
        ledger.bindings().removed(visit.company(), keys(with(done, Verb.VOID, Verb.DEACTIVATE)), now);
        tell(done.stream().filter(of -> of.attempt().verb() != Verb.REACTIVATE).toList());
        wake(keys(with(done, Verb.REACTIVATE)));
        ledger.pendings().parents().release(visit.company(), keys(done));
        ledger.lacks()
                .rightsProven(visit.company(), done.stream().map(Telling::right).collect(Collectors.toSet()));
    }

    /** The right that QuickBooks must have given for it. */
    static Need right(Outcome.Of of) {
        return Need.right(of.attempt().verb(), of.attempt().key().type());
    }

    private void bind(List<Outcome.Of> done) {
        List<Attempt> withLines =
                done.stream().filter(Telling::hasLines).map(Outcome.Of::attempt).toList();
        Map<RecordKey, Prepared.Ready> sent = prepared.ofAttempts(visit.company(), withLines);
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
        boolean stands = tells && !overwritten.contains(attempt.key());
        Prepared.Ready ready = sent.get(attempt.key());
        List<Known.Line> before = known.getOrDefault(attempt.key(), List.of());
        List<Known.Line> lines = tells && ready != null ? Lines.pair(ready.values(), before, found) : found.lines();
        return new Binding(
                attempt.key(),
                found.quickbooksId(),
                found.editToken(),
                found.fullName(),
                Binding.linesJson(lines),
                stands ? attempt.snapshot() : null,
                stands ? attempt.version() : 0,
                false);
    }

    private void retire(List<Outcome.Of> deleted) {
        if (!deleted.isEmpty()) {
            ledger.bindings()
                    .retire(visit.company(), keys(deleted), now, "Relink", "deleted in QuickBooks for the app");
        }
    }

    /** What was written over is not told: it waits again, as if the app had changed it since. */
    private void tell(List<Outcome.Of> told) {
        ledger.pendings()
                .told(
                        visit.company(),
                        keys(told),
                        told.stream()
                                .map(Outcome.Of::attempt)
                                .map(one -> overwritten.contains(one.key()) ? 0L : one.version())
                                .toArray(Long[]::new));
    }

    private void wake(List<RecordKey> woken) {
        if (!woken.isEmpty()) {
            ledger.bindings().woken(visit.company(), woken);
            ledger.pendings().save(visit.company(), woken);
        }
    }

    /** What history shall say besides; empty as a rule. */
    String remark(Outcome.Of of) {
        if (overwritten.contains(of.attempt().key())) {
            return "Another record was written over it in the same message set; it is sent again. Look through the fields that the app does not send";
        }
        return of.outcome() instanceof Outcome.Synced(Row.Found found)
                        && found != null
                        && !found.unread().isEmpty()
                ? "Left out of QuickBooks' answer, since it cannot be read: "
                        + String.join(", ", found.unread().values())
                : "";
    }

    private static List<Outcome.Of> with(List<Outcome.Of> done, Verb... verbs) {
        return done.stream()
                .filter(of -> List.of(verbs).contains(of.attempt().verb()))
                .toList();
    }

    private static boolean hasLines(Outcome.Of of) {
        return of.outcome() instanceof Outcome.Synced(Row.Found found)
                && found != null
                && !found.lines().isEmpty();
    }

    private static List<RecordKey> keys(List<Outcome.Of> outcomes) {
        return outcomes.stream().map(of -> of.attempt().key()).toList();
    }
}
