package dev.relink.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.PracticeIntuit;
import dev.relink.RunningRelink;
import dev.relink.platform.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One company of QuickBooks Online on the shared server, its realm, the app and the bookkeeper. Runs go by themselves. */
final class OnlineStory {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final PracticeIntuit INTUIT = RELINK.intuit();
    private static final Pattern GOES_TO = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final String company = "online-story-" + COUNT.incrementAndGet();
    final String realm;
    private final OnlineRows rows = new OnlineRows(company);

    private OnlineStory() {
        realm = INTUIT.realm("Realm of " + company);
        INTUIT.control(
                "PUT",
                "/realms/" + realm,
                Map.of(
                        "name",
                        "Realm of " + company,
                        "environment",
                        "production",
                        "limits",
                        false,
                        "business",
                        "lists"));
        Api.ADMIN.post(
                "/companies", Json.write(Map.of("id", company, "name", "Acme " + company, "quickbooks", "online")));
        connect();
    }

    /** A new company, connected by an administrator to a realm that holds lists only. */
    static OnlineStory begins() {
        return new OnlineStory();
    }

    private void connect() {
        var admin = RELINK.browser().asAdmin();
        String page = "/companies/" + company + "/connection";
        String act = "/companies/" + company + "/quickbooks-online/";
        var leaving = GOES_TO.matcher(admin.post(page, act + "connect", Map.of("environment", "production"))
                .body());
        assertThat(leaving.find()).isTrue();
        URI back = INTUIT.letsIn(URI.create(leaving.group(1).replace("&amp;", "&")), realm);
        admin.get(back.getPath() + "?" + back.getRawQuery());
        admin.post(page, act + "confirm", Map.of("realm", realm));
    }

    // ---- the bookkeeper

    /** A call of the realm's control API. */
    JsonNode control(String act, Map<String, ?> body) {
        return INTUIT.control("POST", "/realms/" + realm + "/" + act, body);
    }

    JsonNode books(String path) {
        return INTUIT.control("GET", "/realms/" + realm + "/" + path, Map.of());
    }

    OnlineStory deletes(String type, String record) {
        INTUIT.control("DELETE", "/realms/" + realm + "/records/" + type + "/" + boundTo(record), Map.of());
        return this;
    }

    OnlineStory makesActive(String type, String record, boolean active) {
        control("active", Map.of("type", type, "id", boundTo(record), "active", active));
        return this;
    }

    OnlineStory changes(String type, String record, Map<String, ?> properties) {
        control("records/" + type + "/" + boundTo(record), properties);
        return this;
    }

    OnlineStory trouble(String name) {
        INTUIT.trouble(realm, name);
        return this;
    }

    /** No trouble stands any more. */
    OnlineStory clear() {
        INTUIT.control("DELETE", "/realms/" + realm + "/troubles", Map.of());
        return this;
    }

    /** Somebody types it in. @return its Id */
    String enters(String type, Map<String, ?> properties) {
        return control("records/" + type, properties).path("Id").asString();
    }

    /** What a record is bound to, as an app would read it. */
    JsonNode of(String type, String record) {
        return books("records/" + type + "/" + boundTo(record));
    }

    /** The requestids of the writes that came to this path, each once for every time it came. */
    List<String> posts(String path) {
        var ids = new ArrayList<String>();
        books("calls")
                .valueStream()
                .filter(call -> call.path("method").asString("").equals("POST"))
                .filter(call -> (call.path("path").asString("") + "?").startsWith(path + "?"))
                .forEach(call -> ids.add(call.path("requestId").asString("")));
        return ids;
    }

    String bodyOf(String requestId) {
        return rows.bodyOf(requestId);
    }

    OnlineStory switches(Map<String, ?> positions) {
        control("switches", positions);
        return this;
    }

    /** The realm tells Relink by webhook what happens from now on. */
    OnlineStory announces(String form, String verifierToken) {
        control(
                "webhooks",
                Map.of(
                        "url", RELINK.at("/api/v1/quickbooks-online/events").toString(),
                        "verifierToken", verifierToken,
                        "form", form));
        return this;
    }

    /** How many of this name or number were ever made. */
    long made(String name) {
        return books("ledger")
                .path("names")
                .valueStream()
                .filter(line -> line.path("name").asString("").equals(name))
                .mapToLong(line -> line.path("created").asLong(0))
                .sum();
    }

