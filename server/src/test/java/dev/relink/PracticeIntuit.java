package dev.relink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.simulator.practice.Business;
import dev.relink.simulator.practice.PracticeServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Practice QuickBooks Online behind its own HTTP, with its bookkeeper and the person who lets an app in. */
public final class PracticeIntuit implements AutoCloseable {

    public static final String CLIENT = "practice-app";
    public static final String SECRET = "practice-secret";

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicLong REALMS = new AtomicLong(9_341_450_000_000_000L);

    private final PracticeServer server = PracticeServer.start(Business.NONE);
    private final HttpClient client = HttpClient.newHttpClient();

    private PracticeIntuit() {}

    public static PracticeIntuit start() {
        return new PracticeIntuit();
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    /** A new realm in production, without limits. @return its number */
    public String realm(String name) {
        return realm(name, "production");
    }

    public String realm(String name, String environment) {
        String realm = "" + REALMS.incrementAndGet();
        control(
                "PUT",
                "/realms/" + realm,
                Map.of("name", name, "environment", environment, "limits", false, "business", "none"));
        return realm;
    }

    /** Tokens without a page of consent: what the token service answers, as JSON. */
    public JsonNode connect(String realm) {
        return control("POST", "/realms/" + realm + "/connect", Map.of());
    }

    /** The bookkeeper disconnects the app from inside QuickBooks. */
    public void disconnect(String realm) {
        control("POST", "/realms/" + realm + "/disconnect", Map.of());
    }

    public void expireAccess(String realm) {
        control("POST", "/realms/" + realm + "/expire-access", Map.of());
    }

    public void terms(String name, Object value) {
        control("POST", "/terms", Map.of(name, value));
    }

    public void trouble(String realm, String name) {
        control("POST", "/realms/" + realm + "/troubles", Map.of(name, true));
    }

    public void forward(long seconds) {
        control("POST", "/clock", Map.of("forwardSeconds", seconds));
    }

    public JsonNode control(String method, String path, Map<String, ?> body) {
        var request = HttpRequest.newBuilder(at("/online/control" + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    /** Whether an access token opens a realm. @return the HTTP status of its CompanyInfo */
    public int opens(String realm, String token) {
        var request = HttpRequest.newBuilder(at("/online/v3/company/%s/companyinfo/%s".formatted(realm, realm)))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        return send(request.build()).statusCode();
    }

    /** A person chooses this realm on the page of consent. @return where their browser goes then */
    public URI letsIn(URI authorize, String realm) {
        return consent(authorize, Map.of("button", "connect", "realm", realm));
    }

    /** A person does not let the app in. */
    public URI refuses(URI authorize) {
        return consent(authorize, Map.of("button", "cancel"));
    }

    private URI consent(URI authorize, Map<String, String> pressed) {
        Map<String, String> form = new LinkedHashMap<>(query(authorize));
        form.putAll(pressed);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(at(authorize.getPath()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        HttpResponse<String> answer = send(request.build());
        return URI.create(answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
    }

    public static Map<String, String> query(URI address) {
        return Stream.of(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
