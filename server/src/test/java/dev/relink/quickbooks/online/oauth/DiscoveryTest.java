package dev.relink.quickbooks.online.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.relink.platform.OnlineApp;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DiscoveryTest {

    private static final String DOCUMENT = """
            {"authorization_endpoint":"%s/authorize","token_endpoint":"%s/tokens","revocation_endpoint":"%s/revoke"%s}""";

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T12:00:00Z"));
    private final InstantSource clock = now::get;
    private final Intuit intuit = new Intuit();
    private final Discovery discovery = new Discovery(intuit, clock);
    private HttpServer server;
    private int status = 200;
    private String body = "";
    private String redirect = "";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            if (!redirect.isEmpty()) {
                exchange.getResponseHeaders().add("Location", redirect);
            }
            byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        body = document("");
    }

    @AfterEach
    void close() {
        server.stop(0);
        intuit.close();
    }

    private String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private String document(String more) {
        return DOCUMENT.formatted(base(), base(), base(), more);
    }

    private OnlineApp app() {
        return new OnlineApp(
                "production", "id", "secret", URI.create(base() + "/discovery"), URI.create(base() + "/v3/company/"));
    }

    @Test
    void the_document_is_read_once_a_day_and_the_last_one_holds_while_it_is_away() {
        Places places = discovery.of(app());
        assertThat(places.tokens()).hasPath("/tokens");
        assertThat(places.proofKey()).isFalse();
        discovery.of(app());
        assertThat(asked).hasValue(1);
        now.updateAndGet(before -> before.plus(Duration.ofHours(25)));
        status = 503;
        assertThat(discovery.of(app())).isEqualTo(places);
        assertThat(asked).hasValue(2);
        status = 200;
        body = document(",\"code_challenge_methods_supported\":[\"plain\",\"S256\"]");
        assertThat(discovery.of(app()).proofKey()).isTrue();
    }

    @Test
    void a_redirect_is_not_followed() {
        status = 302;
        redirect = base() + "/elsewhere";
        assertThatExceptionOfType(TokensUnavailable.class)
                .isThrownBy(() -> discovery.of(app()))
                .withMessageContaining("302");
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_place_that_others_could_listen_in_on_is_refused() {
        var json = new JsonMapper();
        URI intuits = URI.create("https://developer.api.intuit.com/.well-known/openid_configuration");
        for (String place : new String[] {"http://example.com", "http://localhost:1", "ftp://x", "nowhere", ""}) {
            assertThatExceptionOfType(TokensUnavailable.class)
                    .as(place)
                    .isThrownBy(() -> Places.of(json.readTree(DOCUMENT.formatted(place, place, place, "")), intuits));
        }
        assertThatExceptionOfType(TokensUnavailable.class)
                .isThrownBy(() -> Places.of(
                        json.readTree(DOCUMENT.formatted("http://example.com", base(), base(), "")),
                        app().discovery()));
    }

    @Test
    void an_endless_document_is_not_read_to_its_end() {
        body = "x".repeat(300_000);
        assertThatExceptionOfType(TokensUnavailable.class).isThrownBy(() -> discovery.of(app()));
    }

    @Test
    void what_is_no_json_is_said_to_be_none() {
        body = "<html>";
        assertThatExceptionOfType(TokensUnavailable.class)
                .isThrownBy(() -> discovery.of(app()))
                .withMessageContaining("no JSON");
    }
}
