package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.people.People;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountPageTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final String EMAIL = "ines.ortega@example.com";
    private static final String PASSWORD = "a ladder and a saw";

    private long ines;

    @BeforeEach
    void addInes() {
        var people = RELINK.bean(People.class);
        RELINK.jdbc()
                .sql("delete from person where email = :email")
                .param("email", EMAIL)
                .update();
        ines = people.add(EMAIL, "Ines Ortega", Access.everywhere(Role.VIEWER)).id();
        people.setPassword(ines, PASSWORD);
    }

    @Test
    void a_changed_password_signs_out_everywhere_else_and_the_old_one_is_void() {
        var here = RELINK.browser().signIn(EMAIL, PASSWORD);
        var elsewhere = RELINK.browser().signIn(EMAIL, PASSWORD);
        var changed = here.post(
                "/account", "/account/password", Map.of("present", PASSWORD, "password", "another long sentence"));
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(here.get("/account").body()).contains("Your password is changed", "this one");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(401);
        assertThat(signIn("another long sentence").statusCode()).isEqualTo(303);
    }

    @Test
    void a_wrong_present_password_or_a_short_new_one_changes_nothing() {
        var here = RELINK.browser().signIn(EMAIL, PASSWORD);
        here.post("/account", "/account/password", Map.of("present", "guessed", "password", "another long sentence"));
        assertThat(here.get("/account").body()).contains("not changed", "not your present password");
        here.post("/account", "/account/password", Map.of("present", PASSWORD, "password", "short"));
        assertThat(here.get("/account").body()).contains("needs 12 to 200 characters");
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void sessions_are_listed_and_one_or_all_others_are_ended() {
        var here = RELINK.browser().signIn(EMAIL, PASSWORD);
        var second = RELINK.browser().signIn(EMAIL, PASSWORD);
        var third = RELINK.browser().signIn(EMAIL, PASSWORD);
        Matcher end = Pattern.compile("/account/sessions/(\\d+)/end")
                .matcher(here.get("/account").body());
        assertThat(end.find()).isTrue();
        here.post("/account", end.group(), Map.of());
        assertThat(third.get("/account").statusCode() + second.get("/account").statusCode())
                .isEqualTo(502); // one is still in, the other is sent to the sign-in
        here.post("/account", "/account/sessions/end-others", Map.of());
        assertThat(second.get("/account").statusCode()).isEqualTo(302);
        assertThat(third.get("/account").statusCode()).isEqualTo(302);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_ends_the_session_of_somebody_else_and_an_administrator_ends_all_of_a_person() {
        var here = RELINK.browser().signIn(EMAIL, PASSWORD);
        var admin = RELINK.browser().asAdmin();
        long session = RELINK.jdbc()
                .sql("select id from person_session where person_id = :ines")
                .param("ines", ines)
                .query(Long.class)
                .single();
        admin.post("/account", "/account/sessions/" + session + "/end", Map.of());
        assertThat(admin.get("/account").body()).contains("not yours or has ended");
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(admin.get("/people/" + ines).body()).contains("Sign out everywhere");
        admin.post("/people/" + ines, "/people/" + ines + "/sign-out", Map.of());
        assertThat(here.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void a_session_ends_after_8_hours_without_use_and_24_hours_after_its_sign_in() {
        var here = RELINK.browser().signIn(EMAIL, PASSWORD);
        age("seen_at", "7 hours 59 minutes");
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        age("seen_at", "8 hours 1 minute");
        assertThat(here.get("/account").statusCode()).isEqualTo(302);
        var busy = RELINK.browser().signIn(EMAIL, PASSWORD);
        age("started_at", "24 hours 1 minute");
        assertThat(busy.get("/account").statusCode()).isEqualTo(302);
    }

    private void age(String column, String by) {
        RELINK.jdbc()
                .sql("update person_session set " + column + " = now() - :by::interval where person_id = :ines")
                .param("by", by)
                .param("ines", ines)
                .update();
    }

    @Test
    void the_sign_in_gives_the_browser_a_new_cookie_and_signing_out_leaves_no_session_behind() {
        var browser = RELINK.browser();
        String before = cookie(browser.get("/sign-in"));
        String after = cookie(browser.post("/sign-in", "/sign-in", Map.of("email", EMAIL, "password", PASSWORD)));
        assertThat(after).isNotEqualTo(before);
        browser.post("/account", "/sign-out", Map.of());
        assertThat(RELINK.jdbc()
                        .sql("select count(*) from person_session where person_id = :ines")
                        .param("ines", ines)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static HttpResponse<String> signIn(String password) {
        return RELINK.browser().post("/sign-in", "/sign-in", Map.of("email", EMAIL, "password", password));
    }
}
