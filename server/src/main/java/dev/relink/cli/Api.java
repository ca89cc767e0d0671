package dev.relink.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON interface of a running server. What it refuses, and what goes wrong on the way, is a {@link Refusal} in words;
 * nothing is sent twice.
 */
final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI server;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** @param server without a path */
    Api(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** What the server said, unchanged. */
    record Answer(String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    /** What goes with a request. */
    record Content(String type, BodyPublisher bytes) {
        static Content json(Object body) {
            return new Content("application/json", BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
    }

    /** {@code /companies/acme/records/customer/1}: each part encoded. */
    static String path(String... parts) {
        return Arrays.stream(parts).map(part -> "/" + encoded(part)).collect(Collectors.joining());
    }

    /** The path with those parameters that were given. */
    static String query(String path, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Answer get(String path) {
        return json(send("GET", path, null, BodyHandlers.ofInputStream()));
    }

    Answer send(String method, String path, @Nullable Content content) {
        return json(send(method, path, content, BodyHandlers.ofInputStream()));
    }

    /** A file: not JSON, any size. The caller closes it. */
    InputStream file(String path) {
        return accepted(send("GET", path, null, BodyHandlers.ofInputStream())).body();
    }

    private Answer json(HttpResponse<InputStream> response) {
        accepted(response);
        String text = text(response);
        if (!text.isEmpty() && !ServerProblem.isJson(response)) {
            throw ServerProblem.noRelink(server, response);
        }
        return new Answer(text);
    }

    private HttpResponse<InputStream> accepted(HttpResponse<InputStream> response) {
        if (response.statusCode() >= 300) {
            throw ServerProblem.of(server, response, text(response));
        }
        return response;
    }

    private <T> HttpResponse<T> send(
            String method, String path, @Nullable Content content, HttpResponse.BodyHandler<T> as) {
        var request = HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .method(method, content == null ? BodyPublishers.noBody() : content.bytes());
        if (content != null) {
            request.header("Content-Type", content.type());
        }
        try {
            return http.send(request.build(), as);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new Refusal("No server answers at %s: start it with ./relink serve, or name another with --server."
                    .formatted(server));
        } catch (IOException e) {
            throw lost(method.equals("GET"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    private String text(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw lost(response.request().method().equals("GET"), e);
        }
    }

    private Refusal lost(boolean reading, IOException why) {
        return new Refusal(
                "The connection to %s broke (%s). %s"
                        .formatted(
                                server,
                                why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage(),
                                reading
                                        ? "Try again."
                                        : "Whether it was done is not known: look with ./relink history before you repeat it."));
    }
}
