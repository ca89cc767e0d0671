package dev.relink.platform;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Our own small structures in jsonb columns. Records of the app have their own form ({@code RecordJson}). */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static <T> @Nullable T readOrNull(@Nullable String json, Class<T> type) {
        return json == null ? null : MAPPER.readValue(json, type);
    }
}
