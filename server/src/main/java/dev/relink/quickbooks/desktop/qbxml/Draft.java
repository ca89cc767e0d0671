package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.Known;
import dev.relink.connector.Row;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record while it is being read. */
final class Draft {

    private final Map<Node.Header, String> header = new EnumMap<>(Node.Header.class);
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, List<Values>> lines = new LinkedHashMap<>();
    private final List<Known.Line> known = new ArrayList<>();
    private final Map<String, String> unread = new LinkedHashMap<>();

    void put(Node.Header part, String text) {
        if (!text.isEmpty()) {
            header.put(part, text);
        }
    }

    void put(String field, @Nullable Value value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    /** @param why what stands there instead of a value */
    void unread(String field, String why) {
        unread.put(field, why);
    }

    /** A field of one of the lines: none of the lines can be relied on. */
    void unreadIn(String field, Draft line) {
        if (!line.unread.isEmpty()) {
            unread.put(field, String.join(", ", line.unread.values()));
        }
    }

    void addLine(String field, String quickbooksId, boolean group, Values line) {
        lines.computeIfAbsent(field, name -> new ArrayList<>()).add(line);
        known.add(new Known.Line(quickbooksId, null, group));
    }

    Values values() {
        lines.forEach((field, all) -> values.put(field, new Value.Lines(all)));
        return new Values(values);
    }

    Row.Found found(Node.Shape shape) {
        values.putAll(shape.implied().byField());
        var read = values();
        return new Row.Found(
                shape.type(),
                header.getOrDefault(Node.Header.ID, ""),
                header.getOrDefault(Node.Header.EDIT_SEQUENCE, ""),
                fullName(shape, read),
                !(read.get("active") instanceof Value.Flag(var on)) || on,
                marker(header.get(Node.Header.EXTERNAL_GUID)),
                header.get(Node.Header.TIME_MODIFIED),
                read,
                known,
                Map.copyOf(unread));
    }

    private String fullName(Node.Shape shape, Values read) {
        if (shape.type().isList()) {
            var name = read.text("name");
            return header.getOrDefault(Node.Header.FULL_NAME, name == null ? "" : name);
        }
        var number = read.text("number") == null ? read.text("reference") : read.text("number");
        return number == null ? "" : number;
    }

    private static @Nullable String marker(@Nullable String guid) {
        return guid == null ? null : guid.replace("{", "").replace("}", "").toLowerCase(Locale.ROOT);
    }
}
