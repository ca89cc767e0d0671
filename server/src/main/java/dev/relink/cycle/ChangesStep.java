package dev.relink.cycle;

import dev.relink.attempt.StoredSet;
import dev.relink.connection.Connections;
import dev.relink.connector.Answer;
import dev.relink.connector.Platform;
import dev.relink.connector.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * QuickBooks Online: what changed and what is gone, in two calls for all types, before anything is written. It needs that
 * everything was read once; what is too old or too much for change data capture (30 days, 1,000 objects) is read by
 * {@link ReadStep} instead, in the same visit.
 */
@Component
@Order(3)
final class ChangesStep implements Step {

    /** What is committed while an answer is made may carry a time before it. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** It tells no deletion that is older. */
    static final Duration OLDEST = Duration.ofDays(29);

    /** Not all lists are among the changes. */
    private static final Duration LISTS_READ_WHOLE_EVERY = Duration.ofDays(1);

    private final Connections connections;
    private final ReadProgress progress;
    private final ReadStep reads;
    private final BrokenBindings broken;
    private final Outcomes outcomes;
    private final Clock clock;

    ChangesStep(
            Connections connections,
            ReadProgress progress,
            ReadStep reads,
            BrokenBindings broken,
            Outcomes outcomes,
            Clock clock) {
        this.connections = connections;
        this.progress = progress;
        this.reads = reads;
        this.broken = broken;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public Set<StoredSet.Kind> kinds() {
        return Set.of(StoredSet.Kind.CHANGES);
    }

    @Override
    public @Nullable Planned plan(Visit visit) {
        Instant now = clock.instant();
        if (visit.platform() != Platform.ONLINE
                || connections.of(visit.company()).nextReadAt().isAfter(now)
                || progress.isAnyDone(visit)) {
            return null;
        }
        Instant since = progress.allReadTo(visit.company());
        Instant whole = progress.readTo(visit.company(), "whole account");
        if (since == null
                || since.isBefore(now.minus(OLDEST))
                || whole == null
                || whole.isBefore(now.minus(LISTS_READ_WHOLE_EVERY))) {
            return null;
        }
        var questions = new Questions();
        questions.deletedLists(since.minus(OVERLAP));
        questions.deletedTransactions(since.minus(OVERLAP));
        return Planned.reads(StoredSet.Kind.CHANGES, questions);
    }

    @Override
    public void accept(Visit visit, StoredSet set, Answer answer) {
        boolean complete = true;
        boolean isTold = true;
        int answered = 0;
        while (answer.hasNext()) {
            Response response = answer.next();
            reads.take(visit, response);
            complete &= outcomes.isComplete(response);
            isTold &= !ReadStep.isTooMany(response);
            answered++;
        }
        if (!isTold) {
            broken.mayHaveMissed(visit);
        }
        if (complete && answered == Question.list(set.plan()).size()) {
            progress.allRead(visit, ReadStep.asOf(set, answer));
            reads.isOver(visit);
        } else {
            progress.read(visit, "changes", null, null);
        }
    }

    /** Then in the way of {@link ReadStep}, in the same visit. */
    @Override
    public void failed(Visit visit, StoredSet set, NoAnswer why) {
        progress.read(visit, "changes", null, null);
    }
}
