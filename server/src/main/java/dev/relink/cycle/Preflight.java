package dev.relink.cycle;

import dev.relink.attempt.StoredSet;
import dev.relink.attempt.Verb;
import dev.relink.connection.Connections;
import dev.relink.connector.Answer;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.entity.RecordKey;
import dev.relink.pending.Candidate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Foresees what QuickBooks would refuse: what is switched off, what the user has no right to, entries that are not there.
 * Only what QuickBooks has told is held against a record; what is unknown is sent.
 */
@Component
final class Preflight {

    /** Names asked for in one message set. */
    private static final int AT_ONCE = 200;

    private final Lacks lacks;
    private final Connections connections;
    private final QuickBooksEntries entries;
    private final Waiting waiting;
    private final Outcomes outcomes;
    private final Clock clock;

    Preflight(
            Lacks lacks,
            Connections connections,
            QuickBooksEntries entries,
            Waiting waiting,
            Outcomes outcomes,
            Clock clock) {
        this.lacks = lacks;
        this.connections = connections;
        this.entries = entries;
        this.waiting = waiting;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * What was foreseen.
     *
     * @param clear those that may be sent
     * @param ask names to ask QuickBooks for before anything can be said; null = none
     */
    record Judged(List<Candidate> clear, Step.@Nullable Planned ask) {}

    /** Holds those whose refusal is certain, each with its reason. */
    Judged judge(Visit visit, List<Candidate> head, Map<RecordKey, Prepared.Ready> ready) {
        Map<RecordKey, Set<Need>> needs = needs(visit, head, ready);
        Map<Need, Lacks.Sure> lacking = lacking(visit, needs);
        List<Need> toAsk = lacking.entrySet().stream()
                .filter(lack -> lack.getValue() == Lacks.Sure.ASK)
                .map(Map.Entry::getKey)
                .limit(AT_ONCE)
                .toList();
        if (!toAsk.isEmpty()) {
            return new Judged(List.of(), ask(toAsk));
        }
        if (lacking.isEmpty()) {
            return new Judged(head, null);
        }
        Map<Candidate, List<Need>> held = new LinkedHashMap<>();
        for (Candidate candidate : head) {
            List<Need> missing = needs.getOrDefault(candidate.key(), Set.of()).stream()
                    .filter(lacking::containsKey)
                    .toList();
            if (!missing.isEmpty()) {
                held.put(candidate, missing);
            }
        }
        waiting.hold(visit, held, ready);
        return new Judged(head.stream().filter(one -> !held.containsKey(one)).toList(), null);
    }

    private static Map<RecordKey, Set<Need>> needs(
            Visit visit, List<Candidate> head, Map<RecordKey, Prepared.Ready> ready) {
        var needs = new HashMap<RecordKey, Set<Need>>();
        for (Candidate candidate : head) {
            Prepared.Ready record = Objects.requireNonNull(ready.get(candidate.key()));
            Verb verb = Drafts.verb(candidate);
            boolean isSaved = verb == Verb.ADD || verb == Verb.MOD;
            if (isSaved && verb != null && !candidate.forced() && record.missing() == null) {
                needs.put(
                        candidate.key(),
                        Needs.of(visit.platform(), record.type(), Drafts.merged(candidate, record), verb));
            }
        }
        return needs;
    }

    private Map<Need, Lacks.Sure> lacking(Visit visit, Map<RecordKey, Set<Need>> needs) {
        Set<Need> all = needs.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        if (all.isEmpty()) {
            return Map.of();
        }
        Set<Need> features =
                all.stream().filter(need -> need.kind().equals(Need.FEATURE)).collect(Collectors.toSet());
        all.removeAll(features);
        Map<Need, Lacks.Sure> lacking = new HashMap<>(lacks.of(visit, all));
        Row.Books books = features.isEmpty() ? null : connections.books(visit.company());
        if (books != null) {
            Set<String> off = Feature.off(books);
            features.stream()
                    .filter(need -> off.contains(need.name()))
                    .forEach(need -> lacking.put(need, Lacks.Sure.ABSENT));
        }
        return lacking;
    }

    private static Step.Planned ask(List<Need> names) {
        var questions = new Questions();
        names.forEach(need -> questions.entry(need.kind(), need.name()));
        return Step.Planned.reads(StoredSet.Kind.PREFLIGHT, questions);
    }

    /** Keeps what was found; what is certainly not there is known for the rest of this visit. */
    void accept(Visit visit, StoredSet set, Answer answer) {
        Map<String, Question> open =
                Question.list(set.plan()).stream().collect(Collectors.toMap(Question::id, question -> question));
        var absent = new HashSet<Need>();
        while (answer.hasNext()) {
            Response response = answer.next();
            boolean isFound = store(visit, response);
            Question question = open.get(response.requestId());
            if (question != null && !isFound && outcomes.isComplete(response)) {
                absent.add(need(question));
            }
        }
        lacks.asked(visit, open.values().stream().map(Preflight::need).toList(), absent);
        lacks.entriesRead(visit.company());
    }

    /** Asked, and nothing learned: QuickBooks decides when they are sent. */
    void failed(Visit visit, StoredSet set) {
        lacks.asked(
                visit, Question.list(set.plan()).stream().map(Preflight::need).toList(), Set.of());
    }

    private static Need need(Question question) {
        return new Need(question.type(), question.text());
    }

    private boolean store(Visit visit, Response response) {
        var found = new ArrayList<Row.Found>();
        var listed = new ArrayList<Row.Entry>();
        response.rows().forEachRemaining(row -> {
            switch (row) {
                case Row.Found one -> found.add(one);
                case Row.Entry one -> listed.add(one);
                case Row.Deleted _, Row.Books _ -> {}
            }
        });
        entries.found(visit.company(), found, clock.instant());
        entries.listed(visit.company(), listed, clock.instant());
        return Stream.of(found, listed).anyMatch(rows -> !rows.isEmpty());
    }
}
