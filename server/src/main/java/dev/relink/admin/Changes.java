package dev.relink.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two states of the same thing, as the lines in which they differ. */
public final class Changes {

    /** More than fits on a screen says less. */
    private static final int MOST = 40;

    private static final int LONGEST = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private Changes() {}

    /** @param before empty = it was not there @param after empty = it is gone, or nobody wrote it down */
    public record Change(String name, String before, String after) {}

    /** @param before JSON, and so {@code after}; null = none */
    static List<Change> between(@Nullable String before, @Nullable String after) {
        Map<String, String> was = flat(before);
        Map<String, String> is = flat(after);
        List<Change> changes = new ArrayList<>();
        var names = new TreeMap<>(was);
        names.putAll(is);
        for (String name : names.keySet()) {
            var change = new Change(name, was.getOrDefault(name, ""), is.getOrDefault(name, ""));
            if (!change.before.equals(change.after) && changes.size() < MOST) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static Map<String, String> flat(@Nullable String json) {
        Map<String, String> values = new TreeMap<>();
        if (json != null) {
            flatten("", JSON.readTree(json), values);
        }
        return values;
    }

    private static void flatten(String name, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), values));
        } else if (!node.isNull()) {
            String text = node.isString() ? node.asString() : node.toString();
            values.put(name, text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        }
    }
}
