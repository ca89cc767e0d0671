package dev.relink.admin;

import dev.relink.entity.Difference;
import dev.relink.entity.RecordKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record's snapshot as a person reads it. */
public record RecordFields(List<Line> fields, List<String> columns, List<List<String>> lines) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> MONEY = Set.of("amount", "price", "rate", "cost");
    private static final List<String> ADDRESS = List.of("lines", "city", "state", "postalCode", "country");

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

    static RecordFields of(String snapshot) {
        return of(snapshot, List.of());
    }

    static RecordFields of(String snapshot, List<Difference> differences) {
        Map<String, Difference> differs = new LinkedHashMap<>();
        differences.forEach(difference -> differs.put(difference.pointer(), difference));
        List<Line> fields = new ArrayList<>();
        JsonNode root = tree(snapshot);
        root.properties().stream()
                .filter(field -> !field.getKey().equals("lines"))
                .forEach(field -> {
                    Difference one = differs.remove("/" + field.getKey());
                    fields.add(new Line(
                            label(field.getKey()),
                            text(field.getKey(), field.getValue()),
                            one == null ? null : one.found()));
                });
        differs.values()
                .forEach(rest -> fields.add(new Line(label(rest.pointer().substring(1)), rest.wanted(), rest.found())));
        List<String> keys = keys(root.path("lines"));
        return new RecordFields(
                fields, keys.stream().map(RecordFields::label).toList(), lines(root.path("lines"), keys));
    }

    /** The same with other records of the app's by their names. @param parents names by type and id */
    RecordFields named(Map<RecordKey, String> parents) {
        return new RecordFields(
                fields.stream()
                        .map(line -> new Line(line.label, named(line.label, line.value, parents), line.found))
                        .toList(),
                columns,
                lines.stream()
                        .map(cells -> IntStream.range(0, cells.size())
                                .mapToObj(i -> named(columns.get(i), cells.get(i), parents))
                                .toList())
                        .toList());
    }

    private static String named(String label, String value, Map<RecordKey, String> parents) {
        return parents.entrySet().stream()
                .filter(parent -> parent.getKey().id().equals(value)
                        && (parent.getKey().type().equalsIgnoreCase(label) || label.equals("Parent")))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(value);
    }

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
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
            rows.add(keys.stream().map(key -> text(key, line.path(key))).toList());
        }
        return rows;
    }

    /** "Billing address, city" for {@code billingAddress/city}. */
    public static String label(String pointer) {
        String words =
                pointer.replaceAll("([a-z])([A-Z])", "$1 $2").replace("/", ", ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String text(String field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "Yes" : "No";
        }
        if (!value.isContainer()) {
            return MONEY.contains(field) ? money(value.asString()) : value.asString();
        }
        if (value.isObject() && (value.has("name") || value.has("quickbooksId"))) {
            return value.has("name")
                    ? value.path("name").asString()
                    : value.path("quickbooksId").asString();
        }
        return joined(
                value.has("city") || value.has("state") || value.has("lines")
                        ? ADDRESS.stream().map(value::get).filter(Objects::nonNull)
                        : value.valueStream());
    }

    private static String joined(Stream<JsonNode> parts) {
        var text = new StringJoiner(", ");
        parts.map(part -> text("", part)).filter(part -> !part.isEmpty()).forEach(text::add);
        return text.toString();
    }

    /** $1,840.00; with as many more digits as there are. */
    private static String money(String text) {
        try {
            BigDecimal amount = new BigDecimal(text);
            BigDecimal shown =
                    amount.setScale(Math.max(2, amount.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
            return (shown.signum() < 0 ? "-$" : "$")
                    + String.format(Locale.US, "%,." + shown.scale() + "f", shown.abs());
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
