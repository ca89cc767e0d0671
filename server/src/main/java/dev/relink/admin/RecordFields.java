package dev.relink.admin;

import dev.relink.entity.Difference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record's snapshot as a person reads it. */
public record RecordFields(List<Line> fields, List<String> columns, List<List<String>> lines) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * One field.
     *
     * @param found the same field in QuickBooks; null when both are equal or nothing is known
     */
    public record Line(String label, String value, @Nullable String found) {

        public boolean differs() {
            return found != null;
        }
    }

    static RecordFields of(String snapshot, List<Difference> differences) {
        Map<String, Difference> differs = new HashMap<>();
        differences.forEach(difference -> differs.put(difference.pointer(), difference));
        List<Line> fields = new ArrayList<>();
        JsonNode root = MAPPER.readTree(snapshot);
        root.properties().stream()
                .filter(field -> !field.getKey().equals("lines"))
                .forEach(field -> {
                    Difference difference = differs.remove("/" + field.getKey());
                    fields.add(new Line(
                            label(field.getKey()),
                            text(field.getValue()),
                            difference == null ? null : difference.found()));
                });
        differs.values().stream()
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .forEach(rest -> fields.add(new Line(label(rest.pointer().substring(1)), rest.wanted(), rest.found())));
        List<String> keys = keys(root.path("lines"));
        return new RecordFields(
                fields, keys.stream().map(RecordFields::label).toList(), lines(root.path("lines"), keys));
    }

    private static List<String> keys(JsonNode lines) {
        List<String> keys = new ArrayList<>();
        for (JsonNode line : lines) {
            line.propertyNames().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        }
        return keys;
    }

    private static List<List<String>> lines(JsonNode lines, List<String> keys) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode line : lines) {
            rows.add(keys.stream().map(key -> text(line.path(key))).toList());
        }
        return rows;
    }

    /** "billingAddress/city" → "Billing address, city" */
    private static String label(String pointer) {
        String words =
                pointer.replaceAll("([a-z])([A-Z])", "$1 $2").replace("/", ", ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isContainer()) {
            return value.asString();
        }
        var parts = new StringJoiner(", ");
        for (JsonNode part : value) {
            parts.add(text(part));
        }
        return parts.toString();
    }
}