    void hasNoTwins() {
        assertThat(books("ledger").path("twins").size())
                .as(books("ledger").toString())
                .isZero();
    }

    // ---- the app

    OnlineStory sends(Sent... records) {
        for (Sent record : records) {
            Api.ADMIN.put(path("/records/%s/%s".formatted(record.type(), record.id())), record.json());
        }
        return this;
    }

    OnlineStory streams(List<Sent> records) {
        var lines = records.stream().map(Sent::line).toList();
        JsonNode answer = Api.ADMIN.postLines(path("/records"), String.join("\n", lines));
        assertThat(answer.at("/rejected")).as(answer.toString()).isEmpty();
        return this;
    }

    OnlineStory removes(String record) {
        Api.ADMIN.delete(path("/records/" + record));
        return this;
    }

    // ---- the administrator

    OnlineStory repairs(String repair, Map<String, String> more, String... records) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("repair", repair);
        body.put(
                "syncErrors",
                Arrays.stream(records).map(record -> error(record).id()).toList());
        JsonNode answer = Api.ADMIN.post(path("/repairs"), Json.write(body));
        assertThat(answer.get("accepted").asInt()).as(answer.toString()).isEqualTo(records.length);
        return this;
    }

    /** The run that would come after a while comes now, and has what needs a while behind it. */
    OnlineStory minutesPass() {
        rows.minutesPass();
        return this;
    }

    /** One run comes now, and is over. */
    OnlineStory runsOnce() {
        String before = rows.lastRun();
        minutesPass();
        return until("a run is over", () -> rows.hasRunSince(before));
    }

    /** Nobody has run or read anything for that long. */
    OnlineStory wasAwayFor(String time) {
        rows.wasAwayFor(time);
        return this;
    }

    /** An administrator says that these books are the right ones. */
    OnlineStory confirms() {
        Api.ADMIN.post(path("/connection/confirm-company-file"), "{}");
        return this;
    }

    // ---- what the screens show

    String path(String rest) {
        return "/companies/" + company + rest;
    }

    JsonNode record(String record) {
        return Api.ADMIN.get(path("/records/" + record));
    }

    String boundTo(String record) {
        return record(record).at("/binding/quickbooksId").asString("");
    }

    String state(String record) {
        return record(record).get("state").asString();
    }

    List<Story.Trouble> troubles() {
        var all = new ArrayList<Story.Trouble>();
        Api.ADMIN.get(path("/sync-errors?limit=500")).get("items").forEach(node -> all.add(Story.Trouble.of(node)));
        return all;
    }

    Story.Trouble error(String record) {
        return troubles().stream()
                .filter(trouble -> trouble.record().equals(record))
                .findFirst()
                .orElseThrow(() -> new AssertionError(record + " has no error. " + told()));
    }

    OnlineStory comesTo(String state, String... records) {
        for (String record : records) {
            until(record + " is " + state, () -> state(record).equals(state));
        }
        return this;
    }

    /** As {@link #comesTo}, and whatever needs a while has it behind it. */
    OnlineStory comesToInTime(String state, String... records) {
        for (String record : records) {
            until(record + " is " + state, () -> {
                if (state(record).equals(state)) {
                    return true;
                }
                minutesPass();
                return false;
            });
        }
        return this;
    }

    /** What the look-up found about a record that is held. */
    JsonNode found(String record) {
        return Api.ADMIN
                .get(path("/sync-errors/" + error(record).id() + "/candidates"))
                .path("found");
    }

    OnlineStory comesToError(String record) {
        until(
                record + " has an error",
                () -> troubles().stream()
                        .anyMatch(one ->
                                one.record().equals(record) && one.state().equals("open")));
        return this;
    }

    OnlineStory until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what + ": " + told()).isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return this;
    }

    JsonNode health() {
        return Api.ADMIN.get(path("")).at("/health/0");
    }

    boolean hasReadAll() {
        return rows.hasReadAll();
    }

    private String told() {
        return Api.ADMIN.get(path("")) + "\n" + Api.ADMIN.get(path("/sync-errors?limit=20")) + "\n"
                + Api.ADMIN.get(path("/pending-syncs?limit=20")) + "\n" + Api.ADMIN.get(path("/history?limit=20"))
                + "\n" + books("calls");
    }
}
