package dev.relink.simulator.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String text, TypeReference<T> type) {
        return MAPPER.readValue(text, type);
    }

    /** An object of which the names are not known beforehand; an empty text is an empty object. */
    static Map<String, Object> object(String text) {
        return text.isBlank() ? new LinkedHashMap<>() : read(text, new TypeReference<>() {});
    }

    /** Sets the named public fields of {@code target}. */
    static void update(Object target, String text) {
        MAPPER.readerForUpdating(target).readValue(text);
    }
}
