package dev.relink.cycle;

import dev.relink.connector.Request;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordKey;
import dev.relink.platform.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one read of a message set asks, in a form that any node can store and read again.
 *
 * @param ask which {@link Request.Read}
 * @param type the entity type or list that it reads; empty where there is none
 * @param text the id, name, number, party or iterator asked for
 * @param aboutType, aboutId the record that the answer is for; null when it is for all
 * @param from, to dates or a moment, as ISO text
 */
record Question(
        String id,
        Ask ask,
        String type,
        @Nullable String text,
        @Nullable String aboutType,
        @Nullable String aboutId,
        @Nullable String from,
        @Nullable String to) {

    enum Ask {
        ID,
        NAME,
        ANY_NAME,
        NUMBER,
        PARTY,
        CHANGED,
        DELETED_LISTS,
        DELETED_TRANSACTIONS,
        WHOLE_LIST,
        WHOSE_BOOKS
    }

    @Nullable
    RecordKey about() {
        return aboutType == null || aboutId == null ? null : new RecordKey(aboutType, aboutId);
    }

    /** To compare what was asked, wherever it stood in its set. */
    Question unnumbered() {
        return new Question("", ask, type, text, aboutType, aboutId, from, to);
    }

    Request.Read request() {
        return switch (ask) {
            case ID -> new Request.ById(id, entityType(), text());
            case NAME -> new Request.ByName(id, entityType(), text());
            case ANY_NAME -> new Request.ByAnyName(id, text());
            case NUMBER -> new Request.ByNumber(id, entityType(), text());
            case PARTY ->
                new Request.ByParty(id, entityType(), text(), LocalDate.parse(given(from)), LocalDate.parse(given(to)));
            case CHANGED ->
                new Request.ChangedSince(id, entityType(), since(), Integer.parseInt(given(to)), iterator());
            case DELETED_LISTS -> new Request.DeletedSince(id, false, sendable(false), since());
            case DELETED_TRANSACTIONS -> new Request.DeletedSince(id, true, sendable(true), since());
            case WHOLE_LIST -> new Request.WholeList(id, type);
            case WHOSE_BOOKS -> new Request.WhoseBooks(id, text());
        };
    }

    /** Read again from where it was stored, none is an empty text. */
    private @Nullable String iterator() {
        return text == null || text.isEmpty() ? null : text;
    }

    private EntityType entityType() {
        return EntityTypes.require(type);
    }

    @Override
    public String text() {
        return text == null ? "" : text;
    }

    private @Nullable Instant since() {
        return from == null ? null : Instant.parse(from);
    }

    private static String given(@Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("A question lacks its range");
        }
        return text;
    }

    private static List<EntityType> sendable(boolean transactions) {
        return EntityTypes.sendable().stream()
                .filter(type -> type.isTransaction() == transactions)
                .toList();
    }

    static String json(List<Question> questions) {
        return Json.write(questions);
    }

    static List<Question> list(@Nullable String json) {
        return json == null ? List.of() : List.copyOf(Arrays.asList(Json.read(json, Question[].class)));
    }

    static Map<String, Request> requests(List<Question> questions) {
        var requests = new HashMap<String, Request>();
        questions.forEach(question -> requests.put(question.id(), question.request()));
        return requests;
    }

    /** The answers to a set of {@code count} writes, or to what QuickBooks stored of it: each holds the record written. */
    static Map<String, Request> writes(int count) {
        var requests = new HashMap<String, Request>();
        for (int i = 1; i <= count; i++) {
            String id = Integer.toString(i);
            requests.put(id, new Request.ById(id, EntityTypes.require("customer"), ""));
        }
        return requests;
    }
}
