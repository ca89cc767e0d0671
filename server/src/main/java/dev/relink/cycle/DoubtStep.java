package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.Attempts;
import dev.relink.attempt.MessageSets;
import dev.relink.attempt.StoredSet;
import dev.relink.attempt.Verb;
import dev.relink.connector.Answer;
import dev.relink.connector.MessageSet;
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

    private final MessageSets sets;
    private final Attempts attempts;
    private final Prepared prepared;
    private final Outcomes outcomes;
    private final Verdicts verdicts;
    private final Settlement settlement;
    private final Clock clock;

    DoubtStep(
            MessageSets sets,
            Attempts attempts,
            Prepared prepared,
            Outcomes outcomes,
            Verdicts verdicts,
            Settlement settlement,
            Clock clock) {
        this.sets = sets;
        this.attempts = attempts;
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
        if (!is(lost.checkedEpoch(), visit)) {
            return new Planned(StoredSet.Kind.STATUS_CHECK, MessageSet.statusCheck(lost.id()), List.of(), List.of());
        }
        return Planned.reads(StoredSet.Kind.PROBE, questions(visit, lost));
    }

    private static boolean is(@Nullable Long epoch, Visit visit) {
        return epoch != null && epoch == visit.epoch();
    }

    private Questions questions(Visit visit, StoredSet lost) {
        List<Attempt> open = attempts.open(visit.company(), lost.id());
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
            sets.checked(
                    visit.company(),
                    lost.id(),
                    visit.epoch(),
                    StoredStatuses.read(answer).json());
        } else {
            probed(visit, set, lost, answer);
        }
    }

    /** What QuickBooks had stored cannot be read: it counts as not stored, and the look-up alone decides. */
    @Override
    public void failed(Visit visit, StoredSet set, NoAnswer why) {
        if (set.kind() == StoredSet.Kind.STATUS_CHECK && why.code() == null) {
            sets.unresolved(visit.company())
                    .ifPresent(lost -> sets.checked(visit.company(), lost.id(), visit.epoch(), null));
        }
    }

    private void probed(Visit visit, StoredSet probe, StoredSet lost, Answer answer) {
        List<Attempt> open = attempts.open(visit.company(), lost.id());
        Set<String> markers = open.stream().map(Attempt::marker).collect(Collectors.toSet());
        Gathered gathered = Gathered.read(answer, Question.list(probe.plan()), markers, outcomes);
        StoredStatuses stored = StoredStatuses.ofJson(lost.stored());
        Map<RecordKey, Prepared.Ready> ready = prepared.ofAttempts(visit.company(), open);
        var settled = new ArrayList<Outcome.Of>();
        var empty = new ArrayList<Attempt>();
        for (Attempt attempt : open) {
            Outcome outcome = verdicts.of(
                    visit,
                    attempt,
                    Objects.requireNonNull(ready.get(attempt.key())),
                    stored,
                    gathered,
                    clock.instant());
            if (outcome instanceof Outcome.Absent && attempt.emptyEpoch() == null && attempt.verb() == Verb.ADD) {
                empty.add(attempt); // believed when a second look-up, later and in another visit, says the same
            } else if (!(outcome instanceof Outcome.InDoubt)) {
                settled.add(new Outcome.Of(attempt, outcome));
            }
        }
        sets.probed(visit.company(), lost.id(), visit.epoch());
        if (!empty.isEmpty()) {
            attempts.foundNothing(visit.company(), lost.id(), empty, visit.epoch(), clock.instant());
        }
        settlement.settle(visit, lost, settled);
        if (settled.size() == open.size()) {
            sets.move(visit.company(), lost.id(), "in-doubt", "resolved", null, clock.instant());
        }
    }
}
