package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.company.CompanyId;
import dev.relink.people.People;
import dev.relink.platform.Secrets;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NoticesPageTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final String PAGE = "/companies/cedar/notices";
    private static final String EMAIL = "noticed@example.com";
    private static final String PASSWORD = "wants to hear of it";

    private static long viewer;

    @BeforeAll
    static void addViewer() {
        var people = RELINK.bean(People.class);
        viewer = people.add(EMAIL, "Nora Tice", new Access(null, Map.of(new CompanyId("cedar"), Role.VIEWER)))
                .id();
        people.setPassword(viewer, PASSWORD);
    }

    @Test
    void everybody_chooses_what_they_are_told_and_ends_it_by_the_link_of_the_mail_without_a_sign_in() {
        var browser = RELINK.browser().signIn(EMAIL, PASSWORD);
        browser.post(PAGE, PAGE + "/mine", Map.of("causes", "on", "every", "60"));
        assertThat(browser.get(PAGE).body()).contains("once an hour at most", "RELINK_MAIL_HOST", "Stop the mails");
        assertThat(RELINK.browser().asAdmin().get(PAGE).body()).contains("Nora Tice", "once an hour");

        String key = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(RELINK.bean(Secrets.class).keyedHash("unsubscribe\ncedar\n" + viewer));
        String link = "/unsubscribe/cedar/" + viewer + "/" + key;
        var mailProgram = RELINK.browser();
        assertThat(mailProgram.get(link).body()).contains("Stop them");
        assertThat(browser.get(PAGE).body()).contains("Stop the mails");
        assertThat(mailProgram
                        .postWith("", link, Map.of("List-Unsubscribe", "One-Click"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get(PAGE).body()).contains("You get no mail about this company");
        assertThat(mailProgram
                        .postWith("", link.substring(0, link.length() - 1) + "x", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_chooses_nothing_or_nonsense_is_told_so() {
        var browser = RELINK.browser().signIn(EMAIL, PASSWORD);
        browser.post(PAGE, PAGE + "/mine", Map.of("every", "60"));
        assertThat(browser.get(PAGE).body()).contains("Choose at least one");
        browser.post(PAGE, PAGE + "/mine", Map.of("causes", "on", "every", "soon"));
        assertThat(browser.get(PAGE).body()).contains("is no number of minutes");
    }

    @Test
    void an_administrator_adds_a_webhook_sees_its_secret_once_and_what_became_of_a_test() {
        var admin = RELINK.browser().asAdmin();
        var added = admin.post(
                PAGE,
                PAGE + "/webhooks",
                Map.of("url", "https://hooks.example.invalid/relink", "causes", "on", "every", "15"));
        Matcher secret = Pattern.compile("whsec_[A-Za-z0-9+/]{32}").matcher(added.body());
        assertThat(secret.find()).isTrue();
        String page = admin.get(PAGE).body();
        assertThat(page).contains("hooks.example.invalid").doesNotContain(secret.group());
        Matcher test = Pattern.compile(PAGE + "/webhooks/(\\d+)/test").matcher(page);
        assertThat(test.find()).isTrue();
        admin.post(PAGE, test.group(), Map.of());
        assertThat(admin.get(PAGE).body()).contains("Send again", "webhook https://hooks.example.invalid/relink");
        var rotated = admin.post(PAGE, PAGE + "/webhooks/" + test.group(1) + "/secret", Map.of());
        assertThat(rotated.body()).contains("whsec_", "both secrets until").doesNotContain(secret.group());
        assertThat(admin.get("/audit?act=webhook").body()).contains("add webhook", "<dt>url</dt>");
        String one = PAGE + "/webhooks/" + test.group(1);
        assertThat(admin.post(PAGE, one, Map.of("url", "http://10.0.0.1/", "causes", "on", "every", "60"))
                        .statusCode())
                .isEqualTo(422);
        admin.post(PAGE, one, Map.of("url", "https://hooks.example.invalid/moved", "silence", "on", "every", "60"));
        assertThat(admin.get(PAGE).body())
                .contains("value=\"https://hooks.example.invalid/moved\"", "its secret is the same")
                .doesNotContain("value=\"https://hooks.example.invalid/relink\"");
        assertThat(admin.get("/audit?act=change+webhook").body()).contains("hooks.example.invalid/relink", "/moved");
        admin.post(PAGE, PAGE + "/webhooks/" + test.group(1) + "/remove", Map.of());
        assertThat(admin.get(PAGE).body()).contains("No program is told");
    }

    @Test
    void a_webhook_into_this_network_is_refused_with_the_reason() {
        var refused = RELINK.browser()
                .asAdmin()
                .post(
                        PAGE,
                        PAGE + "/webhooks",
                        Map.of("url", "https://169.254.169.254/latest", "causes", "on", "every", "15"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("not in the public internet");
    }

    @Test
    void programs_do_the_same() {
        String hooks = "/api/v1/companies/cedar/webhooks";
        var made = api(
                "POST",
                hooks,
                "{\"url\":\"https://hooks.example.invalid/api\",\"notices\":[\"silence\"],\"everyMinutes\":60}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).contains("\"secret\":\"whsec_", "\"notices\":[\"silence\"]");
        String one = made.headers().firstValue("Location").orElseThrow();
        assertThat(api("PUT", one, "{\"everyMinutes\":30}").body())
                .contains("\"everyMinutes\":30")
                .doesNotContain("whsec_");
        assertThat(api("POST", one + "/secret", "").body()).contains("whsec_");
        assertThat(api("POST", one + "/test", "").statusCode()).isEqualTo(202);
        assertThat(api("GET", "/api/v1/companies/cedar/notices", "").body()).contains("\"subject\":\"Test\"");
        assertThat(api("DELETE", one, "").statusCode()).isEqualTo(204);
        assertThat(api("POST", hooks, "{\"url\":\"http://10.0.0.1/\",\"notices\":[\"gossip\"]}")
                        .body())
                .contains("gossip");
        assertThat(api("POST", hooks, "{\"url\":\"http://10.0.0.1/\"}").body()).contains("/url", "https://");
        assertThat(api("PUT", "/api/v1/companies/cedar/notice-settings", "{\"silentAfterHours\":5}")
                        .body())
                .contains("5");
        assertThat(api("PUT", "/api/v1/companies/cedar/notice-settings", "{\"silentAfterHours\":5000}")
                        .statusCode())
                .isEqualTo(422);
        String mails = "/api/v1/companies/cedar/subscriptions/";
        assertThat(api("PUT", mails + EMAIL, "{}").body())
                .contains("\"notices\":[\"causes\",\"silence\",\"recovery\"]");
        assertThat(api("GET", "/api/v1/companies/cedar/subscriptions", "").body())
                .contains(EMAIL);
        assertThat(api("DELETE", mails + EMAIL, "").statusCode()).isEqualTo(204);
        assertThat(api("PUT", "/api/v1/companies/acme/subscriptions/" + EMAIL, "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static java.net.http.HttpResponse<String> api(String method, String path, String json) {
        return RELINK.api(method, path, RunningRelink.ADMIN_TOKEN, json);
    }
}
