package dev.relink.api;

import static dev.relink.api.ApiClient.delete;
import static dev.relink.api.ApiClient.get;
import static dev.relink.api.ApiClient.post;
import static dev.relink.api.ApiClient.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RoutesTest {

    private static final String OAK = "/api/v1/companies/oak";
    private static final JdbcClient JDBC = RunningRelink.shared().jdbc();

    @BeforeAll
    static void oak_has_a_held_customer() {
        var made = post("/api/v1/companies", "{\"id\":\"oak\",\"name\":\"Oak Gardens\",\"quickbooks\":\"desktop\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/webConnector/username")).isEqualTo("oak");
        assertThat(made.at("/webConnector/password")).isNotEmpty();
        put(OAK + "/records/customer/c1", "{\"name\":\"Smith\"}");
        JDBC.sql("update pending_sync set state = 'held' where company_id = 'oak' and record_id = 'c1'")
                .update();
        JDBC.sql("""
                insert into sync_error (company_id, type, record_id, code, message, verb, family, repairs, state,
                                        first_seen, last_seen)
                values ('oak', 'customer', 'c1', 'desktop:3100', 'The name "Smith" of the list element is already in use.',
                        'add', 'name-clash', '{relink,rename,skip}', 'open', now(), now())
                """).update();
        JDBC.sql("""
                insert into quickbooks_entry (company_id, list, quickbooks_id, full_name, read_at)
                values ('oak', 'customer', '80000001-1700000000', 'Smith', now()),
                       ('oak', 'customer', '80000002-1700000000', 'Smyth, John', now()),
                       ('oak', 'customer', '80000003-1700000000', 'Unrelated', now())
                """).update();
    }

    @Test
    void every_route_of_the_interface_is_described_and_nothing_else_is() {
        Set<String> routes = RunningRelink.shared().beans(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(route -> route.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name().toLowerCase(Locale.ROOT) + " " + path)))
                .collect(Collectors.toSet());
        Set<String> described = get("/api/v1/openapi.json").json().get("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyStream().map(call -> call.getKey() + " " + path.getKey()))
                .collect(Collectors.toSet());
        assertThat(described).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void the_description_is_readable_without_a_token() {
        String page = ApiClient.send(java.net.http.HttpRequest.newBuilder(
                        RunningRelink.shared().at("/api/docs")))
                .text();
        assertThat(page)
                .contains("/api/v1/companies/{company}/repairs")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    @Test
    void a_company_shows_its_health_and_its_counts() {
        var company = get(OAK);
        assertThat(company.at("/health/0/connection")).isEqualTo("quickbooks-desktop");
        assertThat(company.at("/health/0/state")).isEqualTo("new");
        assertThat(company.at("/counts/syncErrors")).isEqualTo("1");
        assertThat(get("/api/v1/companies")
                        .json()
                        .get("items")
                        .valueStream()
                        .map(one -> one.get("id").asString()))
                .contains("oak");
        assertThat(post("/api/v1/companies", "{\"id\":\"oak\",\"name\":\"Oak\",\"quickbooks\":\"desktop\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_sync_error_is_told_in_words_with_the_records_own_name() {
        var list = get(OAK + "/sync-errors?code=desktop:3100&family=name-clash&repair=relink&q=smi");
        assertThat(list.at("/total")).isEqualTo("1");
        assertThat(list.at("/items/0/recordName")).isEqualTo("Smith");
        assertThat(list.at("/items/0/problem")).contains("Smith");
        assertThat(list.at("/items/0/fix")).isNotEmpty();
        String id = list.at("/items/0/id");
        assertThat(get(OAK + "/sync-errors/" + id).at("/guide/why")).isNotEmpty();
        assertThat(get(OAK + "/sync-errors?family=limit").at("/total")).isEqualTo("0");
        assertThat(get(OAK + "/sync-errors/999999").status()).isEqualTo(404);
    }

    @Test
    void candidates_come_with_a_score_and_what_differs() {
        String id = get(OAK + "/sync-errors").at("/items/0/id");
        var candidates = get(OAK + "/sync-errors/" + id + "/candidates");
        assertThat(candidates.at("/items/0/quickbooksId")).isEqualTo("80000001-1700000000");
        assertThat(candidates.at("/items/0/score")).isEqualTo("1.0");
        assertThat(candidates.text()).doesNotContain("Unrelated");
    }

    @Test
    void a_repair_of_an_error_that_is_gone_is_refused_for_itself() {
        var answer = post(OAK + "/repairs", "{\"repair\":\"send-again\",\"syncErrors\":[\"999999\"],\"dryRun\":true}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/items/0/verdict")).isEqualTo("refused");
        assertThat(answer.at("/refused")).isEqualTo("1");
    }

    @Test
    void a_dry_run_over_a_filter_says_what_would_happen_and_changes_nothing() {
        var answer = post(
                OAK + "/repairs",
                "{\"repair\":\"skip\",\"reason\":\"test\",\"filter\":{\"code\":\"desktop:3100\"},\"dryRun\":true}");
        assertThat(answer.at("/accepted")).as(answer.text()).isEqualTo("1");
        assertThat(get(OAK + "/sync-errors").at("/total")).isEqualTo("1");
    }

    @Test
    void a_repair_that_is_asked_for_wrongly_says_every_field() {
        var refused = post(OAK + "/repairs", "{\"repair\":\"mend\",\"syncError\":[]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .contains("/repair", "/syncError", "/syncErrors");
    }

    @Test
    void the_same_key_and_body_give_the_stored_answer_and_another_body_is_refused() {
        String[] key = {"Idempotency-Key", "key-1"};
        var first = post(OAK + "/cycles", "", key);
        assertThat(first.status()).isEqualTo(202);
        assertThat(post(OAK + "/cycles", "", key)).isEqualTo(first);
        assertThat(post(OAK + "/cycles", "{}", key).status()).isEqualTo(422);
    }

    @Test
    void a_refused_request_does_not_use_its_key_up() {
        String[] key = {"Idempotency-Key", "key-2"};
        assertThat(post(OAK + "/repairs", "{\"repair\":\"mend\"}", key).status())
                .isEqualTo(422);
        assertThat(JDBC.sql("select count(*) from idempotency_key where company_id = 'oak' and key like '%key-2'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_flow_is_read_and_changed() {
        assertThat(get(OAK + "/flows").text()).contains("invoice");
        assertThat(put(OAK + "/flows/vendor", "{\"mode\":\"off\"}").at("/mode")).isEqualTo("off");
        assertThat(put(OAK + "/records/vendor/v1", "{\"name\":\"Nursery\"}").at("/state"))
                .isEqualTo("not-sent");
        assertThat(get(OAK + "/records/vendor/v1").at("/state")).isEqualTo("not-sent");
        put(OAK + "/flows/vendor", "{\"mode\":\"automatic\"}");
        assertThat(get(OAK + "/records/vendor/v1").at("/state")).isEqualTo("pending");
        assertThat(put(OAK + "/flows/vendor", "{\"mode\":\"sometimes\"}").status())
                .isEqualTo(422);
    }

    @Test
    void a_status_code_is_decoded_for_everybody() {
        var decoded = get("/api/v1/status-codes/desktop/3120");
        assertThat(decoded.at("/family")).isEqualTo("missing-link");
        assertThat(decoded.at("/repairs/0")).isNotEmpty();
        assertThat(get("/api/v1/status-codes/desktop/4711").at("/family")).isEqualTo("unknown");
        assertThat(get("/api/v1/status-codes?platform=online&limit=1")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(get("/api/v1/status-codes/palm/1").status()).isEqualTo(404);
    }

    @Test
    void a_person_s_deletion_is_in_the_audit() {
        put(OAK + "/records/customer/gone", "{\"name\":\"Gone\"}");
        assertThat(delete(OAK + "/records/customer/gone").status()).isEqualTo(200);
        assertThat(JDBC.sql("select act from audit where company_id = 'oak' and record_id = 'gone'")
                        .query(String.class)
                        .single())
                .isEqualTo("delete-record");
    }

    @Test
    void a_new_password_voids_the_old_one_and_the_right_file_is_confirmed() {
        assertThat(post(OAK + "/connection/password", "").at("/password")).isNotEmpty();
        JDBC.sql(
                        "update connection set state = 'stopped', stopped_because = 'wrong-company-file' where company_id = 'oak'")
                .update();
        assertThat(post(OAK + "/connection/confirm-company-file", "").at("/state"))
                .isEqualTo("new");
    }

    @Test
    void the_file_for_the_web_connector_names_the_company_and_no_password() {
        var file = get(OAK + "/web-connector.qwc");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).contains("<UserName>oak</UserName>").doesNotContainIgnoringCase("password");
    }

    @Test
    void an_undo_of_nothing_is_not_found() {
        assertThat(post(OAK + "/repairs/999999/undo", "").status()).isEqualTo(404);
    }

    @Test
    void bindings_are_exported_without_formulas() {
        put(OAK + "/records/customer/=1", "{\"name\":\"=cmd\"}");
        JDBC.sql("""
                insert into binding (company_id, type, record_id, quickbooks_id, edit_token, full_name, bound_at)
                values ('oak', 'customer', '=1', '80000009-1', '1', '=cmd', now())
                """).update();
        assertThat(get(OAK + "/bindings.csv").text()).contains("customer,'=1,80000009-1,'=cmd,'=cmd,");
        assertThat(get(OAK + "/bindings/customer/=1").at("/quickbooksId")).isEqualTo("80000009-1");
        assertThat(get(OAK + "/bindings?q=cmd").at("/total")).isEqualTo("1");
    }

    @Test
    void metrics_are_for_who_has_a_token_and_for_this_machine() {
        var metrics = RunningRelink.shared().at("/metrics");
        assertThat(ApiClient.send(HttpRequest.newBuilder(metrics)).status()).isEqualTo(200);
        assertThat(ApiClient.send(HttpRequest.newBuilder(metrics).header("X-Forwarded-For", "203.0.113.7"))
                        .status())
                .isEqualTo(401);
        assertThat(ApiClient.send(ApiClient.request("/metrics").header("X-Forwarded-For", "203.0.113.7"))
                        .status())
                .isEqualTo(200);
    }
}
