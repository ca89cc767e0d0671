package dev.relink.cli;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's {@code application/problem+json} (RFC 9457) as words; and what answers that are not Relink's mean. */
final class ServerProblem {

    private ServerProblem() {}

    static Refusal of(URI server, HttpResponse<?> response, String body) {
        if (response.statusCode() < 400) {
            return new Refusal("%s sends us on to %s: give that address with --server."
                    .formatted(server, response.headers().firstValue("Location").orElse("another address")));
        }
        return isJson(response) ? told(server, response, body) : noRelink(server, response);
    }

    static boolean isJson(HttpResponse<?> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("application/json") || type.startsWith("application/problem+json");
    }

    static Refusal noRelink(URI server, HttpResponse<?> response) {
        return new Refusal("%s answers %d, but not as Relink does: is that its address? Name it with --server."
                .formatted(server, response.statusCode()));
    }

    private static Refusal told(URI server, HttpResponse<?> response, String body) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(body);
            return problem.has("title") ? new Refusal(words(problem)) : noRelink(server, response);
        } catch (JacksonException e) {
            return noRelink(server, response);
        }
    }

    private static String words(JsonNode problem) {
        String title = problem.path("title").asString("");
        String detail = problem.path("detail").asString("");
        String said = detail.isEmpty() || detail.equals(title) ? title : title + ": " + detail;
        return Text.line(said) + fields(problem.path("errors"));
    }

    /** Each on a line of its own, with its place unless the message begins with it. */
    static String fields(JsonNode errors) {
        return errors.valueStream()
                .map(error -> {
                    String place = Text.of(error, "/pointer");
                    String message = Text.of(error, "/message");
                    return message.startsWith(place) ? "\n  " + message : "\n  " + place + " " + message;
                })
                .collect(Collectors.joining());
    }
}
