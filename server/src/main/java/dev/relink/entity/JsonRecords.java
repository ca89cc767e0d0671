package dev.relink.entity;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door: a record as the app sends it, checked. Tells all that is wrong at once. */
public final class JsonRecords {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(100_000)
                            .maxNameLength(200)
                            .maxNumberLength(60)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonRecords() {}

    /** Parses what may become a record: bounded, without duplicate names, decimals exact. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** As {@link #read(EntityType, JsonNode, Problems)}; text that is no JSON is a problem of the whole record. */
    public static Values read(EntityType type, byte[] json, Problems problems) {
        try {
            return read(type, MAPPER.readTree(json), problems);
        } catch (JacksonException e) {
            problems.add("", JsonFault.of(e));
            return Values.NONE;
        }
    }

    /** The JSON of a text; empty, with the problem told, when it is none. */
    public static Optional<JsonNode> parse(String text, Problems problems) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JacksonException e) {
            problems.add("", JsonFault.of(e));
            return Optional.empty();
        }
    }

    /**
     * @param json parsed by {@link #mapper()}
     * @return what could be read; of use only when {@code problems} stay empty
     * @throws IllegalArgumentException when a decimal was parsed as a double and has lost its digits already
     */
    public static Values read(EntityType type, JsonNode json, Problems problems) {
        if (!json.isObject()) {
            problems.add("", "must be a JSON object, with the fields of " + Words.a(type.name()));
            return Values.NONE;
        }
        var values = new FieldsReader(problems).read(type.fields(), json, "", type.name());
        type.rules().forEach(rule -> rule.accept(values, problems));
        return values;
    }
}
