package dev.relink.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.entity.Problems;
import dev.relink.intake.Door;
import dev.relink.platform.web.FieldProblem;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON object that came with a request, at most 1 MB, read field by field; unknown fields are refused by name. */
final class Body {

    static final int LARGEST = 1 << 20;

    private final JsonNode json;
    private final Problems problems = new Problems();

    private Body(JsonNode json) {
        this.json = json;
    }

    /** Asked in the route itself, not of its mapping: who may not call it is not told what it takes. */
    static void mustBe(String type, HttpServletRequest request) {
        String given = request.getContentType();
        if (given == null || !given.split(";", 2)[0].strip().equalsIgnoreCase(type)) {
            throw Refused.unsupported("The Content-Type is %s; send %s.".formatted(given, type));
        }
    }

    /** JSON. */
    static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() != 0) {
            mustBe("application/json", request);
        }
        return anyBytes(request);
    }

    /** Reads no further than the limit, whatever is sent. */
    static byte[] anyBytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw Refused.tooLarge(tooLarge());
        }
        byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Refused.tooLarge(tooLarge());
        }
        return bytes;
    }

    private static String tooLarge() {
        return "The body is larger than %d bytes. Send many records as application/x-ndjson, a line each."
                .formatted(LARGEST);
    }

    static JsonNode json(byte[] bytes) {
        var problems = new Problems();
        JsonNode json = Door.json(text(bytes), problems).orElse(null);
        if (json == null) {
            throw Refused.badRequest(problems.list().getFirst().message());
        }
        return json;
    }

    private static String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refused.badRequest("The body is not UTF-8.");
        }
    }

    /** An empty body is an empty object. */
    static Body of(byte[] bytes, String... fields) {
        JsonNode json = json(bytes.length == 0 ? new byte[] {'{', '}'} : bytes);
        if (!json.isObject()) {
            throw Refused.badRequest("The body is no JSON object.");
        }
        var body = new Body(json);
        Set<String> known = Set.of(fields);
        json.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> body.problems.add("/" + name, "is not known; known are " + String.join(", ", fields)));
        return body;
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** Empty when it is missing, which is a problem. */
    String text(String field) {
        String text = textOrNull(field);
        if (text == null || text.isBlank()) {
            problems.add("/" + field, "is missing");
            return "";
        }
        return text;
    }

    @Nullable
    String textOrNull(String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            problems.add("/" + field, "is no string");
            return null;
        }
        return value.asString();
    }

    boolean flag(String field) {
        JsonNode value = json.get(field);
        if (value != null && !value.isBoolean()) {
            problems.add("/" + field, "is neither true nor false");
        }
        return value != null && value.isBoolean() && value.asBoolean();
    }

    /** Zero when it is missing or no whole number, which is a problem. */
    long number(String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            problems.add("/" + field, "is no whole number");
            return 0;
        }
        return value.asLong();
    }

    List<String> texts(String field) {
        JsonNode value = json.get(field);
        var texts = new ArrayList<String>();
        if (value == null || !value.isArray()) {
            problems.add("/" + field, "is no list");
            return texts;
        }
        for (JsonNode element : value) {
            if (element.isString()) {
                texts.add(element.asString());
            } else {
                problems.add("/" + field + "/" + texts.size(), "is no string");
            }
        }
        return texts;
    }

    /** The object in a field, as name and text. */
    @Nullable
    JsonNode object(String field) {
        JsonNode value = json.get(field);
        if (value != null && !value.isObject()) {
            problems.add("/" + field, "is no object");
            return null;
        }
        return value;
    }

    void problem(String field, String message) {
        problems.add("/" + field, message);
    }

    /** To be called when all was read. @throws Refused with everything that is wrong */
    void check() {
        refuse(problems);
    }

    static void refuse(Problems problems) {
        if (!problems.isEmpty()) {
            throw Refused.badFields(problems.list().stream()
                    .map(problem -> new FieldProblem(problem.pointer(), problem.message()))
                    .toList());
        }
    }
}
