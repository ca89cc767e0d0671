package dev.relink.simulator.online.webhook;

import dev.relink.simulator.online.books.Json;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How events are written down. */
public enum Form {
    /** An array of CloudEvents: the only form since May 2026. */
    CLOUDEVENTS,
    /** The older one. */
    LEGACY;

    private static final DateTimeFormatter NANOSECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLISECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** @throws IllegalArgumentException for a word that is no form */
    public static Form of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "cloudevents" -> CLOUDEVENTS;
            case "legacy" -> LEGACY;
            default -> throw new IllegalArgumentException("a form is cloudevents or legacy, not " + word);
        };
    }

    /** The body of one delivery. */
    public byte[] write(List<Event> events) {
        String json = Json.write(this == CLOUDEVENTS ? cloud(events) : legacy(events));
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static ArrayNode cloud(List<Event> events) {
        ArrayNode all = Json.object().arrayNode();
        for (Event event : events) {
            ObjectNode one = all.addObject()
                    .put("specversion", "1.0")
                    .put("id", event.id())
                    .put("source", "intuit.practice")
                    .put("type", event.newer())
                    .put("datacontenttype", "application/json")
                    .put("time", NANOSECOND.format(event.when()))
                    .put("intuitentityid", event.entityId())
                    .put("intuitaccountid", event.realmId());
            ObjectNode data = one.putObject("data");
            if (event.deletedId() != null) {
                data.put("deletedId", event.deletedId());
            }
        }
        return all;
    }

    private static ObjectNode legacy(List<Event> events) {
        ObjectNode body = Json.object();
        ArrayNode notifications = body.putArray("eventNotifications");
        ObjectNode notification =
                notifications.addObject().put("realmId", events.getFirst().realmId());
        ArrayNode entities = notification.putObject("dataChangeEvent").putArray("entities");
        for (Event event : events) {
            ObjectNode one = entities.addObject()
                    .put("name", event.type())
                    .put("id", event.entityId())
                    .put("operation", event.older())
                    .put("lastUpdated", MILLISECOND.format(event.when().truncatedTo(ChronoUnit.MILLIS)));
            if (event.deletedId() != null) {
                one.put("deletedId", event.deletedId());
            }
        }
        return body;
    }
}
