package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.Attempts;
import dev.relink.attempt.MessageSets;
import dev.relink.attempt.StoredSet;
import dev.relink.connection.Connection;
import dev.relink.connection.Connections;
import dev.relink.connector.Answer;
import dev.relink.connector.Connector;
import dev.relink.connector.MessageSet;
import dev.relink.connector.Platform;
import dev.relink.connector.Request;
import dev.relink.connector.Response;
import dev.relink.connector.StatusCode;
import dev.relink.entity.RecordKey;
import dev.relink.pending.Candidate;
import dev.relink.pending.Candidates;
import dev.relink.pending.PendingSyncs;
import dev.relink.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sends: as many independent writes as fit, parents first, from the head of the queue, if nothing forbids it. */
@Component
@Order(5)
final class WriteStep implements Step {

    static final int LARGEST_SET = 500;

    /** Ten batches of QuickBooks Online, as many as may be under way. */
    private static final int LARGEST_ONLINE = 300;

    /** QuickBooks answers each request, and could not keep a copy of the answer for a later question. */
    private static final String NOT_STORED = "9005";

    private static final int SMALLEST_SET = 10;
    private static final Duration QUICK = Duration.ofSeconds(20);

    private final Candidates candidates;
    private final PendingSyncs pendings;
    private final Attempts attempts;
    private final MessageSets sets;
    private final Connections connections;
    private final Prepared prepared;
    private final Preflight preflight;
    private final Suspects suspects;
    private final Drafts drafts;
    private final Outcomes outcomes;
    private final Settlement settlement;
    private final LateAnswers lateAnswers;
    private final Ids ids;
    private final Clock clock;

