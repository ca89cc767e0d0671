package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.relink.RunningRelink;
import dev.relink.company.CompanyId;
import dev.relink.notice.Interest;
import dev.relink.notice.Webhooks;
import dev.relink.people.ApiTokens;
import dev.relink.people.People;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One company's administrator with another company's ids, on every route that there is; and many hands at one button. */
class TenantsTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final String SECRET = "THEIRS-ONLY";
    private static final Access MINE = new Access(null, Map.of(new CompanyId("mine"), Role.ADMIN));

    private static long theirError;
    private static long theirHistory;
    private static long theirWebhook;

    @BeforeAll
    static void twoCompanies() {
        SampleBooks.make(RELINK.jdbc(), "theirs", SECRET);
        RELINK.jdbc()
                .sql(
                        "insert into company (company_id, name, quickbooks, created_at) values ('mine', 'Mine', 'desktop', now()) on conflict do nothing")
                .update();
        RELINK.jdbc()
                .sql("insert into connection (company_id) values ('mine') on conflict do nothing")
                .update();
        theirError = number("select id from sync_error where company_id = 'theirs' and record_id = '20340'");
        theirHistory = number("select max(id) from history where company_id = 'theirs'");
        theirWebhook = RELINK.bean(Webhooks.class)
                .add(new CompanyId("theirs"), "https://" + SECRET + ".example/", Interest.USUAL, "test")
                .webhook()
                .id();
        var people = RELINK.bean(People.class);
        people.setPassword(people.add("mine@tenants.example", "Mine", MINE).id(), "mine and mine alone");
    }

    private static long number(String sql) {
        return RELINK.jdbc().sql(sql).query(Long.class).single();
    }

    private record Route(String method, String path) {}

    @TestFactory
    Stream<DynamicTest> ids_of_another_company_lead_to_nothing_and_change_nothing_for_programs() {
        String token = RELINK.bean(ApiTokens.class).make("mine", MINE, "test").secret();
        String body = """
                {"repair":"clear-id","syncErrors":["%d"],"records":["customer/20340"],"quickbooksId":"80000A3F-1715099460"}""".formatted(theirError);
        return routes().filter(route -> route.path.startsWith("/api/"))
                .map(route -> dynamicTest(
                        route.method + " " + route.path,
                        () -> unchanged(() -> RELINK.api(route.method, route.path, token, body))));
    }

    @TestFactory
    Stream<DynamicTest> ids_of_another_company_lead_to_nothing_and_change_nothing_for_people() {
        var browser = RELINK.browser().signIn("mine@tenants.example", "mine and mine alone");
        return routes().filter(route -> !route.path.startsWith("/api/"))
                .map(route -> dynamicTest(
                        route.method + " " + route.path,
                        () -> unchanged(() -> route.method.equals("GET")
                                ? browser.get(route.path)
                                : browser.post(
                                        "/account",
                                        route.path,
                                        Map.of(
                                                "only",
                                                String.valueOf(theirError),
                                                "errors",
                                                String.valueOf(theirError))))));
    }

    private interface Call {
        HttpResponse<String> send();
    }

    private static void unchanged(Call call) {
        Map<String, String> before = theirs();
        assertThat(call.send().body()).doesNotContain(SECRET);
        assertThat(theirs()).isEqualTo(before);
    }

    /** Everything of theirs, as text. */
    private static Map<String, String> theirs() {
        Map<String, String> rows = new TreeMap<>();
        for (String table : new TreeSet<>(RELINK.jdbc()
                .sql(
                        "select table_name::text from information_schema.columns where column_name = 'company_id' and table_schema = 'public'"
                                + " and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE')"
                                + " and table_name <> 'notice_watch'")
                .query((row, n) -> row.getString(1))
                .list())) {
            rows.put(
                    table,
                    RELINK.jdbc()
                            .sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table
                                    + " t where company_id = 'theirs'")
                            .query(String.class)
                            .single());
        }
        return rows;
    }

    /** All with a company in their path: ours there, theirs everywhere else. */
    private static Stream<Route> routes() {
        return RELINK.beans(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(route -> route.getPatternValues().stream()
                        .filter(path -> path.contains("{company}"))
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), filled(path)))));
    }

    private static String filled(String path) {
        return path.replace("{company}", "mine")
                .replace("{type}", "customer")
                .replace("{messageSet}", "set-1")
                .replace("{request}", "1")
                .replace("{line}", String.valueOf(theirHistory))
                .replace("{webhook}", String.valueOf(theirWebhook))
                .replace("/webhooks/{id}", "/webhooks/" + theirWebhook)
                .replace("{type}/{id}", "customer/20340")
                .replace("customer/{id}", "customer/20340")
                .replace("{email}", "nobody@tenants.example")
                .replaceAll("\\{[^}]+}", String.valueOf(theirError));
    }

    @Test
    void of_fifty_who_clear_the_same_id_at_once_exactly_one_wins_and_the_others_are_told() {
        SampleBooks.make(RELINK.jdbc(), "race", "");
        long error = number("select id from sync_error where company_id = 'race' and record_id = '20340'");
        String press = "{\"repair\":\"clear-id\",\"syncErrors\":[\"" + error + "\"]}";
        var accepted = new AtomicInteger();
        var told = new AtomicInteger();
        try (var fifty = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(i -> fifty.execute(() -> {
                        var answer =
                                RELINK.api("POST", "/api/v1/companies/race/repairs", RunningRelink.ADMIN_TOKEN, press);
                        accepted.addAndGet(answer.body().contains("\"accepted\":1") ? 1 : 0);
                        told.addAndGet(
                                answer.statusCode() == 200
                                                && answer.body()
                                                        .matches(
                                                                ".*\"refused\".*\"reason\":\"[^\"]{20,}\".*\"accepted\":0.*")
                                        ? 1
                                        : 0);
                    }));
        }
        assertThat(accepted).hasValue(1);
        assertThat(told).hasValue(49);
        assertThat(number("select count(*) from retired_binding where company_id = 'race'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from repair where company_id = 'race'"))
                .isEqualTo(1);
    }
}
