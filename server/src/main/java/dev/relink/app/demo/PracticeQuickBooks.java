package dev.relink.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control API of practice QuickBooks: what a bookkeeper does at the PC. It is another process; nothing is shared. */
final class PracticeQuickBooks {

    private static final Duration A_LONG_RUN = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    /** What the Web Connector reports of one run. */
    record Run(String ending, String said) {
        boolean isWell() {
            return ending.equals("FINISHED") || ending.equals("NO_WORK");
        }
    }

    /** It cannot be reached, or it said no. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    PracticeQuickBooks(URI address) {
        this.address = address;
    }

    /** Both processes start together. False when it did not answer for as long as this. */
    boolean answersWithin(Duration patience) {
        for (long tries = patience.dividedBy(BETWEEN_TRIES); tries > 0; tries--) {
            try {
                call("GET", "/control", null);
                return true;
            } catch (Failed notYet) {
                pause();
            }
        }
        return false;
    }

    private static void pause() {
        pause(BETWEEN_TRIES);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failed("The server is stopping.");
        }
    }

    /** A new company file with its accounts, terms and tax codes, in the place of an old one. */
    void open(String file, String name) {
        call("PUT", "/control/" + file, Map.of("name", name, "business", "lists"));
    }

    /** A new company of QuickBooks Online with its lists, in the place of an old one. */
    void openRealm(String realm, String name) {
        call("PUT", "/online/control/realms/" + realm, Map.of("name", name, "business", "lists"));
    }

    /** What changes in a company of QuickBooks Online is told there from now on. */
    void announce(String realm, String url, String verifierToken) {
        call(
                "POST",
                "/online/control/realms/" + realm + "/webhooks",
                Map.of("url", url, "verifierToken", verifierToken));
    }

    /** The name of a company of QuickBooks Online. */
    String realmName(String realm) {
        return call("GET", "/online/control/realms/" + realm, null).path("name").asString("");
    }

    /** Whether an app is connected to a company of QuickBooks Online. */
    boolean isLetIn(String realm) {
        return !call("GET", "/online/control/realms/" + realm, null)
                .path("connectedApps")
                .isEmpty();
    }

    void addToWebConnector(String file, String qwc, String password) {
        post(file, "web-connector", Map.of("qwc", qwc, "password", password));
    }

    Run run(String file) {
        JsonNode report = post(file, "run", Map.of());
        return new Run(report.path("ending").asString(), report.path("said").asString());
    }

    void typeIn(String file, String list, Map<String, String> fields) {
        post(file, list, fields);
    }

    void delete(String file, String list, String record) {
        call("DELETE", "/control/%s/%s/%s".formatted(file, list, encoded(record)), null);
    }

    void merge(String file, String gone, String kept) {
        post(file, "merge", Map.of("gone", gone, "kept", kept));
    }

    /** As a window does that shows it: nobody else can change the record. */
    void openInWindow(String file, String customer) {
        post(file, "open", Map.of("name", customer));
    }

    void loseNextAnswer(String file) {
        post(file, "faults", Map.of("loseNextAnswer", true));
    }

    void quickBooksRuns(String file, boolean running) {
        post(file, "quickbooks", Map.of("running", running));
    }

    private JsonNode post(String file, String act, Map<String, ?> body) {
        return call("POST", "/control/" + file + "/" + act, body);
    }

    private JsonNode call(String method, String path, @Nullable Map<String, ?> body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body));
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(A_LONG_RUN)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new Failed("Practice QuickBooks refused %s %s: %s".formatted(method, path, answer.body()));
            }
            return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
        } catch (IOException e) {
            throw new Failed("Practice QuickBooks does not answer at %s: %s".formatted(address, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("The server is stopping.");
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
