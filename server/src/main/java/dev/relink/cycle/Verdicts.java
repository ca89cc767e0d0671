package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.Verb;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.Differences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Decides one write in doubt from what QuickBooks had stored and what the look-up found. The table:
 *
 * <pre>
 * stored        look-up                                   outcome
 * ok, an id     found                                     synced
 * ok, an id     not found                                 deleted in QuickBooks: a person decides
 * error         nothing of ours found                     as that error says; if it says nothing, sent again
 * error         found by marker                           ambiguous: a person decides
 * nothing       exactly one by marker                     synced (recovered)
 * nothing       more than one by marker, or only by key   ambiguous: a person decides
 * nothing       all of it under another name              ambiguous: a person decides
 * nothing       nothing, but a deletion could be it       deleted in QuickBooks: a person decides
 * nothing       nothing, twice, the quarantine apart      absent: sent again with the same marker
 * 9001          any                                       ambiguous, and a fault of ours
 * any           incomplete                                stays in doubt
 * </pre>
 */
@Component
final class Verdicts {

    private final Outcomes outcomes;
    private final Duration quarantine;

    Verdicts(Outcomes outcomes, @Value("#{settings.doubtQuarantine()}") Duration quarantine) {
        this.outcomes = outcomes;
        this.quarantine = quarantine;
    }

    /** {@link Outcome.InDoubt} = nothing can be said yet. */
    Outcome of(
            Visit visit,
            Attempt attempt,
            Prepared.Ready record,
            StoredStatuses stored,
            Gathered gathered,
            Instant now) {
        if (!gathered.isComplete(attempt.key())) {
            return new Outcome.InDoubt("The look-up was not complete");
        }
        if (stored.isOurFault()) {
            return new Outcome.Ambiguous(
                    "QuickBooks holds another message set under the same ID (9001)", gathered.about(attempt.key()));
        }
        StoredStatuses.Status status = stored.of(attempt.requestId());
        return attempt.verb() == Verb.ADD
                ? added(visit, attempt, record, status, gathered, now)
                : changed(visit, attempt, record, status, gathered);
    }

    private Outcome added(
            Visit visit,
            Attempt attempt,
            Prepared.Ready record,
            StoredStatuses.@Nullable Status status,
            Gathered gathered,
            Instant now) {
        List<Row.Found> ours = withMarker(attempt, gathered);
        if (status != null && status.quickbooksId() != null) {
            Row.Found made = gathered.about(attempt.key(), status.quickbooksId());
            return made != null
                    ? new Outcome.Synced(made)
                    : new Outcome.DeletedInQuickBooks(
                            "QuickBooks made it as %s, and it is not there any more".formatted(status.quickbooksId()));
        }
        if (status != null && !status.code().equals("0")) {
            return ours.isEmpty()
                    ? refused(visit, attempt, status)
                    : new Outcome.Ambiguous(
                            "QuickBooks stored an error for it, yet a record with our marker is there", ours);
        }
        if (ours.size() == 1) {
            return new Outcome.Synced(ours.getFirst());
        }
        return ours.isEmpty()
                ? unmarked(visit, attempt, record, gathered, now)
                : new Outcome.Ambiguous("More than one record in QuickBooks carries our marker", ours);
    }

    private static List<Row.Found> withMarker(Attempt attempt, Gathered gathered) {
        var ours = new ArrayList<>(gathered.byMarker(attempt.marker()));
        ours.removeIf(found -> !found.type().name().equals(attempt.key().type()));
        return ours;
    }

