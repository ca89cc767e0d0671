package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Connector.UnreadableAnswer;
import dev.relink.connector.Request;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the document of answers as it streams in: one item of a batch at a time. */
final class Pieces {

    private static final String ITEMS = "BatchItemResponse";

    /** Not understood, too large, an unknown operation or property. */
    private static final Set<String> OF_THE_FORM = Set.of("400", "500", "1040", "2000", "2010");

    private final JsonParser json;
    private final Map<String, Request> requests;
    private final Deque<Piece> ready = new ArrayDeque<>();
    private String realm = "";
    private Head head = new Head();
    private boolean inBatch;
    private @Nullable Instant began;

    /** What stands before the body of an answer. */
    private static final class Head {
        private final List<String> requests = new ArrayList<>();
        private int status;
        private boolean more;
        private @Nullable String notSent;
    }

    /** @throws UnreadableAnswer when it is no such document */
    Pieces(Reader text, Map<String, Request> requests) {
        this.json = OnlineJson.MAPPER.createParser(text);
        this.requests = requests;
        boolean found = reading(() -> {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = json.currentName();
                    if (json.nextToken() == JsonToken.START_ARRAY && name.equals("answers")) {
                        return true;
                    }
                    realm = name.equals("realm") ? json.getValueAsString("") : realm;
                    json.skipChildren();
                }
            }
            return false;
        });
        if (!found) {
            throw new UnreadableAnswer("The answer has no \"answers\"");
        }
    }

    String realm() {
        return realm;
    }

    /** Null at the end. @throws UnreadableAnswer when the document breaks off */
    @Nullable
    Piece next() {
        return reading(() -> {
            while (ready.isEmpty()) {
                if (inBatch ? !item() : !answer()) {
                    return null;
                }
            }
            return ready.poll();
        });
    }

    private interface Reading<T extends @Nullable Object> {
        T read();
    }

    private static <T extends @Nullable Object> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (JacksonException e) {
            throw new UnreadableAnswer("The document of answers breaks off", e);
        }
    }

    /** Reads one answer, or up to the first item of its batch. False at the end. */
    private boolean answer() {
        JsonToken token = json.nextToken();
        if (token == JsonToken.END_ARRAY) {
            readToTheEnd();
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw new UnreadableAnswer("An answer is no object");
        }
        head = new Head();
        properties();
        return true;
    }

    /** What is kept of the text is what was read of it. */
    private void readToTheEnd() {
        JsonToken token = json.nextToken();
        while (token != null) {
            token = json.nextToken();
        }
    }

    private void properties() {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "requests" -> OnlineJson.MAPPER.readTree(json).forEach(id -> head.requests.add(id.asString("")));
                case "status" -> head.status = json.getIntValue();
                case "more" -> head.more = json.getBooleanValue();
                case "notSent" -> head.notSent = json.getString();
                case "body" -> {
                    if (json.currentToken() == JsonToken.START_OBJECT && body()) {
                        return;
                    } else if (json.currentToken() == JsonToken.VALUE_STRING) {
                        take(JsonNodeFactory.instance.stringNode(json.getString()));
                    }
                }
                default -> json.skipChildren();
            }
        }
        if (head.notSent != null) {
            refuse(new Fault("relink-not-sent", head.notSent));
        }
    }

    /** True when it stands before the items of a batch. */
    private boolean body() {
        var body = OnlineJson.object();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY && name.equals(ITEMS)) {
                inBatch = true;
                return true;
            }
            body.set(name, OnlineJson.MAPPER.readTree(json));
        }
        began(body.path("time").asString(""));
        take(body);
        return false;
    }

    /** The earliest counts; the gateway gives a number instead, which says nothing of what was done. */
    private void began(String time) {
        try {
            Instant moment = OffsetDateTime.parse(time).toInstant();
            began = began == null || moment.isBefore(began) ? moment : began;
        } catch (DateTimeException unsaid) {
            return;
        }
    }

    /** When QuickBooks began to answer, by its own clock; null where no answer says. */
    @Nullable
    Instant began() {
        return began;
    }

    private boolean item() {
        if (json.nextToken() == JsonToken.START_OBJECT) {
            JsonNode item = OnlineJson.MAPPER.readTree(json);
            String id = item.path("bId").asString("");
            add(requests.containsKey(id) ? id : id.replaceFirst("[a-z]$", ""), Verdict.of(200, item, true));
            return true;
        }
        inBatch = false;
        // The rest of the body, then the rest of the answer.
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isTime = json.currentName().equals("time");
            json.nextToken();
            if (isTime) {
                began(json.getValueAsString(""));
            }
            json.skipChildren();
        }
        properties();
        return true;
    }

    private void take(JsonNode body) {
        boolean write = head.requests.stream().anyMatch(id -> isWrite(requests.get(id)));
        Verdict verdict = Verdict.of(head.status, body, write);
        boolean isOfBatch = write && head.requests.size() > 1;
        if (isOfBatch && verdict instanceof Verdict.Refused(Fault fault)) {
            refuse(ofTheBatch(fault));
        } else {
            head.requests.forEach(id -> add(id, verdict));
        }
    }

    /** A form that is wrong is that of one of them, and nobody says of which: none was done. */
    private static Fault ofTheBatch(Fault fault) {
        return OF_THE_FORM.contains(fault.code()) ? new Fault("relink-whole-batch", fault.message()) : fault;
    }

    /** Who reads the answer may know the place in the set alone, and that it was a write. */
    private static boolean isWrite(@Nullable Request request) {
        return request instanceof Request.Write || request instanceof Request.ById one && one.isOfAWrite();
    }

    private void refuse(Fault fault) {
        head.requests.forEach(id -> add(id, new Verdict.Refused(fault)));
    }

    private void add(String id, Verdict verdict) {
        if (!requests.containsKey(id)) {
            throw new UnreadableAnswer("The answer tells of request %s, which was not asked".formatted(id));
        }
        switch (verdict) {
            case Verdict.Answered(var body) -> ready.add(new Piece(id, body, Fault.NONE_SAID, head.more));
            case Verdict.Refused(var fault) -> ready.add(new Piece(id, OnlineJson.object(), fault, false));
            case Verdict.Lost _ -> {}
        }
    }

    void close() {
        json.close();
    }
}
