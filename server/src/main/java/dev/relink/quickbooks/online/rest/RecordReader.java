package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Known;
import dev.relink.connector.Row;
import dev.relink.entity.EntityType;
import dev.relink.entity.Field;
import dev.relink.entity.Kind;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one object into a record. What is not ours is left aside. */
final class RecordReader {

    private final JsonNode object;
    private final boolean active;
    private final Map<String, String> unread = new LinkedHashMap<>();
    private final List<Known.Line> known = new ArrayList<>();

    private RecordReader(JsonNode object) {
        this.object = object;
        this.active = object.path("Active").asBoolean(true);
    }

    static Row.Found read(EntityType type, JsonNode object) {
        return new RecordReader(object).read(type);
    }

    private Row.Found read(EntityType type) {
        var values = values(type.fields(), object, unread);
        var note = Marks.placeOf(type)
                .map(place -> object.path(place.path()).asString(""))
                .orElse("");
        return new Row.Found(
                type,
                object.path("Id").asString(""),
                object.path("SyncToken").asString(""),
                fullName(type, values),
                active,
                Marks.of(note),
                filled(object.path("MetaData").path("LastUpdatedTime").asString("")),
                values,
                known,
                Map.copyOf(unread));
    }

    private String fullName(EntityType type, Values values) {
        if (type.isList()) {
            return EntryReader.fullName(object, active);
        }
        var number = values.text("number") == null ? values.text("reference") : values.text("number");
        return Objects.requireNonNullElse(number, "");
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text;
    }

    private Values values(List<Field> fields, JsonNode from, Map<String, String> unread) {
        var values = new LinkedHashMap<String, Value>();
        for (var field : fields) {
            if (field.online() != null) {
                var node = at(from, field.online().path());
                var value = value(field, node, unread);
                if (value != null) {
                    values.put(field.name(), value);
                }
            }
        }
        return new Values(values);
    }

    private static JsonNode at(JsonNode object, String path) {
        var here = object;
        for (var name : path.split("/", -1)) {
            here = here.isArray() ? here.path(0).path(name) : here.path(name);
        }
        return here;
    }

    /** What is no value of its kind is left out and noted: one odd field does not cost the whole answer. */
    private @Nullable Value value(Field field, JsonNode node, Map<String, String> unread) {
        if (field.kind() instanceof Kind.Lines kind) {
            return node.isArray() ? lines(field, kind, node) : null;
        }
        try {
            var value = PropertyReader.value(field.kind(), node);
            return value instanceof Value.Text(var text) ? text(field, text) : value;
        } catch (IllegalArgumentException | DateTimeException _) {
            unread.put(field.name(), "%s is %s".formatted(field.name(), node));
            return null;
        }
    }

    private @Nullable Value text(Field field, String text) {
        var ours = field.isName() ? Names.plain(text, active) : Marks.unmarked(text);
        return ours.isBlank() ? null : new Value.Text(ours);
    }

    private Value lines(Field field, Kind.Lines kind, JsonNode lines) {
        var all = new ArrayList<Values>();
        for (var line : lines) {
            if (!LineKind.isSum(line)) {
                var odd = new LinkedHashMap<String, String>();
                all.add(values(kind.columns(), line, odd));
                known.add(known(line));
                if (!odd.isEmpty()) {
                    unread.put(field.name(), String.join(", ", odd.values()));
                }
            }
        }
        return new Value.Lines(all);
    }

    private static Known.Line known(JsonNode line) {
        var whole = ((ObjectNode) line).deepCopy();
        whole.remove("LineNum");
        return new Known.Line(
                LineKind.idOf(line), null, LineKind.isOthers(line), OnlineJson.MAPPER.writeValueAsString(whole));
    }
}
