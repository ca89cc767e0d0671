package dev.relink.cycle;

import dev.relink.attempt.Attempts;
import dev.relink.attempt.MessageSets;
import dev.relink.attempt.StoredSet;
import dev.relink.company.CompanyId;
import dev.relink.connection.Connection;
import dev.relink.connection.Connections;
import dev.relink.connector.Connector;
import dev.relink.connector.Connectors;
import dev.relink.connector.Platform;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.platform.Failure;
import dev.relink.platform.Ids;
import java.io.Reader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The cycle: identity, doubts, look-ups, writes, reads; the first step that plans something is sent. Each call is one
 * transaction that begins by proving its epoch, so a driver that was overtaken can change nothing.
 */
@Service
final class DatabaseCycles implements Cycles {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCycles.class);

    private static final Progress NOT_AWAITED =
            new Progress.NotExpected("Relink did not wait for an answer; nothing was changed by it.");

    /** So often is a run held up for a QuickBooks that is busy; then it is over. The Web Connector waits 5 seconds each time. */
    private static final int MOST_PAUSES = 3;

    private final List<Step> steps;
    private final IdentityStep identity;
    private final Receiving receiving;
    private final RunProgress runProgress;
    private final Outcomes outcomes;
    private final Settlement settlement;
    private final CompanyTrouble troubles;
    private final BrokenBindings broken;
    private final Leases leases;
    private final MessageSets sets;
    private final Attempts attempts;
    private final Connections connections;
    private final Connectors connectors;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DatabaseCycles(
            List<Step> steps,
            IdentityStep identity,
            Receiving receiving,
            RunProgress runProgress,
            Outcomes outcomes,
            Settlement settlement,
            CompanyTrouble troubles,
            BrokenBindings broken,
            Leases leases,
            MessageSets sets,
            Attempts attempts,
            Connections connections,
            Connectors connectors,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.steps = List.copyOf(steps);
        this.identity = identity;
        this.receiving = receiving;
        this.runProgress = runProgress;
        this.outcomes = outcomes;
        this.settlement = settlement;
        this.troubles = troubles;
        this.broken = broken;
        this.leases = leases;
        this.sets = sets;
        this.attempts = attempts;
        this.connections = connections;
        this.connectors = connectors;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Visit begin(CompanyId company) {
        return inTransaction(() -> begun(company, leases.take(company)));
    }

    @Override
    public Optional<Visit> tryBegin(CompanyId company) {
        return inTransaction(() -> leases.claim(company).map(epoch -> begun(company, epoch)));
    }

    private Visit begun(CompanyId company, long epoch) {
        var visit = new Visit(company, epoch, connections.platform(company));
        receiving.lost(visit, "A new visit began before its answer came");
        connections.runStarted(company, clock.instant());
        broken.afterLongSilence(visit);
        return visit;
    }

    @Override
    public boolean keep(Visit visit) {
        return inTransaction(() -> leases.holds(visit));
    }

    @Override
    public boolean isMoreToDo(CompanyId company) {
        return inTransaction(() -> runProgress.isMoreLater(company));
    }

    @Override
    public Turn next(Visit visit, Row.@Nullable Books books) {
        return inTransaction(() -> {
            leases.prove(visit);
            receiving.lost(visit, "Another request was asked for before its answer came");
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
        byte[] given = planned.body();
        byte[] body = given != null
                ? given
                : connectors
                        .of(visit.platform())
                        .write(planned.set(), connections.of(visit.company()).qbxmlVersion());
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
        var kept = new KeptAnswer(answer);
        try {
            return inTransaction(() -> leases.holds(visit) ? accepted(visit, kept) : late(visit, kept));
        } catch (Overheard.NotLetIn fault) {
            return refused(visit, fault.code(), String.valueOf(fault.getMessage()));
        } catch (Connector.UnreadableAnswer unreadable) {
            String why = "The answer of QuickBooks could not be read (%s)".formatted(unreadable.getMessage());
            return inTransaction(() -> notTaken(visit, why, kept));
        } catch (RuntimeException fault) {
            Failure failure = Failure.of(fault);
            if (failure.isLostDatabase()) {
                throw fault;
            }
            failure.log(LOG, "Company %s: an answer could not be taken in".formatted(visit.company()));
            String why = "Relink failed to take in an answer; the log says why under the reference %s"
                    .formatted(failure.reference());
            return inTransaction(() -> notTaken(visit, why, kept));
        }
    }

    private Progress accepted(Visit visit, KeptAnswer answer) {
        return receiving.answered(visit, answer) ? runProgress.of(visit) : NOT_AWAITED;
    }

    private Progress late(Visit visit, KeptAnswer answer) {
        leases.lock(visit.company());
        receiving.late(visit, answer);
        return new Progress.NotExpected("Another Web Connector has taken over; this answer was kept.");
    }

    /** The run goes on where something else can be asked instead. */
    private Progress notTaken(Visit visit, String why, KeptAnswer kept) {
        if (!leases.holds(visit)) {
            return new Progress.NotExpected(why + ".");
        }
        connections.problem(visit.company(), null, why + ".", clock.instant());
        return switch (receiving
                .failed(visit, new Step.NoAnswer(null, why), kept)
                .orElse(null)) {
            case STATUS_CHECK, PROBE, LOOK_UP, PREFLIGHT, CHANGES, READ -> runProgress.of(visit);
            case IDENTITY, WRITE ->
                new Progress.NotExpected(
                        why + ". What it was for is looked up at the next run; nothing is sent twice.");
            case null -> NOT_AWAITED;
        };
    }

    @Override
    public Progress refused(Visit visit, StatusCode code, String message) {
        return inTransaction(() -> {
            if (!leases.holds(visit) || sets.out(visit.company()).isEmpty()) {
                return NOT_AWAITED;
            }
            settlement.note(visit, code, message);
            boolean aboutTheSet = outcomes.isRefusedWhole(code, message);
            boolean pauses = visit.platform() != Platform.ONLINE
                    && outcomes.passes(code, message)
                    && connections.pause(visit.company(), MOST_PAUSES);
            boolean isPassing = pauses || visit.platform() == Platform.ONLINE;
            Optional<StoredSet.Kind> kind = receiving.failed(visit, new Step.NoAnswer(code, message, isPassing), null);
            if (pauses) {
                return runProgress.later(visit);
            }
            if (!aboutTheSet || kind.orElse(null) != StoredSet.Kind.WRITE) {
                troubles.tell(visit, code, message);
            }
            return aboutTheSet && goesOn(visit, kind.orElse(null)) ? runProgress.of(visit) : new Progress.Percent(100);
        });
    }

    /** Something else can be asked, or the same in smaller pieces. Without knowing whose books are open, nothing can. */
    private boolean goesOn(Visit visit, StoredSet.@Nullable Kind kind) {
        return switch (kind) {
            case IDENTITY -> false;
            case STATUS_CHECK, PROBE -> true;
            case LOOK_UP, PREFLIGHT, CHANGES, WRITE, READ ->
                sets.unresolved(visit.company()).isEmpty();
            case null -> false;
        };
    }

    @Override
    public void unreached(Visit visit, StatusCode code, String message) {
        inTransaction(() -> {
            connections.problem(visit.company(), code.toString(), message, clock.instant());
            settlement.note(visit, code, message);
            return visit;
        });
    }

    @Override
    public void end(Visit visit) {
        inTransaction(() -> {
            if (leases.holds(visit)) {
                receiving.lost(visit, "The visit ended before its answer came");
                connections.runEnded(visit.company(), clock.instant());
                leases.release(visit);
            }
            return visit;
        });
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
