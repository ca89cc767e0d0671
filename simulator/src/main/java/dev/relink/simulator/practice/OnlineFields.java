package dev.relink.simulator.practice;

import dev.relink.simulator.online.books.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The properties of an object as names with dots, and back. */
final class OnlineFields {
    private static final Set<String> ENVELOPE = Set.of("Id", "SyncToken", "MetaData", "domain", "sparse");

    private OnlineFields() {}

    /** Every property that is one value and that a person may change; arrays are left to the JSON. */
    static Map<String, String> flat(ObjectNode object) {
        var flat = new LinkedHashMap<String, String>();
        flatten("", object.deepCopy().remove(ENVELOPE), flat);
        flat.keySet().removeIf(path -> path.endsWith("Ref.name"));
        return flat;
    }

    private static void flatten(String prefix, JsonNode object, Map<String, String> flat) {
        for (var field : object.properties()) {
            String path = prefix + field.getKey();
            if (field.getValue().isObject()) {
                flatten(path + ".", field.getValue(), flat);
            } else if (field.getValue().isValueNode()) {
                flat.put(path, field.getValue().asString(""));
            }
        }
    }

    /** Puts a value at a path; objects on the way are made. An empty value empties the property. */
    static void put(ObjectNode object, String path, String value) {
        String[] words = path.split("\\.");
        ObjectNode at = object;
        for (int i = 0; i < words.length - 1; i++) {
            at = at.path(words[i]) instanceof ObjectNode inner ? inner : at.putObject(words[i]);
        }
        at.put(words[words.length - 1], value.isEmpty() ? null : value);
    }

    /** An object of the properties that were filled in. */
    static ObjectNode of(Map<String, String> fields) {
        ObjectNode object = Json.object();
        fields.forEach((path, value) -> put(object, path, value));
        return object;
    }
}
