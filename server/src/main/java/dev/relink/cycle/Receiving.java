package dev.relink.cycle;

import dev.relink.attempt.Attempts;
import dev.relink.attempt.MessageSets;
import dev.relink.attempt.StoredSet;
import dev.relink.connection.Connections;
import dev.relink.connector.Answer;
import dev.relink.connector.Connectors;
import dev.relink.connector.Platform;
import dev.relink.connector.Request;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what came of the message set that is out: an answer, an error in its place, or nothing at all. */
@Component
final class Receiving {

    private final List<Step> steps;
    private final MessageSets sets;
    private final Attempts attempts;
    private final Connectors connectors;
    private final Connections connections;
    private final Outcomes outcomes;
    private final Clock clock;

    Receiving(
            List<Step> steps,
            MessageSets sets,
            Attempts attempts,
            Connectors connectors,
            Connections connections,
            Outcomes outcomes,
            Clock clock) {
        this.steps = List.copyOf(steps);
        this.sets = sets;
        this.attempts = attempts;
        this.connectors = connectors;
        this.connections = connections;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** @return false when nothing was out */
    boolean answered(Visit visit, KeptAnswer answer) {
        Optional<StoredSet> out = sets.out(visit.company());
        out.ifPresent(set -> take(visit, set, "out", answer));
        return out.isPresent();
    }

    /** The answer to an overtaken visit's set: it still closes that set's own attempts, also those that were given up. */
    void late(Visit visit, KeptAnswer answer) {
        sets.unansweredOf(visit.company(), visit.epoch()).ifPresent(set -> take(visit, set, set.state(), answer));
    }

    private void take(Visit visit, StoredSet set, String state, KeptAnswer answer) {
        if (set.kind() == StoredSet.Kind.WRITE) {
            answer.keep();
        }
        try (Answer read = heard(visit, set, connectors.of(visit.platform()).read(answer, requests(visit, set)))) {
            step(set.kind()).accept(visit, set, read);
            if (read.setStatus() != null && !read.setStatus().code().equals("0")) {
                sets.cleared(visit.company(), set.id()); // QuickBooks kept nothing of it that it could forget
            }
        }
        if (isAsked(visit, set)) {
            connections.letIn(visit.company());
        }
        sets.move(
                visit.company(),
                set.id(),
                state,
                isInDoubt(visit, set) ? "in-doubt" : "resolved",
                answer.gzipped(),
                clock.instant());
    }

    /** What was written has an outcome each; Desktop says in place of an answer what is wrong with the whole company. */
    private Answer heard(Visit visit, StoredSet set, Answer answer) {
        return isAsked(visit, set) ? new Overheard(answer, outcomes::isOfTheCompany) : answer;
    }

    private static boolean isAsked(Visit visit, StoredSet set) {
        return visit.platform() == Platform.ONLINE
                && switch (set.kind()) {
                    case WRITE, STATUS_CHECK -> false;
                    case IDENTITY, PROBE, LOOK_UP, PREFLIGHT, CHANGES, READ -> true;
                };
    }

    private boolean isInDoubt(Visit visit, StoredSet set) {
        boolean open = set.kind() == StoredSet.Kind.WRITE
                && !attempts.open(visit.company(), set.id()).isEmpty();
        if (open) {
            attempts.inDoubt(visit.company(), set.id());
        }
        return open;
    }

    /**
     * What came cannot be taken: an error of the other side in place of the answer, an answer that cannot be read, or a
     * fault of ours. What was written is in doubt, unless it is known that nothing was done.
     *
     * @param answer kept as evidence; null when there was none
     * @return the kind of the set that was out; empty when nothing was
     */
    Optional<StoredSet.Kind> failed(Visit visit, Step.NoAnswer why, @Nullable KeptAnswer answer) {
        Optional<StoredSet> out = sets.out(visit.company());
        out.ifPresent(set -> {
            step(set.kind()).failed(visit, set, why);
            boolean isWrite = set.kind() == StoredSet.Kind.WRITE;
            String next = !isWrite ? "dropped" : isInDoubt(visit, set) ? "in-doubt" : "resolved";
            byte[] kept = answer == null ? null : answer.gzipped();
            sets.move(visit.company(), set.id(), "out", next, kept, clock.instant());
            if (isWrite) {
                sets.cleared(visit.company(), set.id()); // perhaps QuickBooks has nothing of it to forget
            }
        });
        return out.map(StoredSet::kind);
    }

    /** Its answer will not come: writes are in doubt, everything else is asked anew. */
    void lost(Visit visit, String why) {
        sets.out(visit.company()).ifPresent(set -> {
            boolean isWrite = set.kind() == StoredSet.Kind.WRITE;
            if (isWrite) {
                step(set.kind()).failed(visit, set, new Step.NoAnswer(null, why));
            }
            sets.move(visit.company(), set.id(), "out", isWrite ? "in-doubt" : "dropped", null, clock.instant());
        });
    }

    /** What the rows of the answer are: as planned, or the records of the writes. */
    private Map<String, Request> requests(Visit visit, StoredSet set) {
        return switch (set.kind()) {
            case WRITE -> Question.writes(set.requests());
            case STATUS_CHECK ->
                Question.writes(sets.unresolved(visit.company())
                        .map(StoredSet::requests)
                        .orElse(0));
            case IDENTITY, PROBE, LOOK_UP, PREFLIGHT, CHANGES, READ -> Question.requests(Question.list(set.plan()));
        };
    }

    private Step step(StoredSet.Kind kind) {
        return steps.stream()
                .filter(step -> step.kinds().contains(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No step takes answers to " + kind));
    }
}
