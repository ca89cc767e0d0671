package dev.relink.cycle;

import dev.relink.attempt.StoredSet;
import dev.relink.connection.Connections;
import dev.relink.connector.Answer;
import dev.relink.connector.Platform;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.firstlink.FirstLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads what changed or was deleted in QuickBooks since the last time, and the lists that the screens need. */
@Component
@Order(6)
final class ReadStep implements Step {

    private static final List<String> LISTS =
            List.of("account", "terms", "class", "sales-tax-code", "sales-tax-item", "payment-method", "customer-type");
    private static final int PAGE = 200;
    private static final int ROWS_AT_ONCE = 500;

    /** The PC's clock is not ours: what changed a little before the last read is read once more. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** A deletion that is missed stays missed; the lists of them are short. A PC's clock may be wrong by a zone and a day. */
    private static final Duration OVERLAP_OF_DELETIONS = Duration.ofHours(26);

    private final Connections connections;
    private final ReadProgress progress;
    private final QuickBooksEntries entries;
    private final BrokenBindings broken;
    private final Voided voided;
    private final Lacks lacks;
    private final Outcomes outcomes;
    private final FirstLinks firstLinks;
    private final Clock clock;
    private final Duration every;
    private final Duration onlineEvery;

    ReadStep(
            Connections connections,
            ReadProgress progress,
            QuickBooksEntries entries,
            BrokenBindings broken,
            Voided voided,
            Lacks lacks,
            Outcomes outcomes,
            FirstLinks firstLinks,
            Clock clock,
            @Value("#{settings.readEvery()}") Duration every,
            @Value("#{settings.onlineReadEvery()}") Duration onlineEvery) {
        this.connections = connections;
        this.progress = progress;
        this.entries = entries;
        this.broken = broken;
        this.voided = voided;
        this.lacks = lacks;
        this.outcomes = outcomes;
        this.firstLinks = firstLinks;
        this.clock = clock;
        this.every = every;
        this.onlineEvery = onlineEvery;
    }

    @Override
    public Set<StoredSet.Kind> kinds() {
        return Set.of(StoredSet.Kind.READ);
    }

    /** It is time, and this visit has not read all of it already. */
    boolean isDue(Visit visit) {
        Instant next = connections.of(visit.company()).nextReadAt();
        Instant now = clock.instant();
        boolean clockWentBack = next.isAfter(now.plus(every(visit)));
        return (clockWentBack || !next.isAfter(now)) && unread(visit) != null;
    }

    @Override
    public @Nullable Planned plan(Visit visit) {
        if (!isDue(visit)) {
            return null;
        }
        var questions = new Questions();
        if (!progress.isDone(visit, "lists")) {
            LISTS.stream().filter(list -> isThere(visit, list)).forEach(questions::wholeList);
            Instant readTo = progress.readTo(visit.company(), "lists");
            Instant since = readTo == null ? null : readTo.minus(OVERLAP_OF_DELETIONS);
            questions.deletedLists(since);
            questions.deletedTransactions(since);
            return Planned.reads(StoredSet.Kind.READ, questions);
        }
        EntityType type = Objects.requireNonNull(unread(visit), "a read is due only while something is unread");
        questions.changed(
                type.name(),
                progress.readTo(visit.company(), type.name()),
                PAGE,
                progress.iterator(visit, type.name()));
        return Planned.reads(StoredSet.Kind.READ, questions);
    }

