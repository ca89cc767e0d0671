package dev.relink.api;

import dev.relink.RunningRelink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to the running server with the administrator's token. */
final class ApiClient {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ApiClient() {}

    record Answer(int status, String type, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        String at(String pointer) {
            return json().at(pointer).asString("");
        }
    }

    static Answer get(String path) {
        return send(request(path).GET());
    }

    static Answer delete(String path) {
        return send(request(path).DELETE());
    }

    static Answer put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    static Answer post(String path, String json, String... headers) {
        var request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    static Answer postLines(String path, BodyPublisher lines) {
        return send(request(path).header("Content-Type", "application/x-ndjson").POST(lines));
    }

    static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(RunningRelink.shared().at(path))
                .header("Authorization", "Bearer " + RunningRelink.ADMIN_TOKEN);
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
