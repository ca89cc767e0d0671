package dev.relink.entity;

import dev.relink.entity.Value.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as we keep them: the app's own form, with fields in the order of their type and numbers as exact decimal
 * strings, so that equal records have equal text.
 */
public final class RecordJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordJson() {}

    /** The canonical text. */
    public static String write(EntityType type, Values values) {
        return MAPPER.writeValueAsString(write(type.fields(), values));
    }

    /** Reads what {@link #write} or a jsonb column gives back; nothing is checked again. */
    public static Values read(EntityType type, String json) {
        return read(type.fields(), MAPPER.readTree(json));
    }

    private static ObjectNode write(List<Field> fields, Values values) {
        var object = NODES.objectNode();
        for (Field field : fields) {
            Value value = values.get(field.name());
            if (value != null) {
                object.set(field.name(), write(field, value));
            }
        }
        return object;
    }

    private static JsonNode write(Field field, Value value) {
        return switch (value) {
            case Value.Nothing _ -> NODES.nullNode();
            case Value.Text(String text) -> NODES.stringNode(text);
            case Value.Flag(boolean on) -> NODES.booleanNode(on);
            case Value.Day(LocalDate date) -> NODES.stringNode(date.toString());
            case Value.Number(BigDecimal number) -> NODES.stringNode(number.toPlainString());
            case Value.Address address -> write(address);
            case Reference reference -> write(reference);
            case Value.Lines(List<Values> lines) -> {
                var array = NODES.arrayNode();
                List<Field> columns = ((Kind.Lines) field.kind()).columns();
                lines.forEach(line -> array.add(write(columns, line)));
                yield array;
            }
        };
    }

    private static JsonNode write(Value.Address address) {
        var object = NODES.objectNode();
        var lines = object.putArray("lines");
        address.lines().forEach(lines::add);
        put(object, "city", address.city());
        put(object, "state", address.state());
        put(object, "postalCode", address.postalCode());
        put(object, "country", address.country());
        return object;
    }

    private static JsonNode write(Reference reference) {
        return switch (reference) {
            case Reference.ToRecord(String recordId) -> NODES.stringNode(recordId);
            case Reference.ByName(String fullName) -> NODES.objectNode().put("name", fullName);
            case Reference.ToQuickBooks(String id, String fullName) -> {
                var object = NODES.objectNode();
                put(object, "quickbooksId", id);
                put(object, "name", fullName);
                yield object;
            }
        };
    }

    private static void put(ObjectNode object, String name, @Nullable String text) {
        if (text != null) {
            object.put(name, text);
        }
    }

    private static Values read(List<Field> fields, JsonNode object) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Field field : fields) {
            JsonNode node = object.get(field.name());
            if (node != null) {
                values.put(field.name(), read(field.kind(), node));
            }
        }
        return new Values(values);
    }

    private static Value read(Kind kind, JsonNode node) {
        if (node.isNull()) {
            return new Value.Nothing();
        }
        return switch (kind) {
            case Kind.Text _, Kind.OneOf _, Kind.Marker _ -> new Value.Text(node.stringValue());
            case Kind.Flag _ -> new Value.Flag(node.booleanValue());
            case Kind.Day _ -> new Value.Day(LocalDate.parse(node.stringValue()));
            case Kind.Decimal _ -> new Value.Number(new BigDecimal(node.asString()));
            case Kind.Refers _ -> reference(node);
            case Kind.PostalAddress _ -> address(node);
            case Kind.Lines(List<Field> columns) -> {
                var lines = new ArrayList<Values>();
                node.forEach(line -> lines.add(read(columns, line)));
                yield new Value.Lines(lines);
            }
        };
    }

    private static Reference reference(JsonNode node) {
        if (node.isString()) {
            return new Reference.ToRecord(node.stringValue());
        }
        String id = text(node, "quickbooksId");
        String name = text(node, "name");
        return id == null && name != null ? new Reference.ByName(name) : new Reference.ToQuickBooks(id, name);
    }

    private static Value.Address address(JsonNode node) {
        var lines = new ArrayList<String>();
        JsonNode given = node.get("lines");
        if (given != null) {
            given.forEach(line -> lines.add(line.stringValue()));
        }
        return new Value.Address(
                lines, text(node, "city"), text(node, "state"), text(node, "postalCode"), text(node, "country"));
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode field = node.get(name);
        return field == null || field.isNull() ? null : field.stringValue();
    }
}
