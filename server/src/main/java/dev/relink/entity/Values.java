package dev.relink.entity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one record by name. A missing key means “not managed by the app”: neither written nor compared. */
public record Values(Map<String, Value> byField) {

    public static final Values NONE = new Values(Map.of());

    public Values {
        byField = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    public @Nullable Value get(String field) {
        return byField.get(field);
    }

    /** The text of a field, or null when it is absent, empty or of another kind. */
    public @Nullable String text(String field) {
        return byField.get(field) instanceof Value.Text text ? text.text() : null;
    }

    /** The same values with one field set. */
    public Values with(String field, Value value) {
        var copy = new LinkedHashMap<>(byField);
        copy.put(field, value);
        return new Values(copy);
    }
}
