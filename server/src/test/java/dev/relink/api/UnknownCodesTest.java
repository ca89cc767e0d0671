package dev.relink.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.company.CompanyId;
import dev.relink.connector.StatusCode;
import dev.relink.cycle.Cycles;
import dev.relink.cycle.Visit;
import dev.relink.syncerror.SyncErrors;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Codes that nobody has described: kept, counted, and ready to be reported. */
class UnknownCodesTest {

    private static final RunningRelink RELINK = RunningRelink.shared();

    @BeforeAll
    static void quickbooks_says_something_new() {
        api("POST", "/api/v1/companies", "{\"id\":\"new-codes\",\"name\":\"New Codes\",\"quickbooks\":\"desktop\"}");
        var errors = RELINK.bean(SyncErrors.class);
        String message = "The widget \"Hollis, Margaret\" (80000A3F-1715099460) of joe@example.com is too blue.";
        errors.unknown(
                new CompanyId("new-codes"),
                List.of("desktop:4711", "desktop:4711", "desktop:3120"),
                List.of("First words.", message, "The catalogue knows this one."),
                Instant.parse("2026-11-25T09:00:00Z"));
        Cycles cycles = RELINK.bean(Cycles.class);
        Visit visit = cycles.begin(new CompanyId("new-codes"));
        cycles.unreached(visit, StatusCode.hresult("0x8004abcd"), "Something else.");
        cycles.unreached(visit, StatusCode.hresult("0x80040408"), "Could not start QuickBooks.");
        cycles.end(visit);
    }

    private static JsonNode api(String method, String path, String json) {
        return JsonMapper.shared()
                .readTree(RELINK.api(method, path, RunningRelink.ADMIN_TOKEN, json)
                        .body());
    }

    private static JsonNode unknown(String code) {
        return api("GET", "/api/v1/unknown-codes", "")
                .get("items")
                .valueStream()
                .filter(item -> item.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code));
    }

    @Test
    void they_are_counted_with_the_last_words_and_a_report_that_names_nobody() {
        JsonNode one = unknown("desktop:4711");
        assertThat(one.get("times").asLong()).isEqualTo(2);
        assertThat(one.get("message").asString()).contains("Hollis");
        assertThat(one.get("report").asString())
                .contains("desktop:4711", "The widget \"…\"", "is too blue", "2 times in 1 company")
                .doesNotContain("Hollis", "80000A3F", "joe@");
    }

    @Test
    void codes_of_the_connection_count_too_and_what_the_catalogue_knows_is_not_listed() {
        JsonNode one = unknown("hresult:0x8004ABCD");
        assertThat(one.get("times").asLong()).isEqualTo(1);
        assertThat(one.get("report").asString()).contains("Seen: once in 1 company");
        String all = api("GET", "/api/v1/unknown-codes", "").toString();
        assertThat(all).doesNotContain("0x80040408", "desktop:3120");
    }

    @Test
    void the_page_is_for_administrators_and_shows_the_report() {
        String page = RELINK.browser().asAdmin().get("/unknown-codes").body();
        assertThat(page).contains("Codes we do not know yet", "desktop:4711", "Hollis, Margaret", "data-act=\"copy\"");
        assertThat(RELINK.browser().get("/unknown-codes").statusCode()).isEqualTo(302);
        JsonNode viewer = api(
                "POST", "/api/v1/tokens", "{\"name\":\"reader\",\"role\":\"viewer\",\"companies\":[\"new-codes\"]}");
        assertThat(RELINK.api(
                                "GET",
                                "/api/v1/unknown-codes",
                                viewer.get("token").asString(),
                                "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_administrator_of_another_company_sees_none_of_it() {
        JsonNode other =
                api("POST", "/api/v1/tokens", "{\"name\":\"other\",\"role\":\"admin\",\"companies\":[\"acme\"]}");
        assertThat(RELINK.api("GET", "/api/v1/unknown-codes", other.get("token").asString(), "")
                        .body())
                .doesNotContain("4711");
    }
}
