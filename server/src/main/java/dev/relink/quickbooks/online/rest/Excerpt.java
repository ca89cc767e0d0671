package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Connector.UnreadableAnswer;
import java.io.Reader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What was sent for one request, or answered to it, for a person to read. */
final class Excerpt {

    private static final int MOST = 64_000;

    private final String requestId;
    private final List<String> parts = new ArrayList<>();

    private Excerpt(String requestId) {
        this.requestId = requestId;
    }

    /** @param text a plan or a document of answers */
    static Optional<String> of(Reader text, String requestId) {
        var excerpt = new Excerpt(requestId);
        try {
            excerpt.read(OnlineJson.MAPPER.readTree(text));
        } catch (JacksonException | UnreadableAnswer cutOff) {
            excerpt.parts.add("... (cut off)");
        }
        if (excerpt.parts.isEmpty()) {
            return Optional.empty();
        }
        String all = String.join("\n\n", excerpt.parts);
        return Optional.of(all.length() <= MOST ? all : all.substring(0, MOST) + "\n... (shortened)");
    }

    private void read(JsonNode document) {
        document.path("calls").forEach(this::call);
        document.path("answers").forEach(this::answer);
    }

    private void call(JsonNode call) {
        if (isAbout(call)) {
            String query = call.path("query").asString("");
            String id = call.path("requestid").asString("");
            parts.add("%s %s%s%s"
                    .formatted(
                            call.path("method").asString(""),
                            call.path("path").asString(""),
                            query.isEmpty() ? "" : "?" + decoded(query),
                            id.isEmpty() ? "" : "\nrequestid " + id));
            if (call.has("body")) {
                body(OnlineJson.MAPPER.readTree(call.path("body").asString("")), "BatchItemRequest");
            }
        }
    }

    private static String decoded(String query) {
        return URLDecoder.decode(query, StandardCharsets.UTF_8);
    }

    private void answer(JsonNode answer) {
        if (isAbout(answer)) {
            var lines = new ArrayList<String>();
            line("HTTP status", answer.path("status"), lines);
            line("intuit_tid", answer.path("tid"), lines);
            line("Lost:", answer.path("lost"), lines);
            line("Not sent:", answer.path("notSent"), lines);
            parts.add(String.join("\n", lines));
            body(answer.path("body"), "BatchItemResponse");
        }
    }

    private static void line(String label, JsonNode value, List<String> lines) {
        if (!value.isMissingNode()) {
            lines.add(label + " " + value.asString(""));
        }
    }

    private boolean isAbout(JsonNode call) {
        return call.path("requests").valueStream().anyMatch(id -> requestId.equals(id.asString("")));
    }

    /** Of a batch its own items. */
    private void body(JsonNode body, String items) {
        if (body.isString()) {
            parts.add(body.asString());
        } else if (body.path(items).isArray()) {
            body.path(items).forEach(item -> {
                String id = item.path("bId").asString("");
                if (id.equals(requestId) || id.replaceFirst("[a-z]$", "").equals(requestId)) {
                    parts.add(item.toPrettyString());
                }
            });
        } else if (body.isObject()) {
            parts.add(body.toPrettyString());
        }
    }
}