    /** The first that this visit has not read to its end. */
    private @Nullable EntityType unread(Visit visit) {
        return EntityTypes.sendable().stream()
                .filter(type -> !progress.isDone(visit, type.name()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void accept(Visit visit, StoredSet set, Answer answer) {
        List<Question> questions = Question.list(set.plan());
        Question first = questions.getFirst();
        int answered = 0;
        boolean complete = true;
        Set<String> lists = questions.stream()
                .filter(question -> question.ask() == Question.Ask.WHOLE_LIST)
                .map(Question::id)
                .collect(Collectors.toSet()); // each is trusted on its own
        var whole = new HashSet<String>();
        String iterator = null;
        boolean isTold = true;
        while (answer.hasNext()) {
            Response response = answer.next();
            answered++;
            take(visit, response);
            isTold &= !isTooMany(response);
            iterator = response.iterator() == null ? iterator : response.iterator();
            boolean isWhole = outcomes.isComplete(response);
            complete &= response.iterator() != null
                    || isWhole
                    || lists.contains(response.requestId())
                    || isTooMany(response);
            if (isWhole) {
                whole.add(response.requestId());
            }
        }
        String list = first.ask() == Question.Ask.CHANGED ? first.type() : "lists";
        boolean isTrusted = complete && answered == questions.size();
        if (!isTold) {
            broken.mayHaveMissed(visit);
        }
        progress.read(visit, list, iterator, isTrusted ? asOf(set, answer).minus(OVERLAP) : null);
        if (list.equals("lists")) {
            listsRead(visit, set, questions, whole);
        }
        if (unread(visit) == null) {
            isOver(visit);
        }
    }

    /** QuickBooks Online tells no more than 1,000 changes of a type at once, and deletions last. */
    static boolean isTooMany(Response response) {
        return response.status().code().equals("relink-too-many-changes");
    }

    /** Changes carry the times of the other side's clock: where that is behind ours, it counts. */
    static Instant asOf(StoredSet set, Answer answer) {
        Instant there = answer.began();
        return there != null && there.isBefore(set.sentAt()) ? there : set.sentAt();
    }

    /** All that is to be read was read. */
    void isOver(Visit visit) {
        connections.nextReadAt(visit.company(), clock.instant().plus(every(visit)));
        firstLinks.listsRead(visit.company());
    }

    /** QuickBooks Online does not have all of them. */
    private static boolean isThere(Visit visit, String list) {
        return visit.platform() == Platform.DESKTOP || EntityTypes.require(list).online() != null;
    }

    private Duration every(Visit visit) {
        return visit.platform() == Platform.ONLINE ? onlineEvery : every;
    }

    private void listsRead(Visit visit, StoredSet set, List<Question> questions, Set<String> whole) {
        progress.readWhole(
                visit,
                questions.stream()
                        .filter(question -> question.ask() == Question.Ask.WHOLE_LIST && whole.contains(question.id()))
                        .map(Question::type)
                        .toList(),
                set.sentAt());
        lacks.entriesRead(visit.company());
    }

    void take(Visit visit, Response response) {
        var batch = new ArrayList<Row>(ROWS_AT_ONCE);
        for (Iterator<Row> rows = response.rows(); rows.hasNext(); ) {
            batch.add(rows.next());
            if (batch.size() == ROWS_AT_ONCE || !rows.hasNext()) {
                store(visit, batch);
                batch.clear();
            }
        }
    }

    private void store(Visit visit, List<Row> rows) {
        var found = new ArrayList<Row.Found>();
        var listed = new ArrayList<Row.Entry>();
        var deleted = new ArrayList<Row.Deleted>();
        for (Row row : rows) {
            switch (row) {
                case Row.Found one -> found.add(one);
                case Row.Entry one -> listed.add(one);
                case Row.Deleted one -> deleted.add(one);
                case Row.Books _ -> {}
            }
        }
        voided.among(visit, found);
        entries.found(visit.company(), found, clock.instant());
        entries.listed(visit.company(), listed, clock.instant());
        entries.deleted(visit.company(), deleted, clock.instant());
        broken.found(visit, deleted);
    }

    /** A read that fails is over for this visit, unless that passes: nothing waits on it. */
    @Override
    public void failed(Visit visit, StoredSet set, NoAnswer why) {
        if (why.isPassing()) {
            return;
        }
        connections.nextReadAt(visit.company(), clock.instant().plus(every(visit)));
    }
}