    WriteStep(
            Candidates candidates,
            PendingSyncs pendings,
            Attempts attempts,
            MessageSets sets,
            Connections connections,
            Prepared prepared,
            Preflight preflight,
            Suspects suspects,
            Drafts drafts,
            Outcomes outcomes,
            Settlement settlement,
            LateAnswers lateAnswers,
            Ids ids,
            Clock clock) {
        this.candidates = candidates;
        this.pendings = pendings;
        this.attempts = attempts;
        this.sets = sets;
        this.connections = connections;
        this.prepared = prepared;
        this.preflight = preflight;
        this.suspects = suspects;
        this.drafts = drafts;
        this.outcomes = outcomes;
        this.settlement = settlement;
        this.lateAnswers = lateAnswers;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Set<StoredSet.Kind> kinds() {
        return Set.of(StoredSet.Kind.WRITE, StoredSet.Kind.PREFLIGHT);
    }

    @Override
    public @Nullable Planned plan(Visit visit) {
        if (sets.unresolved(visit.company()).isPresent()) {
            return null; // no write goes out before the doubts are closed
        }
        Connection connection = connections.of(visit.company());
        int most = most(visit, connection);
        if (most == 0) {
            return null;
        }
        List<Drafts.Draft> run = List.of();
        while (run.isEmpty()) {
            List<Candidate> head = candidates.head(visit.company(), visit.epoch(), most);
            if (head.isEmpty()) {
                return null;
            }
            Map<RecordKey, Prepared.Ready> ready = prepared.of(visit.company(), head);
            Preflight.Judged judged = preflight.judge(visit, head, ready);
            if (judged.ask() != null) {
                return judged.ask();
            }
            run = drafts.of(visit, suspects.without(visit, judged.clear(), ready), ready, connection.qbxmlVersion());
        }
        pendings.inFlight(
                visit.company(),
                run.stream().map(draft -> draft.attempt().key()).toList());
        String id = ids.messageSetId();
        var set = new MessageSet(
                id,
                sets.toClear(visit.company()),
                run.stream().<Request>map(Drafts.Draft::request).toList());
        return new Planned(
                StoredSet.Kind.WRITE,
                set,
                List.of(),
                run.stream().map(Drafts.Draft::attempt).toList());
    }

    /** Where QuickBooks Online lets nothing be written, one record a run tries whether it does again. */
    private static int most(Visit visit, Connection connection) {
        if (visit.platform() != Platform.ONLINE || !connection.troubled()) {
            return connection.setSize();
        }
        return connection.troubledNow() ? 0 : 1;
    }

    @Override
    public void accept(Visit visit, StoredSet set, Answer answer) {
        if (set.kind() == StoredSet.Kind.PREFLIGHT) {
            preflight.accept(visit, set, answer);
        } else {
            written(visit, set, answer);
        }
    }

    private void written(Visit visit, StoredSet set, Answer answer) {
        var open = new LinkedHashMap<String, Attempt>();
        attempts.open(visit.company(), set.id()).forEach(attempt -> open.put(attempt.requestId(), attempt));
        boolean isLate = !set.state().equals("out");
        List<Attempt> some = isLate ? attempts.givenUp(visit.company(), set.id()) : List.of();
        var givenUp = new LinkedHashMap<String, Attempt>();
        some.forEach(attempt -> givenUp.put(attempt.requestId(), attempt));
        checkIsOurs(set, answer);
        var settled = new ArrayList<Outcome.Of>();
        var late = new ArrayList<Outcome.Of>();
        while (answer.hasNext()) {
            Response response = answer.next();
            Attempt attempt = open.remove(response.requestId());
            if (attempt != null) {
                settled.add(new Outcome.Of(attempt, outcomes.of(response, attempt.verb())));
            } else if (givenUp.remove(response.requestId()) instanceof Attempt gone) {
                late.add(new Outcome.Of(gone, outcomes.of(response, gone.verb())));
            }
        }
        open.values()
                .forEach(attempt -> settled.add(new Outcome.Of(
                        attempt, new Outcome.InDoubt("The answer to its message set does not mention it"))));
        settlement.settle(visit, set, settled);
        lateAnswers.take(visit, set, late);
        if (!isLate) {
            grow(visit, set);
        }
    }

    private static void checkIsOurs(StoredSet set, Answer answer) {
        String echoed = answer.messageSetId();
        if (echoed != null && !echoed.isEmpty() && !echoed.equals(set.id())) {
            throw new Connector.UnreadableAnswer(
                    "The answer is for message set %s, %s was sent".formatted(echoed, set.id()));
        }
        StatusCode status = answer.setStatus();
        if (status != null && !status.code().equals("0") && !status.code().equals(NOT_STORED)) {
            throw new Connector.UnreadableAnswer("QuickBooks answered the whole message set with %s".formatted(status));
        }
    }

    /**
     * Bigger sets while answers come quickly. QuickBooks Online is called at the pace of its limits, so how long a set takes
     * tells nothing there, and a call that is lost leaves the other calls of its set alone.
     */
    private void grow(Visit visit, StoredSet set) {
        if (visit.platform() == Platform.ONLINE) {
            growOnline(visit, set);
            return;
        }
        boolean quick = Duration.between(set.sentAt(), clock.instant()).compareTo(QUICK) < 0;
        int size = connections.of(visit.company()).setSize();
        int next = quick && set.requests() >= size
                ? Math.min(LARGEST_SET, size * 2)
                : quick ? size : Math.max(SMALLEST_SET, size / 2);
        if (next != size) {
            connections.setSize(visit.company(), next);
        }
    }

    private void growOnline(Visit visit, StoredSet set) {
        int size = connections.of(visit.company()).setSize();
        if (set.requests() >= size && size < LARGEST_ONLINE) {
            connections.setSize(visit.company(), LARGEST_ONLINE);
        }
    }

    /**
     * Where it is known that nothing was executed the writes go again in two halves until the one that QuickBooks cannot
     * read is alone; otherwise all are in doubt.
     */
    @Override
    public void failed(Visit visit, StoredSet set, NoAnswer why) {
        if (set.kind() == StoredSet.Kind.PREFLIGHT) {
            if (!why.isPassing()) {
                preflight.failed(visit, set);
            }
            return;
        }
        List<Attempt> open = attempts.open(visit.company(), set.id());
        StatusCode code = why.code();
        if (code == null || !outcomes.isRefusedWhole(code, why.why())) {
            String sentence =
                    code == null ? why.why() : "QuickBooks gave no answer but %s: %s".formatted(code, why.why());
            inDoubt(visit, set, open, sentence);
        } else if (open.size() == 1) {
            Attempt poison = open.getFirst();
            settlement.settle(
                    visit, set, List.of(new Outcome.Of(poison, outcomes.of(code, why.why(), poison.verb(), null))));
        } else {
            attempts.close(visit.company(), set.id(), open, "not-processed");
            List<RecordKey> keys = open.stream().map(Attempt::key).toList();
            pendings.queue(visit.company(), keys, -1, false);
            pendings.inSmallerSets(visit.company(), keys, (open.size() + 1) / 2);
        }
    }

    /** Every write without an outcome is in doubt, each to be resolved on its own. */
    private void inDoubt(Visit visit, StoredSet set, List<Attempt> open, String why) {
        attempts.inDoubt(visit.company(), set.id());
        settlement.settle(
                visit,
                set,
                open.stream()
                        .map(attempt -> new Outcome.Of(attempt, new Outcome.InDoubt(why)))
                        .toList());
        int size = connections.of(visit.company()).setSize();
        connections.setSize(visit.company(), Math.max(SMALLEST_SET, size / 2));
    }
}
