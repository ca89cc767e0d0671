package dev.relink.admin;

import static dev.relink.RunningRelink.ADMIN_EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final RunningRelink RELINK = RunningRelink.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/status-codes",
                "/status-codes/desktop/3120",
                "/",
                "/people",
                "/people/1",
                "/audit",
                "/account",
                "/companies/acme/notices"
            })
    void a_page_needs_nothing_inline_and_tells_browsers_to_refuse_it(String path) {
        var answer = RELINK.browser().asAdmin().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .doesNotContain(" style=", "<style", "onclick", "javascript:")
                .doesNotContainPattern("<script(?! src)");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
        assertThat(RELINK.browser().get("/sign-in").headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).startsWith("relink=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void public_pages_start_no_session() {
        assertThat(RELINK.browser().get("/status-codes/desktop/3120").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void styles_are_kept_for_a_year_under_an_address_that_changes_with_them() {
        Matcher link = Pattern.compile("href=\"(/static/[0-9a-f]{12}/relink.css)\"")
                .matcher(RELINK.browser().get("/sign-in").body());
        assertThat(link.find()).isTrue();
        var style = RELINK.browser().get(link.group(1));
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
    }

    @Test
    void after_the_sign_in_comes_the_page_that_was_asked_for() {
        var browser = RELINK.browser();
        assertThat(browser.get("/audit?since=today").statusCode()).isEqualTo(302);
        var answer = browser.post(
                "/sign-in",
                "/sign-in",
                Map.of("email", ADMIN_EMAIL.toUpperCase(Locale.ROOT), "password", RunningRelink.ADMIN_PASSWORD));
        assertThat(answer.headers().firstValue("Location")).hasValue("/audit?since=today");
    }

    @Test
    void a_wrong_password_keeps_the_address_and_says_so_and_guessing_is_slowed_down() {
        var browser = RELINK.browser();
        var guess = Map.of("email", "nobody@example.com", "password", "wrong");
        var first = browser.post("/sign-in", "/sign-in", guess);
        assertThat(first.statusCode()).isEqualTo(401);
        assertThat(first.body()).contains("value=\"nobody@example.com\"", "do not belong together");
        int last = 0;
        for (int i = 0; i < 6; i++) {
            last = browser.post("/sign-in", "/sign-in", guess).statusCode();
        }
        assertThat(last).isEqualTo(429);
        assertThat(RELINK.browser().asAdmin().get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_person_is_let_in_by_a_link_that_opens_once_given_another_role_and_removed_at_once() {
        var admin = RELINK.browser().asAdmin();
        var added = admin.post(
                "/people",
                "/people",
                Map.of("name", "Jan Kowalski", "email", "Jan@example.com", "role.acme", "viewer"));
        Matcher link = Pattern.compile("/set-up/([A-Za-z0-9_-]{32})").matcher(added.body());
        assertThat(link.find()).isTrue();
        assertThat(admin.get("/people").body()).contains("Jan Kowalski").doesNotContain(link.group(1));

        var jan = RELINK.browser();
        var chosen = jan.post(link.group(), link.group(), Map.of("password", "a long enough one"));
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(RELINK.browser().get(link.group()).statusCode()).isEqualTo(404);
        assertThat(jan.get("/").body()).contains("Acme Tree Care").doesNotContain("Cedar Valley");
        assertThat(jan.get("/people").statusCode()).isEqualTo(403);

        long id = RELINK.jdbc()
                .sql("select id from person where email = 'jan@example.com'")
                .query(Long.class)
                .single();
        admin.post("/people", "/people/" + id, Map.of("name", "Jan Kowalski", "everywhere", "admin"));
        assertThat(jan.get("/people").statusCode()).isEqualTo(200);

        assertThat(admin.post("/people", "/people/" + id + "/remove", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(jan.get("/people").statusCode()).isEqualTo(302);
    }

    @Test
    void the_last_administrator_cannot_be_removed() {
        var admin = RELINK.browser().asAdmin();
        long id = RELINK.jdbc()
                .sql("select id from person where email = :email")
                .param("email", ADMIN_EMAIL)
                .query(Long.class)
                .single();
        admin.post("/people", "/people/" + id + "/remove", Map.of());
        assertThat(admin.get("/people/" + id).body()).contains("This is the last administrator");
    }

    @Test
    void what_people_type_is_shown_as_text() {
        var admin = RELINK.browser().asAdmin();
        var name = "<img src=x onerror=alert(1)>";
        admin.post("/people", "/people", Map.of("name", name, "email", "evil@example.com"));
        assertThat(admin.get("/people").body()).doesNotContain("<img").contains("&lt;img");
        long id = RELINK.jdbc()
                .sql("select id from person where email = 'evil@example.com'")
                .query(Long.class)
                .single();
        admin.post("/people", "/people/" + id + "/remove", Map.of());
    }

    @Test
    void a_pasted_message_is_read() {
        var page = RELINK.browser()
                .get(
                        "/status-codes/desktop/3120?message=Object+%2280000A3F-1715099460%22+specified+in+the+request+cannot+be+found.");
        assertThat(page.body()).contains("80000A3F-1715099460", "ListID", "7 May 2024");
    }

    @Test
    void other_messages_of_a_code_show_the_words_that_tell_them_apart_and_lead_to_their_own_guide() {
        var page = RELINK.browser().get("/status-codes/desktop/3140").body();
        assertThat(page)
                .contains("The same code, another message", "id=\"customer\"", "<mark>", "?message=")
                .doesNotContain("{name}", "{record}");
        assertThat(RELINK.browser()
                        .get("/status-codes/desktop/3140?message=There+is+an+invalid+reference+to+QuickBooks"
                                + "+Customer+%22Joe%22+in+the+Invoice.")
                        .body())
                .contains("because of the words", "Joe");
    }

    @Test
    void where_one_answer_has_several_causes_the_page_tells_how_to_tell_them_apart() {
        assertThat(RELINK.browser().get("/status-codes/desktop/3120").body())
                .contains("If you find that", "many records of all kinds fail at once", "anyone at QuickBooks");
    }

    @Test
    void words_of_the_trade_are_explained_where_they_are_used() {
        assertThat(RELINK.browser().get("/status-codes/desktop/3200").body())
                .contains("Words used here", "moves with every change");
    }

    @Test
    void a_sentence_without_a_code_finds_the_codes_that_say_it() {
        assertThat(RELINK.browser()
                        .get(
                                "/status-codes?q=Object+%2280000A3F-1715099460%22+specified+in+the+request+cannot+be+found.")
                        .body())
                .contains("/status-codes/desktop/3120")
                .doesNotContain("No code matches");
    }

    @Test
    void where_nothing_is_found_the_page_says_what_to_do() {
        assertThat(RELINK.browser().get("/status-codes?q=987654").body())
                .contains("No code has the number “987654”", "/status-codes/desktop/987654");
        assertThat(RELINK.browser().get("/status-codes?q=zzz+qqq").body())
                .contains("No code matches “zzz qqq”", "All ");
    }

    @Test
    void an_unknown_code_is_told_as_such() {
        var page = RELINK.browser().get("/status-codes/desktop/987654");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("not in the catalogue");
    }

    @Test
    void signing_out_ends_the_session() {
        var browser = RELINK.browser().asAdmin();
        browser.post("/", "/sign-out", Map.of());
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }
}
