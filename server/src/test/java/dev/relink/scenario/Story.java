package dev.relink.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.platform.Json;
import dev.relink.simulator.desktop.Application;
import dev.relink.simulator.desktop.CompanyFile;
import dev.relink.simulator.practice.TroubledQuickBooks;
import dev.relink.simulator.webconnector.Fault;
import dev.relink.simulator.webconnector.Faults;
import dev.relink.simulator.webconnector.Pause;
import dev.relink.simulator.webconnector.Qwc;
import dev.relink.simulator.webconnector.Run;
import dev.relink.simulator.webconnector.Visit;
import dev.relink.simulator.webconnector.WebConnector;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One company on the shared server, its company file, and the people around them: the app, the bookkeeper, the Web
 * Connector, the administrator. Each step is one line of a story.
 */
final class Story {

    private static final int LONGEST_RUN = 500;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final RunningRelink RELINK = RunningRelink.shared();

    final String company;
    private final Qwc qwc;
    private final String password;
    private final Application application;
    private final Faults faults = new Faults();
    private Books books;
    private String unbearable = "";
    private boolean dies;
    private String unaskable = "";
    private String unprocessed = "";
    private @Nullable Run last;

    private Story(String name, Clock clock) {
        company = "story-" + COUNT.incrementAndGet();
        JsonNode made =
                Api.ADMIN.post("/companies", Json.write(Map.of("id", company, "name", name, "quickbooks", "desktop")));
        password = made.at("/webConnector/password").asString();
        qwc = Qwc.read(Api.ADMIN
                .send("GET", "/companies/" + company + "/web-connector.qwc", "application/json", "")
                .text());
        application = new Application("Relink", qwc.ownerId(), qwc.fileId());
        books = new Books(CompanyFile.create(name, clock));
        addTo(books);
    }

    /** A new company with empty books, its Web Connector added to them. */
    static Story begins() {
        return begins(Clock.systemUTC());
    }

    /** @param clock the one on the PC where QuickBooks runs */
    static Story begins(Clock clock) {
        return new Story("Acme Tree Care", clock);
    }

    /** The application is added to a company file: the Web Connector writes its FileID there. */
    Story addTo(Books file) {
        file.file().session(application).register();
        return this;
    }

    Books books() {
        return books;
    }

    /** Another company file is opened in QuickBooks. */
    Story opens(Books other) {
        books = other;
        return this;
    }

    // ---- the app

    Story sends(Sent... records) {
        for (Sent record : records) {
            Api.ADMIN.put(path("/records/%s/%s".formatted(record.type(), record.id())), record.json());
        }
        return this;
    }

    /** All in one stream. */
    Story streams(List<Sent> records) {
        JsonNode answer = Api.ADMIN.postLines(
                path("/records"), records.stream().map(Sent::line).collect(Collectors.joining("\n")));
        assertThat(answer.at("/rejected")).as(answer.toString()).isEmpty();
        return this;
    }

    Story removes(String type, String id) {
        Api.ADMIN.delete(path("/records/%s/%s".formatted(type, id)));
        return this;
    }

    // ---- the Web Connector

    /** A run that must go well. */
    Story webConnectorRuns() {
        Run run = run();
        assertThat(run.isWell())
                .as(String.join("\n", run.texts()) + "\n" + told())
                .isTrue();
        return this;
    }

    /** A run in which something goes wrong; then minutes pass. */
    Story webConnectorRunsWith(Fault fault) {
        return webConnectorRunsWith(fault, fault.usual());
    }

    Story webConnectorRunsWith(Fault fault, Faults.Setting setting) {
        faults.set(fault, setting);
        run();
        faults.clear();
        return minutesPass();
    }

    Run run() {
        Visit visit = visit();
        for (int step = 0; visit.stage() != Visit.Stage.OVER; step++) {
            assertThat(step).as("a run that does not end: " + told()).isLessThan(LONGEST_RUN);
            visit.step();
        }
        last = visit.report();
        return last;
    }

    /** What the last run told. */
    Run lastRun() {
        return java.util.Objects.requireNonNull(last, "no run yet");
    }

    Visit visit() {
        return webConnector().visit();
    }

    /** The Web Connector has the request that writes this record; QuickBooks has not begun with it. */
    Visit visitUntilOut(String record) {
        Visit visit = visit();
        while (visit.stage() != Visit.Stage.PROCESS_REQUEST || !pending().contains("in-flight " + record)) {
            assertThat(visit.stage()).as(told()).isNotEqualTo(Visit.Stage.OVER);
            visit.step();
        }
        return visit;
    }

    WebConnector webConnector() {
        return webConnector(password);
    }

    WebConnector webConnector(String anyPassword) {
        var quickBooks =
                new TroubledQuickBooks(() -> books.file(), () -> books.file(), application, faults, Pause.none());
        var unfinished = unprocessed.isEmpty() ? quickBooks : new Unfinished(quickBooks, unprocessed);
        var choosy = unbearable.isEmpty() ? unfinished : new Choosy(unfinished, unbearable, dies);
        return WebConnector.of(qwc, anyPassword, unaskable.isEmpty() ? choosy : new Evasive(choosy, unaskable))
                .with(faults)
                .with(InstantSource.system(), Pause.none());
    }

