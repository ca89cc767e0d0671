package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Row;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what is no record of ours. */
final class EntryReader {

    /** Kept beside the facts, or of no use to anybody. */
    private static final List<String> NO_FACTS =
            List.of("Id", "SyncToken", "Name", "DisplayName", "FullyQualifiedName", "Active", "domain", "sparse");

    private EntryReader() {}

    static Row entry(String list, JsonNode object) {
        var facts = new LinkedHashMap<String, String>();
        object.properties().forEach(property -> {
            if (property.getValue().isValueNode() && !property.getValue().isNull()) {
                facts.put(property.getKey(), property.getValue().asString(""));
            }
        });
        NO_FACTS.forEach(facts::remove);
        boolean active = object.path("Active").asBoolean(true);
        return new Row.Entry(list, object.path("Id").asString(""), fullName(object, active), active, facts);
    }

    /** {@code Parent:Child}, as it was before it became inactive. */
    static String fullName(JsonNode object, boolean active) {
        for (var property : List.of("FullyQualifiedName", "DisplayName", "Name")) {
            if (object.has(property)) {
                return Names.plain(object.path(property).asString(""), active);
            }
        }
        return "";
    }

    static Row deleted(String typeName, JsonNode object) {
        return new Row.Deleted(
                typeName,
                object.path("Id").asString(""),
                object.path("DocNumber").asString(""),
                filled(object.path("MetaData").path("LastUpdatedTime").asString("")));
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text;
    }
}
