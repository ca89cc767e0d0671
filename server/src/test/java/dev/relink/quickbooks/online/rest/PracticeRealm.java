package dev.relink.quickbooks.online.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.company.CompanyId;
import dev.relink.connector.MessageSet;
import dev.relink.connector.Request;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.platform.OnlineApp;
import dev.relink.platform.OnlineLimits;
import dev.relink.platform.OnlineSettings;
import dev.relink.platform.TestDatabase;
import dev.relink.quickbooks.online.oauth.AccessTokens;
import dev.relink.simulator.practice.Business;
import dev.relink.simulator.practice.PracticeServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** A realm of practice QuickBooks Online of one test, and Relink's calls to it: real HTTP, a real database. */
final class PracticeRealm implements AccessTokens, AutoCloseable {

    static final CompanyId ACME = new CompanyId("acme");
    static final OnlineLimits LIMITS = new OnlineLimits(500, 10, 10, 40, Duration.ofSeconds(130));

    private static final PracticeServer SERVER = start();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger NEXT = new AtomicInteger(7_100_000);

    final String id = String.valueOf(NEXT.incrementAndGet());
    final TestDatabase database = TestDatabase.fresh();
    final OnlineConnector connector = new OnlineConnector();
    final HttpCalls calls;
    private final String server;
    private String token;
    int renewals;

    private static PracticeServer start() {
        PracticeServer server = PracticeServer.start(Business.NONE);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    PracticeRealm() {
        this(LIMITS, "http://localhost:" + SERVER.port());
    }

    /** @param server where the realm is thought to be */
    PracticeRealm(OnlineLimits limits, String server) {
        call("PUT", "/online/control/realms/" + id, "{\"business\":\"lists\",\"limits\":false}");
        token = connect();
        database.jdbc()
                .sql(
                        "insert into company (company_id, name, quickbooks, created_at) values ('acme', 'Acme', 'online', now())")
                .update();
        this.server = server;
        var clock = Clock.systemUTC();
        calls = new HttpCalls(
                this, new Pace(database.jdbc(), limits), new Reads(database.jdbc(), clock), wire(limits), clock);
    }

    Wire wire(OnlineLimits limits) {
        var app = new OnlineApp(
                OnlineApp.PRODUCTION,
                "practice-app",
                "practice-secret",
                URI.create(server),
                URI.create(server + "/online/v3/company/"));
        return new Wire(new OnlineSettings(app, null), limits);
    }

    private String connect() {
        return control("connect", "{}").path("accessToken").asString();
    }

    @Override
    public Access of(CompanyId company) {
        return new Access(id, token, OnlineApp.PRODUCTION);
    }

    @Override
    public synchronized Access renewed(CompanyId company, Access rejected) {
        if (rejected.token().equals(token)) {
            token = connect();
            renewals++;
        }
        return of(company);
    }

    static JsonNode call(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isLessThan(300);
            return OnlineJson.MAPPER.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A call of the realm's control API; without a body it reads. */
    JsonNode control(String act, String... body) {
        var path = "/online/control/realms/" + id + "/" + act;
        return body.length == 0 ? call("GET", path, "") : call("POST", path, body[0]);
    }

    void trouble(String word) {
        control("troubles", "{\"" + word + "\":true}");
    }

    void switches(String json) {
        control("switches", json);
    }

    /** The requestids that reached the realm, in order. */
    List<String> requestIds() {
        return control("calls")
                .valueStream()
                .map(call -> call.path("requestId").asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The Id of an entry of one of the realm's lists. */
    String idOf(String type, String name) {
        return control("records/" + type + "/" + name.replace(" ", "%20"))
                .path("Id")
                .asString();
    }

    byte[] write(String setId, List<? extends Request> requests) {
        return connector.write(new MessageSet(setId, null, List.copyOf(requests)), "75");
    }

    /** What came, and what it says of each request. */
    record Told(Calls.Exchange exchange, Map<String, Response> byId, Map<String, List<Row>> rows) {

        String status(String id) {
            var response = byId.get(id);
            return response == null ? "none" : response.status().toString();
        }

        Row.Found found(String id) {
            return (Row.Found) of(id).getFirst();
        }

        /** The rows of one response. */
        List<Row> of(String id) {
            return Objects.requireNonNull(rows.get(id), () -> "no response to " + id + ": " + text());
        }

        String text() {
            return new String(exchange.answer(), StandardCharsets.UTF_8);
        }
    }

    Told exchange(String setId, Request... requests) {
        return exchange(write(setId, List.of(requests)), List.of(requests));
    }

    Told exchange(byte[] plan, List<? extends Request> requests) {
        var exchange = calls.exchange(ACME, plan);
        var asked = new LinkedHashMap<String, Request>();
        requests.forEach(request -> asked.put(request.id(), request));
        var byId = new LinkedHashMap<String, Response>();
        var rows = new LinkedHashMap<String, List<Row>>();
        var text = new InputStreamReader(new ByteArrayInputStream(exchange.answer()), StandardCharsets.UTF_8);
        try (var answer = connector.read(text, asked)) {
            answer.forEachRemaining(response -> {
                byId.put(response.requestId(), response);
                var all = new ArrayList<Row>();
                response.rows().forEachRemaining(all::add);
                rows.put(response.requestId(), all);
            });
        }
        return new Told(exchange, byId, rows);
    }

    /** Nothing was made twice. */
    void hasNoTwins() {
        assertThat(control("ledger").path("twins").size()).isZero();
    }

    long made(String name) {
        return control("ledger")
                .path("names")
                .valueStream()
                .filter(line -> line.path("name").asString("").equals(name))
                .mapToLong(line -> line.path("created").asLong(0))
                .sum();
    }

    @Override
    public void close() {
        database.close();
    }
}
