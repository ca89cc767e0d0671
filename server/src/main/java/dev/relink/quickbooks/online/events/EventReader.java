package dev.relink.quickbooks.online.events;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads both forms: an array of CloudEvents ({@code qbo.invoice.updated.v1}), mandatory since May 2026, and
 * {@code eventNotifications} before that. What it does not understand in one event does not cost the others.
 */
final class EventReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The words of the one form and of the other. */
    private static final Set<String> ENDS = Set.of("deleted", "delete", "merged", "merge", "void", "voided");

    private EventReader() {}

    /** @throws JacksonException when it is no JSON at all */
    static List<Event> read(byte[] body) {
        JsonNode root = JSON.readTree(new String(body, StandardCharsets.UTF_8));
        var events = new ArrayList<Event>();
        if (root.isArray()) {
            root.forEach(event -> cloudEvent(event, events));
        } else {
            root.path("eventNotifications").forEach(realm -> notification(realm, events));
        }
        return events;
    }

    private static void cloudEvent(JsonNode event, List<Event> events) {
        String[] type = text(event, "type").split("\\.");
        add(
                events,
                text(event, "intuitaccountid"),
                type.length > 1 ? type[1] : "",
                text(event, "intuitentityid"),
                type.length > 2 ? type[2] : "",
                text(event, "time"));
    }

    private static void notification(JsonNode realm, List<Event> events) {
        for (JsonNode entity : realm.path("dataChangeEvent").path("entities")) {
            add(
                    events,
                    text(realm, "realmId"),
                    text(entity, "name"),
                    text(entity, "id"),
                    text(entity, "operation"),
                    text(entity, "lastUpdated"));
        }
    }

    private static void add(List<Event> events, String realm, String type, String id, String operation, String at) {
        if (!realm.isEmpty()) {
            boolean gone = ENDS.contains(operation.toLowerCase(Locale.ROOT));
            events.add(new Event(realm, type.toLowerCase(Locale.ROOT), id, gone, moment(at)));
        }
    }

    /** What has no time that can be read is news whatever is known. */
    private static Instant moment(String at) {
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
