package dev.relink.scenario;

import dev.relink.RunningRelink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program with a token. What it asks for must succeed, unless it wants the whole answer. */
record Api(String token) {

    static final Api ADMIN = new Api(RunningRelink.ADMIN_TOKEN);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Answer(int status, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    JsonNode get(String path) {
        return well("GET", path, send("GET", path, "application/json", ""));
    }

    JsonNode post(String path, String json) {
        return well("POST", path, send("POST", path, "application/json", json));
    }

    JsonNode postLines(String path, String lines) {
        return well("POST", path, send("POST", path, "application/x-ndjson", lines));
    }

    JsonNode put(String path, String json) {
        return well("PUT", path, send("PUT", path, "application/json", json));
    }

    JsonNode delete(String path) {
        return well("DELETE", path, send("DELETE", path, "application/json", ""));
    }

    private static JsonNode well(String method, String path, Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError("%s %s: %d %s".formatted(method, path, answer.status(), answer.text()));
        }
        return answer.json();
    }

    /** The answer, whatever it is. */
    Answer send(String method, String path, String contentType, String body) {
        var request = HttpRequest.newBuilder(RunningRelink.shared().at("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body));
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
