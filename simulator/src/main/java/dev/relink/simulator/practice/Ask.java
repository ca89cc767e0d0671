package dev.relink.simulator.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON object that came with a request to the control API. */
record Ask(Map<String, Object> fields) {
    static Ask read(String json) {
        return new Ask(Json.object(json));
    }

    /** @throws IllegalArgumentException when it is missing */
    String text(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("“" + name + "” is missing");
        }
        return value.toString();
    }

    String text(String name, String otherwise) {
        Object value = fields.get(name);
        return value == null ? otherwise : value.toString();
    }

    boolean flag(String name, boolean otherwise) {
        return switch (fields.get(name)) {
            case null -> otherwise;
            case Boolean flag -> flag;
            case Object other -> throw new IllegalArgumentException("“" + name + "” is true or false, not " + other);
        };
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    @Nullable
    Object get(String name) {
        return fields.get(name);
    }

    /** All fields but {@code without}, as texts. */
    Map<String, String> rest(String without) {
        var rest = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> {
            if (!name.equals(without)) {
                rest.put(name, value == null ? "" : value.toString());
            }
        });
        return rest;
    }
}
