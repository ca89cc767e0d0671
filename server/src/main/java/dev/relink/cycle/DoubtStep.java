package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.Attempts;
import dev.relink.attempt.MessageSets;
import dev.relink.attempt.StoredSet;
import dev.relink.attempt.Verb;
import dev.relink.connection.Connections;
import dev.relink.connector.Answer;
import dev.relink.connector.Connector;
import dev.relink.connector.Connectors;
import dev.relink.entity.RecordKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Closes doubts, and nothing else does but a person: asks QuickBooks what it stored, then looks for what each lost
 * write would have made. Never a timer, never a blind resend.
 */
@Component
@Order(2)
final class DoubtStep implements Step {

    /** The PC's clock and ours differ; what the lost set made may carry an earlier time than we sent it. */
    private static final Duration MARGIN = Duration.ofHours(26);

    /** After so many runs in which QuickBooks could not be asked about a write, a person decides. */
    private static final int RUNS_IN_VAIN = 3;

    private static final int MOST = 100_000;

    private final MessageSets sets;
    private final Attempts attempts;
    private final Connections connections;
    private final Connectors connectors;
    private final Prepared prepared;
    private final Outcomes outcomes;
    private final Verdicts verdicts;
    private final Settlement settlement;
    private final Clock clock;

    DoubtStep(
            MessageSets sets,
            Attempts attempts,
            Connections connections,
            Connectors connectors,
            Prepared prepared,
            Outcomes outcomes,
            Verdicts verdicts,
            Settlement settlement,
            Clock clock) {
        this.sets = sets;
        this.attempts = attempts;
        this.connections = connections;
        this.connectors = connectors;
        this.prepared = prepared;
        this.outcomes = outcomes;
        this.verdicts = verdicts;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Override
    public Set<StoredSet.Kind> kinds() {
        return Set.of(StoredSet.Kind.STATUS_CHECK, StoredSet.Kind.PROBE);
    }

    @Override
    public @Nullable Planned plan(Visit visit) {
        StoredSet lost = sets.unresolved(visit.company()).orElse(null);
        if (lost == null || is(lost.probedEpoch(), visit)) {
            return null;
        }
        Planned check = is(lost.checkedEpoch(), visit) ? null : check(visit, lost);
        if (check != null) {
            return check;
        }
        List<Attempt> next = next(visit, lost);
        if (next.isEmpty()) {
            return null;
        }
        attempts.probe(visit.company(), lost.id(), next);
        return Planned.reads(StoredSet.Kind.PROBE, questions(visit, lost, next));
    }

    /** Asks QuickBooks itself; null where it cannot be asked. */
    private @Nullable Planned check(Visit visit, StoredSet lost) {
        var open = attempts.open(visit.company(), lost.id()).stream()
                .map(Attempt::requestId)
                .collect(Collectors.toSet());
        var age = Duration.between(lost.sentAt(), clock.instant());
        var writes = new Connector.LostWrites(lost.id(), sets.body(visit.company(), lost.id()), age, open);
        byte[] body = connectors
                .of(visit.platform())
                .askAgain(writes, connections.of(visit.company()).qbxmlVersion())
                .orElse(null);
        if (body == null) {
            sets.checked(visit.company(), lost.id(), visit.epoch(), null);
        }
        return body == null ? null : Planned.statusCheck(lost.id(), body);
    }

    /** Those that this visit has not asked about yet: many together, and one by one what could not be asked about before. */
    private List<Attempt> next(Visit visit, StoredSet lost) {
        List<Attempt> left = attempts.open(visit.company(), lost.id()).stream()
                .filter(attempt -> !is(attempt.probedEpoch(), visit))
                .toList();
        List<Attempt> good =
                left.stream().filter(attempt -> attempt.probeFailures() == 0).toList();
        return good.isEmpty()
                ? left.stream().limit(1).toList()
                : good.stream().limit(lost.probeLimit()).toList();
    }

    private static boolean is(@Nullable Long epoch, Visit visit) {
        return epoch != null && epoch == visit.epoch();
    }

    private Questions questions(Visit visit, StoredSet lost, List<Attempt> open) {
        StoredStatuses stored = StoredStatuses.ofJson(lost.stored());
        Map<RecordKey, Prepared.Ready> ready = prepared.ofAttempts(visit.company(), open);
        var questions = new Questions();
        var types = new LinkedHashSet<String>();
        for (Attempt attempt : open) {
            StoredStatuses.Status status = stored.of(attempt.requestId());
            String id = attempt.verb() == Verb.ADD && status != null ? status.quickbooksId() : attempt.quickbooksId();
            if (id != null) {
                questions.id(attempt.key(), attempt.key().type(), id);
            }
            if (attempt.verb() == Verb.ADD) {
                types.add(attempt.key().type());
                LookUpStep.byNaturalKey(questions, attempt.key(), Objects.requireNonNull(ready.get(attempt.key())));
            }
        }
        Instant since = lost.sentAt().minus(MARGIN);
        types.forEach(type -> questions.changed(type, since, 0, null));
        questions.deletedLists(since);
        questions.deletedTransactions(since);
        return questions;
    }

    @Override
    public void accept(Visit visit, StoredSet set, Answer answer) {
        StoredSet lost = sets.unresolved(visit.company()).orElse(null);
        if (lost == null) {
            return; // a late answer has closed it meanwhile
        }
        if (set.kind() == StoredSet.Kind.STATUS_CHECK) {
            StoredStatuses stored = StoredStatuses.read(answer);
            boolean isProof = connectors.of(visit.platform()).remembersErrors();
            sets.checked(visit.company(), lost.id(), visit.epoch(), (isProof ? stored : stored.withoutErrors()).json());
        } else {
            probed(visit, set, lost, answer);
        }
    }

    /**
     * What QuickBooks had stored cannot be read: it counts as not stored, and the look-up alone decides. A look-up that
     * cannot be made is made in halves, until the write that QuickBooks cannot be asked about is alone.
     */
    @Override
    public void failed(Visit visit, StoredSet set, NoAnswer why) {
        StoredSet lost = sets.unresolved(visit.company()).orElse(null);
        if (lost == null || why.code() != null && !outcomes.isRefusedWhole(why.code(), why.why())) {
            return; // QuickBooks was not reached: nothing is wrong with what was asked
        }
        if (set.kind() == StoredSet.Kind.STATUS_CHECK) {
            sets.checked(visit.company(), lost.id(), visit.epoch(), null);
            return;
        }
        List<Attempt> asked = asked(visit, lost);
        if (asked.size() > 1) {
            sets.probeLimit(visit.company(), lost.id(), (asked.size() + 1) / 2);
        } else {
            notAnswered(visit, lost, asked, attempt -> why.why());
            sets.probeLimit(visit.company(), lost.id(), 2);
            close(visit, lost);
        }
    }

    private List<Attempt> asked(Visit visit, StoredSet lost) {
        return attempts.open(visit.company(), lost.id()).stream()
                .filter(Attempt::isProbed)
                .toList();
    }

    private void probed(Visit visit, StoredSet probe, StoredSet lost, Answer answer) {
        List<Attempt> asked = asked(visit, lost);
        Set<String> markers = asked.stream().map(Attempt::marker).collect(Collectors.toSet());
        Map<RecordKey, Prepared.Ready> ready = prepared.ofAttempts(visit.company(), asked);
        var renamed = new Renamed(ready.values(), visit.platform().quickBooks());
        Gathered gathered = Gathered.read(answer, Question.list(probe.plan()), markers, renamed, outcomes);
        gathered.forget(prepared.bound(visit.company(), gathered.strangers()));
        StoredStatuses stored = StoredStatuses.ofJson(lost.stored());
        var settled = new ArrayList<Outcome.Of>();
        var empty = new ArrayList<Attempt>();
        var open = new ArrayList<Attempt>();
        var unanswered = new ArrayList<Attempt>();
        for (Attempt attempt : asked) {
            Prepared.Ready record = Objects.requireNonNull(ready.get(attempt.key()));
            Outcome outcome = verdicts.of(visit, attempt, record, stored, gathered, clock.instant());
            if (!gathered.isComplete(attempt.key())) {
                unanswered.add(attempt);
            } else if (outcome instanceof Outcome.Absent
                    && attempt.emptyEpoch() == null
                    && attempt.verb() == Verb.ADD) {
                empty.add(attempt); // believed when a second look-up, later and in another visit, says the same
                open.add(attempt);
            } else if (outcome instanceof Outcome.InDoubt) {
                open.add(attempt);
                if (attempt.emptyAt() instanceof Instant emptyAt && emptyAt.isAfter(clock.instant())) {
                    empty.add(attempt); // the clock went back: from here the quarantine is counted
                }
            } else {
                settled.add(new Outcome.Of(attempt, outcome));
            }
        }
        attempts.foundNothing(visit.company(), lost.id(), empty, visit.epoch(), clock.instant());
        attempts.probed(visit.company(), lost.id(), open, visit.epoch());
        settlement.settle(visit, lost, settled);
        notAnswered(visit, lost, unanswered, attempt -> gathered.lackOf(attempt.key()));
        sets.probeLimit(visit.company(), lost.id(), Math.min(MOST, lost.probeLimit() * 2));
        close(visit, lost);
    }

    /** Doubt stays doubt, and history says why. After some runs a person decides, and no other record waits on this one. */
    private void notAnswered(Visit visit, StoredSet lost, List<Attempt> some, Function<Attempt, String> why) {
        var outcomesOf = new ArrayList<Outcome.Of>();
        var again = new ArrayList<Attempt>();
        for (Attempt attempt : some) {
            int runs = attempt.probeFailures() + 1;
            String sentence = "QuickBooks could not be asked about it in %d %s; the last time: %s"
                    .formatted(runs, runs == 1 ? "run" : "runs", why.apply(attempt));
            if (runs < RUNS_IN_VAIN) {
                again.add(attempt);
            }
            outcomesOf.add(new Outcome.Of(
                    attempt, runs < RUNS_IN_VAIN ? new Outcome.InDoubt(sentence) : new Outcome.Unanswerable(sentence)));
        }
        attempts.notProbed(visit.company(), lost.id(), again, visit.epoch());
        settlement.settle(visit, lost, outcomesOf);
    }

    /** All were asked about, or nothing is left to ask. */
    private void close(Visit visit, StoredSet lost) {
        List<Attempt> open = attempts.open(visit.company(), lost.id());
        if (open.stream().allMatch(attempt -> is(attempt.probedEpoch(), visit))) {
            sets.probed(visit.company(), lost.id(), visit.epoch());
        }
        if (open.isEmpty()) {
            sets.move(visit.company(), lost.id(), "in-doubt", "resolved", null, clock.instant());
        }
    }
}
