package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.books.Property;
import dev.relink.simulator.online.books.Schema;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds a body against the schema and brings its values into one form. */
final class BodyCheck {
    private static final int NAMED = 61;

    private BodyCheck() {}

    /**
     * The body with exact decimals and without nulls.
     *
     * @throws Refusal when a property is unknown or a value is not of its kind
     */
    static ObjectNode checked(EntityType type, JsonNode body) {
        if (!body.isObject()) {
            throw new Refusal(Code.UNSUPPORTED_PROPERTY, "The body is not one " + type.wireName(), null);
        }
        return object(type.wireName(), body);
    }

    private static ObjectNode object(String type, JsonNode body) {
        Map<String, Property> properties = Schema.published().of(type);
        ObjectNode checked = Json.object();
        for (var field : body.properties()) {
            Property property = properties.get(field.getKey());
            if (property == null) {
                throw unknown(type, field.getKey(), properties);
            }
            if (!field.getValue().isNull()) {
                checked.set(property.name(), value(type, property, field.getValue()));
            }
        }
        return checked;
    }

    private static JsonNode value(String type, Property property, JsonNode given) {
        if (!property.list()) {
            return single(type, property, given);
        }
        if (!given.isArray()) {
            throw wrongForm(type, property);
        }
        var several = Json.object().arrayNode();
        given.forEach(each -> several.add(single(type, property, each)));
        return several;
    }

    private static JsonNode single(String type, Property property, JsonNode given) {
        return switch (property.kind()) {
            case OBJECT -> {
                need(given.isObject(), type, property);
                yield object(property.type(), given);
            }
            case REF -> {
                need(given.isObject(), type, property);
                yield given.deepCopy();
            }
            case ANY -> given;
            case TEXT, DECIMAL, WHOLE, FLAG, DATE, TIME, ENUM -> {
                need(given.isValueNode(), type, property);
                yield Values.of(property, given);
            }
        };
    }

    private static void need(boolean right, String type, Property property) {
        if (!right) {
            throw wrongForm(type, property);
        }
    }

    private static Refusal wrongForm(String type, Property property) {
        return refused("Can not deserialize instance of %s in %s".formatted(property.name(), type));
    }

    private static Refusal unknown(String type, String name, Map<String, Property> properties) {
        String known = properties.keySet().stream()
                .limit(NAMED)
                .map(each -> "\"" + each + "\"")
                .collect(Collectors.joining(", "));
        return refused(
                "Unrecognized field \"%s\" (class com.intuit.schema.finance.v3.%s), not marked as ignorable (%d known properties: %s%s])"
                        .formatted(
                                name, type, properties.size(), known, properties.size() > NAMED ? " [truncated]" : ""));
    }

    private static Refusal refused(String why) {
        return new Refusal(
                Code.UNSUPPORTED_PROPERTY, "Property Name:" + why + "\n specified is unsupported or invalid", null);
    }
}
