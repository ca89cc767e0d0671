package dev.relink.simulator.online;

import dev.relink.simulator.practice.Business;
import dev.relink.simulator.practice.PracticeServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A realm of one test, on the server that all tests of Online share, and an app that is connected to it. */
final class TestRealm {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final PracticeServer SERVER = start();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger NEXT = new AtomicInteger(4_620_816);

    final String id;
    String token;
    String refreshToken;

    /** An answer, as it came. */
    record Answer(int status, byte[] bytes, HttpResponse<byte[]> http) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(text());
        }

        JsonNode object(String type) {
            if (status != 200) {
                throw new AssertionError(status + " " + text());
            }
            return json().path(type);
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /** Code and detail of the first error, of either envelope. */
        String fault() {
            JsonNode api = json().path("Fault").path("Error").path(0);
            JsonNode gateway = json().path("fault").path("error").path(0);
            return api.isMissingNode()
                    ? gateway.path("code").asString("") + " "
                            + gateway.path("message").asString("")
                    : api.path("code").asString() + " " + api.path("Detail").asString();
        }
    }

    private static PracticeServer start() {
        PracticeServer server = PracticeServer.start(Business.NONE);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    static int port() {
        return SERVER.port();
    }

    TestRealm() {
        this("{\"limits\":false}");
    }

    /** @param profile what the control API is told of the new realm */
    TestRealm(String profile) {
        id = String.valueOf(NEXT.incrementAndGet());
        call("PUT", "/online/control/realms/" + id, profile);
        connect();
    }

    void connect() {
        JsonNode tokens = control("connect", "{}");
        token = tokens.path("accessToken").asString();
        refreshToken = tokens.path("refreshToken").asString();
    }

    /** A call of the control API in this realm; without a body it reads. */
    JsonNode control(String act, String... body) {
        String path = "/online/control/realms/" + id + "/" + act;
        Answer answer = body.length == 0 ? call("GET", path, "") : call("POST", path, body[0]);
        if (answer.status() >= 300) {
            throw new AssertionError(act + ": " + answer.status() + " " + answer.text());
        }
        return answer.text().isEmpty() ? JSON.createObjectNode() : answer.json();
    }

    void switches(String json) {
        control("switches", json);
    }

    void trouble(String word) {
        control("troubles", "{\"" + word + "\":true}");
    }

    /** Moves the time of the whole service. */
    static void forward(long seconds) {
        call("POST", "/online/control/clock", "{\"forwardSeconds\":" + seconds + "}");
    }

    static Answer call(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .method(method, BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new Broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The connection broke before the answer was whole. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(IOException cause) {
            super(cause);
        }
    }

    String path(String rest) {
        return "/online/v3/company/" + id + "/" + rest;
    }

    Answer get(String rest) {
        return call("GET", path(rest), "", "Authorization", "Bearer " + token, "Accept", "application/json");
    }

    Answer post(String rest, String json) {
        return call(
                "POST",
                path(rest),
                json.replace('\'', '"'),
                "Authorization",
                "Bearer " + token,
                "Accept",
                "application/json",
                "Content-Type",
                "application/json");
    }

    Answer query(String text) {
        return get("query?query=" + encoded(text));
    }

    /** The rows of a query that must work. */
    List<JsonNode> rows(String type, String text) {
        Answer answer = query(text);
        JsonNode rows = answer.object("QueryResponse").path(type);
        return rows.values().stream().toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    // ---- what many tests need; quotes are single

    JsonNode customer(String name) {
        return post("customer", "{'DisplayName':'" + name + "'}").object("Customer");
    }

    /** The service item that every company has. */
    String item() {
        return rows("Item", "select * from Item where Name = 'Services'")
                .getFirst()
                .path("Id")
                .asString();
    }

    static String line(String amount, String item) {
        return "{'Amount':" + amount + ",'DetailType':'SalesItemLineDetail','SalesItemLineDetail':{'ItemRef':{'value':'"
                + item + "'}}}";
    }

    JsonNode invoice(JsonNode customer, String amount) {
        return post("invoice", invoiceBody(customer, amount)).object("Invoice");
    }

    String invoiceBody(JsonNode customer, String amount) {
        return "{'CustomerRef':{'value':'" + idOf(customer) + "'},'Line':[" + line(amount, item()) + "]}";
    }

    static String paymentBody(JsonNode customer, String amount, JsonNode invoice) {
        return "{'CustomerRef':{'value':'" + idOf(customer) + "'},'TotalAmt':" + amount + ",'Line':[{'Amount':" + amount
                + ",'LinkedTxn':[{'TxnId':'" + idOf(invoice) + "','TxnType':'Invoice'}]}]}";
    }

    JsonNode payment(JsonNode customer, String amount, JsonNode invoice) {
        return post("payment", paymentBody(customer, amount, invoice)).object("Payment");
    }

    static String idOf(JsonNode object) {
        return object.path("Id").asString();
    }

    static String tokenOf(JsonNode object) {
        return object.path("SyncToken").asString();
    }

    /** {@code {Id, SyncToken, more}} of an object. */
    static String target(JsonNode object, String more) {
        return "{'Id':'" + idOf(object) + "','SyncToken':'" + tokenOf(object) + "'" + (more.isEmpty() ? "" : "," + more)
                + "}";
    }

    static String sparse(JsonNode object, String more) {
        return target(object, "'sparse':true," + more);
    }
}
