package dev.relink.quickbooks.online.rest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/**
 * Writes what came of all calls as one document: a body that is one whole JSON object stands in it as it is, anything else as
 * a text. It is kept with the message set, the trace ids of Intuit with it, and tokens are nowhere in it.
 */
final class AnswerDocument {

    /** Of what is no JSON, so much is enough to know what it is. */
    private static final int MOST_TEXT = 64_000;

    private AnswerDocument() {}

    static byte[] of(String realm, List<Came> answers) {
        var out = new ByteArrayOutputStream();
        try (JsonGenerator json = OnlineJson.MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("realm", realm);
            json.writeArrayPropertyStart("answers");
            for (var came : answers) {
                json.writeStartObject();
                answer(json, came);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void answer(JsonGenerator json, Came came) {
        json.writeArrayPropertyStart("requests");
        came.call().requests().forEach(json::writeString);
        json.writeEndArray();
        if (came.lost() != null) {
            json.writeStringProperty("lost", came.lost());
            return;
        }
        if (came.notSent() != null) {
            json.writeStringProperty("notSent", came.notSent());
            return;
        }
        json.writeNumberProperty("status", came.status());
        if (came.tid() != null) {
            json.writeStringProperty("tid", came.tid());
        }
        if (came.more()) {
            json.writeBooleanProperty("more", true);
        }
        json.writeName("body");
        body(json, came.body() == null ? new byte[0] : came.body());
    }

    private static void body(JsonGenerator json, byte[] body) {
        var text = text(body);
        if (isOneObject(text)) {
            json.writeRawValue(text);
        } else {
            json.writeString(text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text);
        }
    }

    /** Companies in the United States are said to be of ISO-8859-1: what is no UTF-8 is read so. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean isOneObject(String text) {
        try (var json = OnlineJson.MAPPER.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            json.skipChildren();
            return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
        } catch (JacksonException cutOff) {
            return false;
        }
    }
}