    private Outcome unmarked(Visit visit, Attempt attempt, Prepared.Ready record, Gathered gathered, Instant now) {
        List<Row.Found> alike = gathered.about(attempt.key()).stream()
                .filter(found -> Twins.likely(record.type(), record.values(), record.fullName(), found))
                .toList();
        if (!alike.isEmpty()) {
            return new Outcome.Ambiguous("Something like it is there, without our marker", alike);
        }
        List<Row.Found> renamed = gathered.strangers().stream()
                .filter(found -> Renamed.is(record, found, visit.platform().quickBooks()))
                .toList();
        if (!renamed.isEmpty()) {
            return new Outcome.Ambiguous(
                    "Something came up there since that is like it in all but what it is called", renamed);
        }
        if (gathered.deleted().stream().anyMatch(deleted -> couldBeIt(attempt, record, deleted))) {
            return new Outcome.DeletedInQuickBooks("QuickBooks lists a deletion since then that could be it");
        }
        return attempt.emptyEpoch() == null || longEnough(visit, attempt, now)
                ? new Outcome.Absent()
                : new Outcome.InDoubt("Not found once; looked for once more after " + quarantine);
    }

    private boolean longEnough(Visit visit, Attempt attempt, Instant now) {
        Long emptyEpoch = attempt.emptyEpoch();
        Instant emptyAt = attempt.emptyAt();
        return emptyEpoch != null
                && emptyAt != null
                && emptyEpoch != visit.epoch()
                && !now.isBefore(emptyAt.plus(quarantine));
    }

    private static boolean couldBeIt(Attempt attempt, Prepared.Ready record, Row.Deleted deleted) {
        if (!deleted.typeName().equals(attempt.key().type())) {
            return false;
        }
        if (record.type().isList()) {
            return deleted.name().equalsIgnoreCase(record.fullName());
        }
        String number = record.values().text("number");
        return number == null || deleted.name().isEmpty() || deleted.name().equals(number);
    }

    private Outcome changed(
            Visit visit,
            Attempt attempt,
            Prepared.Ready record,
            StoredStatuses.@Nullable Status status,
            Gathered gathered) {
        Row.Found now = gathered.about(attempt.key(), attempt.quickbooksId());
        if (status != null && !status.code().equals("0")) {
            return refused(visit, attempt, status);
        }
        return attempt.verb() == Verb.MOD ? modified(visit, attempt, record, now) : removed(attempt, now);
    }

    private Outcome modified(Visit visit, Attempt attempt, Prepared.Ready record, Row.@Nullable Found now) {
        if (now == null) {
            return outcomes.of(
                    KnownCode.NOT_THERE.on(visit.platform()),
                    "Object \"%s\" specified in the request cannot be found.".formatted(attempt.quickbooksId()),
                    attempt.verb(),
                    null);
        }
        if (Differences.between(
                        record.type(),
                        record.values(),
                        now.values(),
                        visit.platform().quickBooks())
                .isEmpty()) {
            return new Outcome.Synced(now);
        }
        // an unchanged EditSequence means that it was not applied; if it still comes, the second one gets 3200
        return now.editToken().equals(attempt.editToken())
                ? new Outcome.Absent()
                : outcomes.of(
                        KnownCode.STALE.on(visit.platform()),
                        "Changed in QuickBooks since it was sent",
                        attempt.verb(),
                        null);
    }

    private static Outcome removed(Attempt attempt, Row.@Nullable Found now) {
        boolean done = switch (attempt.verb()) {
            case VOID, DELETE -> now == null;
            case DEACTIVATE -> now == null || !now.active();
            case REACTIVATE -> now != null && now.active();
            case ADD, MOD -> false;
        };
        return done ? new Outcome.Synced(now) : new Outcome.Absent(); // doing it twice changes nothing more
    }

    /** An error that was stored is an answer at last, even where its code alone would leave a doubt: it was not done. */
    private Outcome refused(Visit visit, Attempt attempt, StoredStatuses.Status status) {
        var code = new StatusCode(visit.platform(), status.code());
        Outcome outcome = outcomes.of(code, status.message(), attempt.verb(), null);
        return outcome instanceof Outcome.InDoubt ? outcomes.notDone(code, status.message(), attempt.verb()) : outcome;
    }
}
