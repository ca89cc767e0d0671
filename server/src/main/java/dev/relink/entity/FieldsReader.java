package dev.relink.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a record or of one of its lines. */
final class FieldsReader {

    private static final int MOST_LINES = 5_000;

    private final Problems problems;
    private final ValueReader values;

    FieldsReader(Problems problems) {
        this.problems = problems;
        this.values = new ValueReader(problems);
    }

    /** @param what what the fields belong to, for messages */
    Values read(List<Field> fields, JsonNode json, String pointer, String what) {
        var known = fields.stream()
                .filter(field -> !(field.kind() instanceof Kind.Marker))
                .toList();
        var read = new LinkedHashMap<String, Value>();
        for (var field : known) {
            var node = json.get(field.name());
            var here = pointer + "/" + field.name();
            if (node != null) {
                var value = field.isReadOnly() ? refuse(here) : value(field, node, here);
                if (value != null) {
                    read.put(field.name(), value);
                }
            } else if (field.isRequired()) {
                problems.add(here, "is missing: %s needs it".formatted(Words.a(what)));
            }
        }
        unknown(known, json, pointer, what);
        return new Values(read);
    }

    private @Nullable Value refuse(String pointer) {
        problems.add(pointer, "is computed by QuickBooks; leave it out");
        return null;
    }

    private @Nullable Value value(Field field, JsonNode node, String pointer) {
        if (node.isNull()) {
            if (field.isRequired()) {
                problems.add(pointer, "is null; it cannot be emptied");
            }
            return new Value.Nothing();
        }
        return field.kind() instanceof Kind.Lines lines
                ? lines(lines, node, pointer)
                : values.read(field, node, pointer);
    }

    private @Nullable Value lines(Kind.Lines kind, JsonNode node, String pointer) {
        if (!node.isArray() || node.size() > MOST_LINES) {
            problems.add(
                    pointer,
                    node.isArray()
                            ? "has %d entries; at most %d go".formatted(node.size(), MOST_LINES)
                            : "must be a list, not " + ValueReader.kindOf(node));
            return null;
        }
        var lines = new ArrayList<Values>();
        for (int i = 0; i < node.size(); i++) {
            var here = pointer + "/" + i;
            if (node.get(i).isObject()) {
                lines.add(read(kind.columns(), node.get(i), here, "line"));
            } else {
                problems.add(here, "must be an object, not " + ValueReader.kindOf(node.get(i)));
            }
        }
        return new Value.Lines(lines);
    }

    private void unknown(List<Field> fields, JsonNode json, String pointer, String what) {
        for (var property : json.properties()) {
            var name = property.getKey();
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                var hint = nearest(fields, name)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
                problems.add(
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                        "is not a known field of " + Words.a(what) + hint);
            }
        }
    }

    /** Known names that are a typing mistake away. */
    private static Optional<String> nearest(List<Field> fields, String name) {
        return fields.stream()
                .map(Field::name)
                .filter(known -> distance(known, name) <= (known.length() < 4 ? 1 : 2))
                .min(Comparator.comparingInt(known -> distance(known, name)));
    }

    /** Levenshtein's distance, case aside. */
    private static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.length() > 60 ? other.substring(0, 60) : other.toLowerCase(Locale.ROOT);
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
