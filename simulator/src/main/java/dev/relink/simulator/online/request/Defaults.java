package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** Values that are filled in when nobody gave another. */
final class Defaults {
    private Defaults() {}

    static void put(ObjectNode fields, String property, String value) {
        if (!fields.has(property)) {
            fields.put(property, value);
        }
    }

    static void put(ObjectNode fields, String property, boolean value) {
        if (!fields.has(property)) {
            fields.put(property, value);
        }
    }

    static void amount(ObjectNode fields, String property) {
        if (!fields.has(property)) {
            fields.put(property, BigDecimal.ZERO);
        }
    }

    /** A reference to a tax code, when the realm has it. */
    static void ref(ObjectNode fields, String property, String id, Session session) {
        if (!fields.has(property)
                && session.books().find(EntityType.TAX_CODE, id).isPresent()) {
            fields.set(property, Json.ref(id));
        }
    }
}
