package dev.relink.cycle;

import dev.relink.connector.Answer;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.entity.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the answer to a set of look-ups tells, by record. An incomplete answer decides nothing. */
final class Gathered {

    /** By type and id: the ids of two types may be the same. */
    private final Map<RecordKey, Map<String, Row.Found>> about = new HashMap<>();

    /** Of QuickBooks' own lists, by list and id. */
    private final Map<RecordKey, Map<String, Row.Entry>> entries = new HashMap<>();

    private final Map<String, Map<String, Row.Found>> byMarker = new HashMap<>();
    private final Map<String, Row.Found> strangers = new LinkedHashMap<>();
    private final List<Row.Deleted> deleted = new ArrayList<>();
    private final Set<RecordKey> incomplete = new HashSet<>();
    private final Map<RecordKey, String> lacks = new HashMap<>();
    private final Predicate<Row.Found> wanted;
    private boolean allIncomplete;
    private String lack = "";

    private Gathered(Predicate<Row.Found> wanted) {
        this.wanted = wanted;
    }

    /**
     * Reads the answer to its end.
     *
     * @param markers the markers that matter: other rows of a general question are not kept
     */
    static Gathered read(Answer answer, List<Question> questions, Set<String> markers, Outcomes outcomes) {
        return read(answer, questions, markers, _ -> false, outcomes);
    }

    /** @param strangers which rows of a general question matter although they carry no such marker */
    static Gathered read(
            Answer answer,
            List<Question> questions,
            Set<String> markers,
            Predicate<Row.Found> strangers,
            Outcomes outcomes) {
        var gathered = new Gathered(strangers);
        var open = new LinkedHashMap<String, Question>();
        questions.forEach(question -> open.put(question.id(), question));
        while (answer.hasNext()) {
            Response response = answer.next();
            Question question = open.remove(response.requestId());
            if (question != null) {
                gathered.take(question, response, markers, outcomes);
            }
        }
        open.values().forEach(question -> gathered.lacks(question, "it did not answer to everything"));
        return gathered;
    }

    private void take(Question question, Response response, Set<String> markers, Outcomes outcomes) {
        while (response.rows().hasNext()) {
            switch (response.rows().next()) {
                case Row.Found found -> take(question.about(), found, markers);
                case Row.Deleted row -> deleted.add(row);
                case Row.Entry entry -> take(question.about(), entry);
                case Row.Books _ -> {}
            }
        }
        if (!outcomes.isComplete(response)) {
            lacks(question, "it answered %s: %s".formatted(response.status(), response.message()));
        }
    }

    private void take(@Nullable RecordKey key, Row.Found found, Set<String> markers) {
        if (key != null) {
            about.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(Judging.id(found), found);
        }
        if (found.marker() != null && markers.contains(found.marker())) {
            byMarker.computeIfAbsent(found.marker(), k -> new LinkedHashMap<>()).put(Judging.id(found), found);
        } else if (wanted.test(found)) {
            strangers.put(Judging.id(found), found);
        }
    }

    private void take(@Nullable RecordKey key, Row.Entry entry) {
        if (key != null) {
            entries.computeIfAbsent(key, k -> new HashMap<>()).put(entry.list() + " " + entry.quickbooksId(), entry);
        }
    }

    private void lacks(Question question, String why) {
        RecordKey key = question.about();
        if (key == null) {
            allIncomplete = true;
            lack = why;
        } else {
            incomplete.add(key);
            lacks.put(key, why);
        }
    }

    /** Every question about this record, and every general one, was answered in full. */
    boolean isComplete(RecordKey key) {
        return !allIncomplete && !incomplete.contains(key);
    }

    /** Why it is not complete, in QuickBooks' words. */
    String lackOf(RecordKey key) {
        return lacks.getOrDefault(key, lack);
    }

    List<Row.Found> about(RecordKey key) {
        return List.copyOf(about.getOrDefault(key, Map.of()).values());
    }

    Row.@Nullable Found about(RecordKey key, @Nullable String quickbooksId) {
        return quickbooksId == null ? null : about.getOrDefault(key, Map.of()).get(key.type() + " " + quickbooksId);
    }

    /** Of something that the record names; null where it is not there. */
    @Nullable
    Boolean isActive(RecordKey key, String type, String quickbooksId) {
        String id = type + " " + quickbooksId;
        Row.Found found = about.getOrDefault(key, Map.of()).get(id);
        Row.Entry entry = entries.getOrDefault(key, Map.of()).get(id);
        return found != null ? Boolean.valueOf(found.active()) : entry == null ? null : Boolean.valueOf(entry.active());
    }

    /** Entries of QuickBooks' own lists that were asked for on behalf of a record. */
    List<Row.Entry> entries(RecordKey key) {
        return List.copyOf(entries.getOrDefault(key, Map.of()).values());
    }

    List<Row.Found> byMarker(String marker) {
        return List.copyOf(byMarker.getOrDefault(marker, Map.of()).values());
    }

    /** Without a marker of ours, and yet wanted. */
    List<Row.Found> strangers() {
        return List.copyOf(strangers.values());
    }

    /** @param bound strangers that are known after all: records of ours are bound to them */
    void forget(Set<String> bound) {
        strangers.keySet().removeAll(bound);
    }

    List<Row.Deleted> deleted() {
        return deleted;
    }
}