    /** QuickBooks refuses every message set in which this text stands, as one that breaks its schema. */
    Story quickBooksCannotParse(String text) {
        unbearable = text;
        dies = false;
        return this;
    }

    /** QuickBooks crashes at every message set in which this text stands. @param text empty = at none */
    Story quickBooksDiesOf(String text) {
        unbearable = text;
        dies = true;
        return this;
    }

    /** QuickBooks does not get to the request in which this text stands. @param text empty = to all */
    Story quickBooksDoesNotProcess(String text) {
        unprocessed = text;
        return this;
    }

    /** QuickBooks fails at every question in which this text stands. @param text empty = at none */
    Story quickBooksCannotBeAskedAbout(String text) {
        unaskable = text;
        return this;
    }

    Faults faults() {
        return faults;
    }

    Qwc qwc() {
        return qwc;
    }

    String password() {
        return password;
    }

    /** Longer than the takeover time, the quarantine and the time between two reads, for this company only. */
    Story minutesPass() {
        for (String update : List.of(
                "update web_connector_session set last_call_at = last_call_at - interval '3 minutes'",
                "update attempt set empty_at = empty_at - interval '3 minutes'",
                "update connection set next_read_at = next_read_at - interval '3 minutes'")) {
            RELINK.jdbc()
                    .sql(update + " where company_id = :company")
                    .param("company", company)
                    .update();
        }
        return this;
    }

    // ---- the administrator

    Story clearsIds(String... records) {
        return repairs("clear-id", Map.of(), records);
    }

    /** A repair that must be accepted. @param records {@code customer/1} */
    Story repairs(String repair, Map<String, String> more, String... records) {
        JsonNode answer = tries(Api.ADMIN, repair, more, records);
        assertThat(answer.get("accepted").asInt()).as(answer.toString()).isEqualTo(records.length);
        return this;
    }

    JsonNode tries(Api who, String repair, Map<String, String> more, String... records) {
        return who.post(path("/repairs"), Json.write(repair(repair, more, records)));
    }

    Map<String, Object> repair(String repair, Map<String, String> more, String... records) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("repair", repair);
        body.put(
                "syncErrors",
                Arrays.stream(records).map(record -> error(record).id()).toList());
        return body;
    }

    String path(String rest) {
        return "/companies/" + company + rest;
    }

    // ---- what the screens show

    /** @param state {@code pending}, {@code synced}, {@code held}, {@code in-doubt} ... */
    String state(String record) {
        return record(record).get("state").asString();
    }

    JsonNode record(String record) {
        return Api.ADMIN.get(path("/records/" + record));
    }

    String boundTo(String record) {
        return record(record).at("/binding/quickbooksId").asString("");
    }

    /** {@code in-flight customer/1}, sorted. */
    List<String> pending() {
        return Api.ADMIN
                .get(path("/pending-syncs?limit=500"))
                .get("items")
                .valueStream()
                .map(row -> "%s %s/%s"
                        .formatted(
                                row.get("state").asString(),
                                row.get("type").asString(),
                                row.get("recordId").asString()))
                .sorted()
                .toList();
    }

    /** One error. */
    record Trouble(
            String id,
            String record,
            String code,
            String message,
            String state,
            List<String> repairs,
            int tries,
            int blocks) {
        static Trouble of(JsonNode node) {
            var repairs = new ArrayList<String>();
            node.get("repairs").forEach(repair -> repairs.add(repair.asString()));
            return new Trouble(
                    node.get("id").asString(),
                    node.get("type").asString() + "/" + node.get("recordId").asString(),
                    node.get("code").asString(),
                    node.get("message").asString(),
                    node.get("state").asString(),
                    repairs,
                    node.get("attempts").asInt(),
                    node.get("blocks").asInt());
        }
    }

    List<Trouble> troubles() {
        var all = new ArrayList<Trouble>();
        Api.ADMIN.get(path("/sync-errors?limit=500")).get("items").forEach(node -> all.add(Trouble.of(node)));
        return all;
    }

    /** {@code desktop:3120 customer/1}, sorted. */
    List<String> errors() {
        return troubles().stream()
                .map(trouble -> trouble.code() + " " + trouble.record())
                .sorted()
                .toList();
    }

    Trouble error(String record) {
        return troubles().stream()
                .filter(trouble -> trouble.record().equals(record))
                .findFirst()
                .orElseThrow(() -> new AssertionError(record + " has no error. " + told()));
    }

    JsonNode counts() {
        return Api.ADMIN.get(path("")).get("counts");
    }

    JsonNode connection() {
        return Api.ADMIN.get(path("/connection"));
    }

    Story everythingIsSynced() {
        JsonNode counts = counts();
        assertThat(counts.at("/pending").asInt()
                        + counts.at("/inDoubt").asInt()
                        + counts.at("/syncErrors").asInt())
                .as(counts + " " + told())
                .isZero();
        assertThat(books.twins()).as(told()).isEmpty();
        return this;
    }

    /** For a failing test: what happened, newest last. */
    String told() {
        return String.join(
                "\n",
                RELINK.jdbc()
                        .sql("""
                                select outcome || ' ' || type || '/' || record_id || ' ' || code || ' ' || message || ' ' || quickbooks_id
                                  from history where company_id = :company order by id
                                """)
                        .param("company", company)
                        .query(String.class)
                        .list());
    }
}
