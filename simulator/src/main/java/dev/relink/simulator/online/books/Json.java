package dev.relink.simulator.online.books;

import java.math.BigDecimal;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON with exact decimals. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** Anything that is kept on disk. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** What {@link #text} wrote. */
    public static <T> T value(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /** {@code {"value": id}}. */
    public static ObjectNode ref(String id) {
        return object().put("value", id);
    }

    public static ObjectNode ref(String id, String name) {
        return ref(id).put("name", name);
    }

    /** Whether two trees say the same; 1.0 and 1.00 do. */
    public static boolean same(JsonNode one, JsonNode other) {
        return one.equals(Json::compare, other);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            BigDecimal number = one.decimalValue();
            return number.compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
