package dev.relink.quickbooks.online.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.relink.PracticeIntuit;
import dev.relink.RunningRelink;
import dev.relink.company.CompanyId;
import dev.relink.people.People;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the button to the confirmed company and back, over HTTP, against practice QuickBooks Online. */
class ConnectingStoryTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final PracticeIntuit INTUIT = RELINK.intuit();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Pattern GOES_TO = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");

    private final String company = "online-" + COUNT.incrementAndGet();
    private final String realm = INTUIT.realm("Cedar & Sons " + company);
    private final RunningRelink.Browser admin = RELINK.browser().asAdmin();

    ConnectingStoryTest() {
        var made = RELINK.api(
                "POST",
                "/api/v1/companies",
                RunningRelink.ADMIN_TOKEN,
                "{\"id\":\"%s\",\"name\":\"The app's %s\",\"quickbooks\":\"online\"}".formatted(company, company));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private String page() {
        return "/companies/" + company + "/connection";
    }

    private HttpResponse<String> press(RunningRelink.Browser browser, String act, String... fields) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return browser.post(page(), "/companies/" + company + "/quickbooks-online/" + act, form);
    }

    /** Where the browser is sent by the button. */
    private URI leaves(String environment) {
        var answer = press(admin, "connect", "environment", environment);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Matcher place = GOES_TO.matcher(answer.body());
        assertThat(place.find()).as(answer.body()).isTrue();
        return URI.create(place.group(1).replace("&amp;", "&"));
    }

    private static String path(URI address) {
        return address.getPath() + "?" + address.getRawQuery();
    }

    private HttpResponse<String> comesBack(URI callback) {
        return admin.get(path(callback));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private void connect(String toRealm) {
        var back = comesBack(INTUIT.letsIn(leaves("production"), toRealm));
        assertThat(back.statusCode()).as(back.body()).isEqualTo(303);
        if (location(back).endsWith("is-it")) {
            assertThat(location(press(admin, "confirm", "realm", toRealm))).endsWith("?online=connected");
        }
    }

    private JsonNode health() {
        String body = RELINK.api("GET", "/api/v1/companies/" + company, RunningRelink.ADMIN_TOKEN, "")
                .body();
        return new JsonMapper().readTree(body).at("/health/0");
    }

    private <T> T one(String sql, Class<T> type) {
        return RELINK.jdbc().sql(sql).param("company", company).query(type).single();
    }

    private long count(String table) {
        return one("select count(*) from " + table + " where company_id = :company", Long.class);
    }

    private Pair tokens(String table) {
        byte[] sealed = one(
                "select tokens from " + table + " where company_id = :company and tokens is not null", byte[].class);
        return RELINK.bean(Sealing.class).open(new CompanyId(company), sealed);
    }

    @Test
    void one_button_leads_to_intuit_and_back_and_the_company_is_shown_before_anything_is_sent() {
        assertThat(health().at("/broken/code").asString()).isEqualTo("online:relink-not-connected");
        assertThat(admin.get(page()).body())
                .contains("Connect to QuickBooks", "not connected yet")
                .doesNotContain("Web Connector", "Company file", "qbXML");
        URI intuit = leaves("production");
        Map<String, String> sent = PracticeIntuit.query(intuit);
        assertThat(sent)
                .containsEntry("client_id", PracticeIntuit.CLIENT)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "com.intuit.quickbooks.accounting")
                .containsEntry(
                        "redirect_uri", RELINK.at("/quickbooks-online/callback").toString())
                .containsEntry("code_challenge_method", "S256");
        assertThat(sent.get("code_challenge")).hasSize(43);
        assertThat(sent.get("state")).hasSizeGreaterThan(30);

        var back = comesBack(INTUIT.letsIn(intuit, realm));
        assertThat(location(back)).isEqualTo(page() + "?online=is-it");
        assertThat(admin.get(location(back)).body())
                .contains("Is this the company?", "Cedar &amp; Sons " + company, realm, "production");
        assertThat(count("online_link")).isZero();
        assertThat(one("select cardinality(seconds) from online_pace where company_id = :company", Long.class))
                .as("the question whose company it is has its place in the limits")
                .isEqualTo(1);
        assertThat(one("select reads from online_reads where company_id = :company", Long.class))
                .isEqualTo(1);
        assertThat(health().at("/state").asString()).isEqualTo("new");

        assertThat(location(press(admin, "confirm", "realm", realm))).isEqualTo(page() + "?online=connected");
        assertThat(health().at("/state").asString()).isEqualTo("working");
        assertThat(health().at("/broken").isNull()).isTrue();
        assertThat(health().at("/online/realm").asString()).isEqualTo(realm);
        assertThat(health().at("/online/connectedBy").asString()).isNotBlank();
        assertThat(one("select file_identity from connection where company_id = :company", String.class))
                .isEqualTo("realm:" + realm);
        String connected = admin.get(page() + "?online=connected").body();
        assertThat(connected)
                .contains("QuickBooks Online is connected", realm, "Disconnect", "Ends for good")
                .doesNotContain("Is this the company?", "Web Connector");
        AccessTokens.Access access = RELINK.bean(AccessTokens.class).of(new CompanyId(company));
        assertThat(INTUIT.opens(realm, access.token())).isEqualTo(200);
    }

    @Test
    void a_state_is_good_once_for_one_browser_and_ten_minutes() {
        URI callback = INTUIT.letsIn(leaves("production"), realm);
        var stranger = RELINK.browser().asAdmin().get(path(callback));
        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(stranger.body()).contains("Nothing was connected");
        assertThat(comesBack(callback).statusCode()).isEqualTo(303);
        assertThat(comesBack(callback).statusCode()).as("replayed").isEqualTo(400);

        URI late = INTUIT.letsIn(leaves("production"), realm);
        RELINK.jdbc()
                .sql(
                        "update online_consent set until = now() - interval '1 second' where company_id = :company and used_at is null")
                .param("company", company)
                .update();
        assertThat(comesBack(late).statusCode()).as("too late").isEqualTo(400);
        assertThat(count("online_link")).isZero();
    }

    @Test
    void a_state_of_nobody_or_of_another_company_connects_nothing() {
        URI callback = INTUIT.letsIn(leaves("production"), realm);
        String state = PracticeIntuit.query(callback).get("state");
        String forged = path(callback).replace("state=" + company + ".", "state=acme.");
        assertThat(admin.get(forged).statusCode()).isEqualTo(400);
        assertThat(admin.get(path(callback).replace(state, "nonsense")).statusCode())
                .isEqualTo(400);
        assertThat(admin.get("/quickbooks-online/callback").statusCode()).isEqualTo(400);
        assertThat(count("online_link")).isZero();
    }

    @Test
    void who_says_no_at_intuit_comes_back_to_a_clear_page() {
        var back = comesBack(INTUIT.refuses(leaves("production")));
        assertThat(location(back)).isEqualTo(page() + "?online=denied");
        assertThat(admin.get(location(back)).body()).contains("somebody chose not to let Relink in");
        assertThat(count("online_link")).isZero();
    }

    @Test
    void a_realm_that_was_swapped_on_the_way_back_is_found_out() {
        String other = INTUIT.realm("Somebody Else");
        URI callback = INTUIT.letsIn(leaves("production"), realm);
        var back = admin.get(path(callback).replace("realmId=" + realm, "realmId=" + other));
        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.body()).contains("does not open the company " + other, "403");
        assertThat(count("online_link")).isZero();
    }

    @Test
    void a_realm_of_another_company_is_refused_by_name_and_that_company_goes_on() {
        connect(realm);
        var second = new ConnectingStoryTest();
        var back = second.comesBack(INTUIT.letsIn(second.leaves("production"), realm));
        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.body()).contains("linked to “" + company + "” already", "Nothing was changed");
        assertThat(second.count("online_link")).isZero();
        AccessTokens.Access access = RELINK.bean(AccessTokens.class).of(new CompanyId(company));
        assertThat(INTUIT.opens(realm, access.token())).isEqualTo(200);
    }

    @Test
    void a_company_that_is_not_confirmed_gets_its_access_back() {
        comesBack(INTUIT.letsIn(leaves("production"), realm));
        String token = tokens("online_consent").access();
        assertThat(INTUIT.opens(realm, token)).isEqualTo(200);
        assertThat(location(press(admin, "refuse", "realm", realm))).isEqualTo(page() + "?online=refused");
        assertThat(INTUIT.opens(realm, token)).isEqualTo(401);
        assertThat(count("online_consent")).isZero();
        assertThat(press(admin, "confirm", "realm", realm).statusCode()).isEqualTo(409);
    }

    @Test
    void what_nobody_has_confirmed_for_an_hour_is_ended() {
        comesBack(INTUIT.letsIn(leaves("production"), realm));
        String token = tokens("online_consent").access();
        RELINK.jdbc()
                .sql("update online_consent set until = now() - interval '1 second' where company_id = :company")
                .param("company", company)
                .update();
        RELINK.bean(Overdue.class).turn();
        assertThat(INTUIT.opens(realm, token)).isEqualTo(401);
        assertThat(count("online_consent")).isZero();
    }

    @Test
    void disconnecting_keeps_every_binding_and_the_same_realm_needs_no_question() {
        connect(realm);
        bind("c1");
        String token = tokens("online_link").access();
        assertThat(location(press(admin, "disconnect"))).isEqualTo(page() + "?online=disconnected");
        assertThat(INTUIT.opens(realm, token)).as("revoked").isEqualTo(401);
        assertThat(health().at("/because").asString()).isEqualTo("disconnected");
        assertThat(health().at("/broken/code").asString()).isEqualTo("online:relink-disconnected");
        for (String shown : new String[] {"", "/errors", "/pending", "/connection"}) {
            assertThat(admin.get("/companies/" + company + shown).body())
                    .as(shown)
                    .containsOnlyOnce("<section class=\"trouble ");
        }
        assertThat(count("binding")).isEqualTo(1);

        var back = comesBack(INTUIT.letsIn(leaves("production"), realm));
        assertThat(location(back)).isEqualTo(page() + "?online=connected");
        assertThat(health().at("/state").asString()).isEqualTo("working");
        assertThat(one("select unproven_since is null from binding where company_id = :company", Boolean.class))
                .isTrue();
    }

    @Test
    void another_realm_is_the_right_one_only_if_somebody_says_so_and_then_every_binding_is_proven_first() {
        connect(realm);
        bind("c1");
        String other = INTUIT.realm("Cedar & Sons, new books");
        var back = comesBack(INTUIT.letsIn(leaves("production"), other));
        assertThat(location(back)).isEqualTo(page() + "?online=is-it");
        assertThat(admin.get(page()).body()).contains("another company than the records were linked with");
        assertThat(health().at("/online/realm").asString())
                .as("the old one goes on")
                .isEqualTo(realm);
        assertThat(health().at("/state").asString()).isEqualTo("working");
        assertThat(press(admin, "confirm", "realm", other).statusCode())
                .as("without the warning")
                .isEqualTo(409);
        assertThat(location(press(admin, "confirm", "realm", other, "other", "true")))
                .endsWith("connected");
        assertThat(health().at("/online/realm").asString()).isEqualTo(other);
        assertThat(one("select file_identity from connection where company_id = :company", String.class))
                .isEqualTo("realm:" + other);
        assertThat(one("select unproven_since is not null from binding where company_id = :company", Boolean.class))
                .isTrue();
        var second = new ConnectingStoryTest();
        second.connect(realm); // nobody holds it any more
        assertThat(second.health().at("/online/realm").asString()).isEqualTo(realm);
    }

    private void bind(String record) {
        RELINK.api(
                "PUT",
                "/api/v1/companies/%s/records/customer/%s".formatted(company, record),
                RunningRelink.ADMIN_TOKEN,
                "{\"name\":\"Hollis\"}");
        RELINK.jdbc().sql("""
                        insert into binding (company_id, type, record_id, quickbooks_id, edit_token, bound_at)
                        values (:company, 'customer', :record, '70', '0', now())
                        """).param("company", company).param("record", record).update();
    }

    @Test
    void the_bookkeeper_who_disconnects_relink_is_one_banner_with_the_way_back() {
        connect(realm);
        INTUIT.disconnect(realm);
        AccessTokens tokens = RELINK.bean(AccessTokens.class);
        AccessTokens.Access rejected = tokens.of(new CompanyId(company));
        org.assertj.core.api.Assertions.assertThatExceptionOfType(NeedsReconnecting.class)
                .isThrownBy(() -> tokens.renewed(new CompanyId(company), rejected));
        assertThat(health().at("/broken/code").asString()).isEqualTo("online:invalid_grant");
        assertThat(health().at("/broken/leg").asString()).isEqualTo("quickbooks-online");
        assertThat(health().at("/online/state").asString()).isEqualTo("needs-reconnecting");
        assertThat(admin.get(page()).body())
                .containsOnlyOnce("<section class=\"trouble ")
                .contains("Relink → QuickBooks Online", "Connect to QuickBooks");
        connect(realm);
        assertThat(health().at("/broken").isNull()).as(health().toString()).isTrue();
    }

    @Test
    void ninety_days_before_intuit_ends_it_the_page_says_so_and_nothing_stops() {
        connect(realm);
        RELINK.jdbc()
                .sql("update online_link set hard_until = now() + interval '89 days' where company_id = :company")
                .param("company", company)
                .update();
        assertThat(health().at("/broken/code").asString()).isEqualTo("online:relink-ends-soon");
        assertThat(health().at("/state").asString()).isEqualTo("working");
        assertThat(admin.get(page()).body()).contains("Until then everything goes on", "Ends soon");
    }

    private void firstRunIsOver() {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!one("select run_next_at = next_read_at from connection where company_id = :company", Boolean.class)) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void the_page_shows_what_was_read_this_month_and_what_a_limit_makes_wait() {
        connect(realm);
        assertThat(admin.get(page()).body())
                .contains("Reads in ", "of 500,000 in all companies")
                .doesNotContain("<dt>Waits</dt>", "reads of this month are used");
        firstRunIsOver();
        for (String update : new String[] {
            "update online_reads set reads = 412345 where company_id = :company",
            "update connection set run_next_at = 'infinity', run_not_before = now() + interval '50 seconds', problem_at = now(),"
                    + " problem_code = 'online:3001', problem_message = 'QuickBooks Online asks Relink to wait'"
                    + " where company_id = :company"
        }) {
            assertThat(RELINK.jdbc().sql(update).param("company", company).update())
                    .isEqualTo(1);
        }
        assertThat(admin.get(page()).body())
                .contains("<dt>Waits</dt>", "QuickBooks Online asks Relink to wait. Nothing is lost.", "412,345")
                .contains("Request limit reached")
                .contains("reads of this month are used");
        assertThat(RELINK.jdbc()
                        .sql("delete from online_reads where company_id = :company")
                        .param("company", company)
                        .update())
                .isEqualTo(1); // it counts for all companies
    }

    @Test
    void faults_that_speak_of_the_company_stop_it_with_their_own_guide() {
        connect(realm);
        for (String code : new String[] {"online:10200", "online:6190", "online:3100", "online:130"}) {
            RELINK.jdbc()
                    .sql("update connection set state = 'stopped', stopped_because = :code, stopped_detail = 'said'"
                            + " where company_id = :company")
                    .param("company", company)
                    .param("code", code)
                    .update();
            assertThat(health().at("/broken/code").asString()).isEqualTo(code);
            assertThat(health().at("/broken/leg").asString()).isEqualTo("realm");
            assertThat(admin.get(page()).body()).containsOnlyOnce("<section class=\"trouble ");
        }
    }

    @Test
    void a_sandbox_company_is_connected_with_the_keys_of_the_sandbox() {
        String practice = INTUIT.realm("Sandbox Company", "sandbox");
        var back = comesBack(INTUIT.letsIn(leaves("sandbox"), practice));
        assertThat(admin.get(location(back)).body()).contains("sandbox (a practice company)");
        press(admin, "confirm", "realm", practice);
        assertThat(health().at("/online/environment").asString()).isEqualTo("sandbox");
        var wrong = new ConnectingStoryTest();
        var refused = wrong.comesBack(INTUIT.letsIn(wrong.leaves("production"), INTUIT.realm("Other", "sandbox")));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("the keys in the settings are not those of production");
    }

    @Test
    void only_an_administrator_of_the_company_connects_it() {
        String email = company + "@trees.example.org";
        People people = RELINK.bean(People.class);
        people.setPassword(
                people.add(email, "Operator", new Access(null, Map.of(new CompanyId(company), Role.OPERATOR)))
                        .id(),
                "a password for the operator");
        var operator = RELINK.browser().signIn(email, "a password for the operator");
        assertThat(operator.get(page()).body())
                .contains("Only an administrator may connect it")
                .doesNotContain("Connect to QuickBooks</button>");
        for (String act : new String[] {"connect", "confirm", "refuse", "disconnect"}) {
            assertThat(operator.post(
                                    "/account",
                                    "/companies/" + company + "/quickbooks-online/" + act,
                                    Map.of("realm", realm))
                            .statusCode())
                    .as(act)
                    .isEqualTo(403);
        }
        assertThat(admin.postWith("", "/companies/" + company + "/quickbooks-online/connect", Map.of())
                        .statusCode())
                .as("no CSRF token")
                .isEqualTo(403);
    }

    @Test
    void no_page_no_answer_no_log_and_no_row_shows_a_token_or_the_secret() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            connect(realm);
            Pair first = tokens("online_link");
            AccessTokens tokens = RELINK.bean(AccessTokens.class);
            AccessTokens.Access access = tokens.of(new CompanyId(company));
            tokens.renewed(new CompanyId(company), access);
            Pair second = tokens("online_link");
            String shown = admin.get(page()).body()
                    + admin.get("/audit").body()
                    + health()
                    + log.list.stream()
                            .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
                            .collect(Collectors.joining())
                    + one("select string_agg(t::text, '') from online_link t where company_id = :company", String.class)
                    + one("select string_agg(t::text, '') from audit t where company_id = :company", String.class);
            assertThat(shown)
                    .doesNotContain(first.access(), first.refresh(), second.access(), second.refresh())
                    .doesNotContain(PracticeIntuit.SECRET);
        } finally {
            root.detachAppender(log);
        }
    }
}
