package dev.relink.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.simulator.practice.PracticeQuickBooks;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Practice QuickBooks Online in a process of its own: Intuit's limits, and the time that recorded calls took. */
final class PracticeIntuit implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 768;

    /** The class path here is that of the server, whose way of logging would be this process' too. */
    private static final String SILENT = "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JavaChild process;
    private final URI address;

    private PracticeIntuit(JavaChild process, URI address) {
        this.process = process;
        this.address = address;
    }

    static PracticeIntuit start() throws IOException {
        var options = List.of("-Xmx" + HEAP_MEGABYTES + "m", SILENT);
        var child =
                JavaChild.start(PracticeQuickBooks.class, options, Map.of(), null, "--port", "0", "--business", "none");
        String said = child.answer();
        return new PracticeIntuit(child, URI.create(said.substring(said.indexOf("http"))));
    }

    /** {@code RELINK_*}: Relink's keys to it. */
    Map<String, String> keys() {
        return Map.of(
                "RELINK_ONLINE_CLIENT_ID",
                "practice-app",
                "RELINK_ONLINE_CLIENT_SECRET",
                "practice-secret",
                "RELINK_ONLINE_DISCOVERY",
                address + "/online/.well-known/openid_configuration",
                "RELINK_ONLINE_API_PRODUCTION",
                address + "/online/v3/company/");
    }

    /** A new realm with limits and latencies as recorded. */
    void realm(String realm, String name) throws IOException, InterruptedException {
        control("PUT", "/realms/" + realm, Map.of("name", name, "business", "none", "limits", true, "latencies", true));
    }

    JsonNode of(String realm, String path) throws IOException, InterruptedException {
        return control("GET", "/realms/" + realm + path, null);
    }

    JsonNode all() throws IOException, InterruptedException {
        return control("GET", "", null);
    }

    void delete(String realm, String type, String id) throws IOException, InterruptedException {
        control("DELETE", "/realms/" + realm + "/records/" + type + "/" + id, null);
    }

    /** An access token without a page of consent. */
    String token(String realm) throws IOException, InterruptedException {
        return control("POST", "/realms/" + realm + "/connect", Map.of())
                .path("accessToken")
                .asString();
    }

    private JsonNode control(String method, String path, @org.jspecify.annotations.Nullable Map<String, ?> body)
            throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(address.resolve("/online/control" + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    /** One call of the API itself. @return the HTTP status, and the answer */
    HttpResponse<String> post(String realm, String token, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address.resolve("/online/v3/company/" + realm + "/" + path + "?minorversion=75"))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A person lets Relink in on the page of consent. @return where their browser goes then */
    URI letsIn(URI asked, String realm) throws IOException, InterruptedException {
        String fields = asked.getRawQuery() + "&button=connect&realm=" + URLEncoder.encode(realm, UTF_8);
        var answer = http.send(
                HttpRequest.newBuilder(address.resolve(asked.getPath()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
        return URI.create(answer.headers()
                .firstValue("Location")
                .orElseThrow(() ->
                        new IllegalStateException(asked.getPath() + ": " + answer.statusCode() + " " + answer.body())));
    }

    /** How many calls were refused for a limit, over these realms. */
    long throttled(List<String> realms) throws IOException, InterruptedException {
        long count = 0;
        for (String realm : realms) {
            count += of(realm, "").path("throttled").asLong();
        }
        return count;
    }

    /** The ids of what is there, by name or number. */
    Map<String, List<String>> ids(String realm, String type) throws IOException, InterruptedException {
        return of(realm, "/ledger")
                .path("names")
                .valueStream()
                .filter(line -> line.path("type").asString().equals(type))
                .collect(Collectors.toMap(
                        line -> line.path("name").asString(),
                        line -> line.path("ids")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
    }

    @Override
    public void close() {
        process.close();
    }
}
