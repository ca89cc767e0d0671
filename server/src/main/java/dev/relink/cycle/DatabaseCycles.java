package dev.relink.cycle;

import dev.relink.attempt.Attempts;
import dev.relink.attempt.MessageSets;
import dev.relink.attempt.StoredSet;
import dev.relink.company.CompanyId;
import dev.relink.connection.Connection;
import dev.relink.connection.Connections;
import dev.relink.connector.Answer;
import dev.relink.connector.Connector;
import dev.relink.connector.Request;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.pending.PendingSyncs;
import dev.relink.platform.Ids;
import java.io.Reader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The cycle: identity, doubts, look-ups, writes, reads; the first step that plans something is sent. Each call is one
 * transaction that begins by proving its epoch, so a driver that was overtaken can change nothing.
 */
@Service
final class DatabaseCycles implements Cycles {

    private final List<Step> steps;
    private final IdentityStep identity;
    private final WriteStep writes;
    private final ReadStep reads;
    private final Leases leases;
    private final MessageSets sets;
    private final Attempts attempts;
    private final PendingSyncs pendings;
    private final Connections connections;
    private final Connector connector;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DatabaseCycles(
            List<Step> steps,
            IdentityStep identity,
            WriteStep writes,
            ReadStep reads,
            Leases leases,
            MessageSets sets,
            Attempts attempts,
            PendingSyncs pendings,
            Connections connections,
            Connector connector,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.steps = List.copyOf(steps);
        this.identity = identity;
        this.writes = writes;
        this.reads = reads;
        this.leases = leases;
        this.sets = sets;
        this.attempts = attempts;
        this.pendings = pendings;
        this.connections = connections;
        this.connector = connector;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Visit begin(CompanyId company) {
        return inTransaction(() -> {
            var visit = new Visit(company, leases.take(company));
            sets.out(company).ifPresent(set -> lost(visit, set, "A new visit began before its answer came"));
            connections.runStarted(company, clock.instant());
            return visit;
        });
    }

    @Override
    public Turn next(Visit visit, Row.@Nullable Books books) {
        return inTransaction(() -> {
            leases.prove(visit);
            sets.out(visit.company())
                    .ifPresent(set -> lost(visit, set, "Another request was asked for before its answer came"));
            if (books != null) {
                identity.identify(visit, books);
            }
            Connection connection = connections.of(visit.company());
            boolean mayAskAgain = isWrongFile(connection) && connection.identifiedEpoch() != visit.epoch();
            if (connection.isStopped() && !mayAskAgain) {
                return new Turn.Stopped(String.valueOf(connection.stoppedDetail()));
            }
            for (Step step : steps) {
                Step.Planned planned = step.plan(visit);
                if (planned != null) {
                    return send(visit, planned);
                }
            }
            return new Turn.Nothing();
        });
    }

    private static boolean isWrongFile(Connection connection) {
        return "wrong-company-file".equals(connection.stoppedBecause());
    }

    /** Commits the exact bytes; only then may they leave. */
    private Turn send(Visit visit, Step.Planned planned) {
        byte[] body =
                connector.write(planned.set(), connections.of(visit.company()).qbxmlVersion());
        boolean isWrite = planned.kind() == StoredSet.Kind.WRITE;
        String id = isWrite ? String.valueOf(planned.set().id()) : ids.messageSetId();
        int requests = isWrite ? planned.attempts().size() : planned.questions().size();
        String plan = planned.questions().isEmpty() ? null : Question.json(planned.questions());
        sets.out(visit.company(), id, planned.kind(), visit.epoch(), requests, body, plan, clock.instant());
        if (isWrite) {
            attempts.sent(visit.company(), id, clock.instant(), planned.attempts());
            clear(visit, planned.set().previous());
        }
        return new Turn.Send(body);
    }

    /** The set that this one lets QuickBooks forget is not named again. */
    private void clear(Visit visit, @Nullable String previous) {
        if (previous != null) {
            sets.cleared(visit.company(), previous);
        }
    }

    @Override
    public Progress accept(Visit visit, Reader answer) {
        try {
            return inTransaction(() -> leases.holds(visit) ? accepted(visit, answer) : late(visit, answer));
        } catch (Connector.UnreadableAnswer unreadable) {
            return inTransaction(() -> unreadable(visit, String.valueOf(unreadable.getMessage())));
        }
    }

    private Progress accepted(Visit visit, Reader answer) {
        Optional<StoredSet> out = sets.out(visit.company());
        if (out.isEmpty()) {
            return new Progress.NotExpected("Relink did not wait for an answer; nothing was changed by it.");
        }
        StoredSet set = out.get();
        take(visit, set, "out", answer);
        return progress(visit);
    }

    /** Truth is never refused: the answer to an overtaken visit's set still closes that set's own attempts. */
    private Progress late(Visit visit, Reader answer) {
        leases.lock(visit.company());
        Optional<StoredSet> set = sets.inDoubtOf(visit.company(), visit.epoch());
        set.ifPresent(lost -> take(visit, lost, "in-doubt", answer));
        return new Progress.NotExpected("Another Web Connector has taken over; this answer was kept.");
    }

    private void take(Visit visit, StoredSet set, String state, Reader answer) {
        boolean isWrite = set.kind() == StoredSet.Kind.WRITE;
        var kept = new KeptAnswer(answer);
        Map<String, Request> requests = requests(visit, set);
        try (Answer read = connector.read(isWrite ? kept : answer, requests)) {
            step(set.kind()).accept(visit, set, read);
        }
        boolean open = isWrite && !attempts.open(visit.company(), set.id()).isEmpty();
        if (open) {
            attempts.inDoubt(visit.company(), set.id());
        }
        String next = open ? "in-doubt" : "resolved";
        sets.move(visit.company(), set.id(), state, next, isWrite ? kept.gzipped() : null, clock.instant());
    }

    /** What the rows of the answer are: as planned, or the records of the writes. */
    private Map<String, Request> requests(Visit visit, StoredSet set) {
        return switch (set.kind()) {
            case WRITE -> Question.writes(set.requests());
            case STATUS_CHECK ->
                Question.writes(sets.unresolved(visit.company())
                        .map(StoredSet::requests)
                        .orElse(0));
            case IDENTITY, PROBE, LOOK_UP, PREFLIGHT, READ -> Question.requests(Question.list(set.plan()));
        };
    }

    private Step step(StoredSet.Kind kind) {
        return steps.stream()
                .filter(step -> step.kinds().contains(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No step takes answers to " + kind));
    }

    private Progress unreadable(Visit visit, String why) {
        Optional<StoredSet> out = leases.holds(visit) ? sets.out(visit.company()) : Optional.empty();
        out.ifPresent(set -> lost(visit, set, why));
        String sentence = "The answer of QuickBooks could not be read (%s).".formatted(why);
        if (leases.holds(visit)) {
            connections.problem(visit.company(), null, sentence, clock.instant());
        }
        return new Progress.NotExpected(
                sentence + " What it was for is looked up at the next run; nothing is sent twice.");
    }

    @Override
    public Progress refused(Visit visit, StatusCode code, String message) {
        return inTransaction(() -> {
            Optional<StoredSet> out = leases.holds(visit) ? sets.out(visit.company()) : Optional.empty();
            if (out.isEmpty()) {
                return new Progress.NotExpected("Relink did not wait for an answer; nothing was changed by it.");
            }
            if (out.get().kind() != StoredSet.Kind.WRITE || !writes.isAboutTheSet(code, message)) {
                connections.problem(visit.company(), code.toString(), message, clock.instant());
            }
            return refused(visit, out.get(), code, message);
        });
    }

    private Progress refused(Visit visit, StoredSet set, StatusCode code, String message) {
        if (set.kind() != StoredSet.Kind.WRITE) {
            sets.move(visit.company(), set.id(), "out", "dropped", null, clock.instant());
            if (set.kind() == StoredSet.Kind.READ) {
                reads.refused(visit, null);
            }
            return new Progress.Percent(100);
        }
        writes.refused(visit, set, code, message);
        boolean open = !attempts.open(visit.company(), set.id()).isEmpty();
        sets.move(visit.company(), set.id(), "out", open ? "in-doubt" : "resolved", null, clock.instant());
        return open ? new Progress.Percent(100) : progress(visit);
    }

    /** Its answer will not come: writes are in doubt, reads are asked anew. */
    private void lost(Visit visit, StoredSet set, String why) {
        if (set.kind() == StoredSet.Kind.WRITE) {
            writes.inDoubt(visit, set, attempts.open(visit.company(), set.id()), why);
            sets.move(visit.company(), set.id(), "out", "in-doubt", null, clock.instant());
        } else {
            sets.move(visit.company(), set.id(), "out", "dropped", null, clock.instant());
        }
    }

    private Progress progress(Visit visit) {
        if (connections.of(visit.company()).isStopped()) {
            return new Progress.Percent(0); // the next call is told why
        }
        boolean doubtful = sets.unresolved(visit.company()).isPresent();
        boolean more = doubtful
                ? sets.unresolved(visit.company())
                        .filter(set -> set.probedEpoch() == null || set.probedEpoch() != visit.epoch())
                        .isPresent()
                : pendings.hasMore(visit.company(), visit.epoch());
        if (!more && !reads.isDue(visit)) {
            return new Progress.Percent(100);
        }
        int done = connections.syncedInRun(visit.company());
        int left = pendings.waiting(visit.company(), 10_000);
        return new Progress.Percent(Math.min(99, Math.max(1, 100 * done / Math.max(1, done + left))));
    }

    @Override
    public void end(Visit visit) {
        inTransaction(() -> {
            if (leases.holds(visit)) {
                sets.out(visit.company()).ifPresent(set -> lost(visit, set, "The visit ended before its answer came"));
                connections.runEnded(visit.company(), clock.instant());
            }
            return visit;
        });
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
