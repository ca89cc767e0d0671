package dev.relink.simulator.online;

import static dev.relink.simulator.online.TestRealm.idOf;
import static dev.relink.simulator.online.TestRealm.target;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Behaviours 38 and 39: events, their signature, and what happens when nobody takes them. */
class WebhookTest {
    private static final String VERIFIER = "verifier-token";

    private final TestRealm realm = new TestRealm();
    private final List<byte[]> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> signatures = Collections.synchronizedList(new ArrayList<>());
    private volatile int status = 200;
    private HttpServer app;

    @BeforeEach
    void listen() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/hook", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("intuit-signature")));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        app.start();
        realm.control("webhooks/settings", "{\"gatherMillis\":600000}");
    }

    @AfterEach
    void stop() {
        app.stop(0);
    }

    private void subscribe(String form) {
        String url = "http://localhost:" + app.getAddress().getPort() + "/hook";
        realm.control(
                "webhooks",
                "{\"url\":\"" + url + "\",\"verifierToken\":\"" + VERIFIER + "\",\"form\":\"" + form + "\"}");
    }

    private void deliver() {
        realm.control("webhooks/deliver", "{}");
    }

    private JsonNode body(int number) {
        return TestRealm.JSON.readTree(new String(bodies.get(number), StandardCharsets.UTF_8));
    }

    @Test
    void events_come_as_cloudevents_signed_over_the_bytes_of_the_body() throws Exception {
        subscribe("cloudevents");
        JsonNode customer = realm.customer("Told");
        deliver();
        JsonNode event = body(0).path(0);
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("type").asString()).isEqualTo("qbo.customer.created.v1");
        assertThat(event.path("intuitentityid").asString()).isEqualTo(idOf(customer));
        assertThat(event.path("intuitaccountid").asString()).isEqualTo(realm.id);
        assertThat(event.path("time").asString()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{9}Z");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(VERIFIER.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(signatures.getFirst()).isEqualTo(Base64.getEncoder().encodeToString(mac.doFinal(bodies.getFirst())));
    }

    @Test
    void the_older_form_is_sent_to_those_who_want_it() {
        subscribe("legacy");
        JsonNode invoice = realm.invoice(realm.customer("Older"), "3");
        deliver();
        JsonNode entity = body(0).path("eventNotifications")
                .path(0)
                .path("dataChangeEvent")
                .path("entities")
                .path(1);
        assertThat(body(0).path("eventNotifications").path(0).path("realmId").asString())
                .isEqualTo(realm.id);
        assertThat(entity.path("name").asString()).isEqualTo("Invoice");
        assertThat(entity.path("id").asString()).isEqualTo(idOf(invoice));
        assertThat(entity.path("operation").asString()).isEqualTo("Create");
    }

    @Test
    void what_is_not_answered_with_200_is_sent_again_as_it_was_and_holds_back_the_rest() {
        subscribe("cloudevents");
        status = 500;
        realm.customer("First");
        deliver();
        realm.customer("Second");
        deliver();
        assertThat(bodies).as("not before ten seconds").hasSize(1);
        status = 200;
        TestRealm.forward(11);
        deliver();
        assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
        deliver();
        assertThat(body(2).path(0).path("type").asString()).isEqualTo("qbo.customer.created.v1");
        assertThat(bodies).hasSize(3);
        assertThat(realm.control("webhooks").path(0).path("waiting").asInt()).isZero();
    }

    @Test
    void an_answer_after_the_time_is_no_answer() {
        subscribe("cloudevents");
        app.removeContext("/hook");
        app.createContext(
                "/hook", exchange -> bodies.add(exchange.getRequestBody().readAllBytes()));
        realm.control("webhooks/settings", "{\"answerWithinMillis\":50}");
        realm.customer("Late");
        deliver();
        JsonNode state = realm.control("webhooks").path(0);
        assertThat(state.path("log").path(0).path("status").asInt()).isZero();
        assertThat(state.path("waiting").asInt()).isEqualTo(1);
    }

    @Test
    void events_may_be_lost_repeated_or_in_disorder() {
        subscribe("cloudevents");
        realm.trouble("loseWebhook");
        realm.customer("Lost");
        realm.trouble("repeatWebhook");
        realm.customer("Twice");
        JsonNode last = realm.customer("Last");
        realm.trouble("shuffleWebhooks");
        deliver();
        assertThat(body(0).size()).isEqualTo(3);
        assertThat(body(0).path(0).path("intuitentityid").asString()).isEqualTo(idOf(last));
        assertThat(body(0).path(1).path("id")).isEqualTo(body(0).path(2).path("id"));
    }

    @Test
    void void_merge_delete_and_the_payment_of_an_invoice_are_told() {
        JsonNode customer = realm.customer("Oak");
        JsonNode other = realm.customer("Elm");
        JsonNode invoice = realm.invoice(customer, "8");
        JsonNode dead = realm.invoice(customer, "9");
        subscribe("cloudevents");
        realm.post("invoice?operation=void", target(invoice, "")).object("Invoice");
        realm.post("invoice?operation=delete", target(dead, "")).object("Invoice");
        realm.control("merge", "{\"type\":\"customer\",\"gone\":\"Elm\",\"kept\":\"Oak\"}");
        deliver();
        assertThat(body(0).findValuesAsString("type"))
                .containsSubsequence("qbo.invoice.void.v1", "qbo.invoice.deleted.v1", "qbo.customer.merged.v1");
        assertThat(body(0).findValuesAsString("deletedId")).containsExactly(idOf(other));
    }
}
