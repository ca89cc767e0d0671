package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.PracticeProvider;
import dev.relink.PracticeProvider.Account;
import dev.relink.PracticeProvider.Lie;
import dev.relink.RunningRelink;
import dev.relink.company.CompanyId;
import dev.relink.people.People;
import dev.relink.people.Person;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a provider that speaks the real protocol over HTTP. */
class ProviderSignInTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final PracticeProvider PROVIDER = RELINK.provider();
    private static final People PEOPLE = RELINK.bean(People.class);
    private static final String INVITED = "olga@elsewhere.example";
    private static final Account OLGA = new Account("sub-olga", INVITED, true, "Olga", List.of());

    private final RunningRelink.Browser browser = RELINK.browser();

    @BeforeEach
    void inviteOlga() {
        RELINK.jdbc()
                .sql("delete from person where email like '%@elsewhere.example' or email like '%@trees.example'")
                .update();
        PEOPLE.add(INVITED, "Olga Berg", new Access(null, Map.of(new CompanyId("acme"), Role.VIEWER)));
    }

    @Test
    void who_was_invited_gets_in_to_the_page_that_was_asked_for_with_the_roles_given_here() {
        browser.get("/companies/acme/errors?tab=skipped");
        assertThat(signIn(OLGA, Lie.NONE)).isEqualTo("/companies/acme/errors?tab=skipped");
        assertThat(browser.get("/account").body())
                .contains("Olga Berg", "Viewer of acme", "sign in through your provider");
        assertThat(browser.get("/people").statusCode()).isEqualTo(403);
        assertThat(RELINK.browser().asAdmin().get("/audit?act=provider").body()).contains("Olga Berg");
    }

    @Test
    void the_browser_is_sent_with_state_nonce_and_a_challenge_and_comes_back_with_a_new_cookie() {
        String before = cookie(
                browser.get("/sign-in/oidc").headers().firstValue("Set-Cookie").orElseThrow());
        PROVIDER.next(OLGA, Lie.NONE);
        String back = authorize(
                browser.get("/sign-in/oidc").headers().firstValue("Location").orElseThrow());
        String after =
                cookie(browser.get(back).headers().firstValue("Set-Cookie").orElseThrow());
        assertThat(PROVIDER.lastAsked())
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(PROVIDER.lastAsked().get("scope")).contains("openid", "email");
        assertThat(after).isNotEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_token_that_is_not_what_it_should_be_lets_nobody_in(Lie lie) {
        assertThat(signIn(OLGA, lie)).isEqualTo("/sign-in?refused=provider");
        assertOut();
        assertThat(browser.get("/sign-in?refused=provider").body()).contains("did not confirm who you are");
    }

    @Test
    void an_address_that_the_provider_has_not_verified_is_nobodys() {
        assertThat(signIn(new Account("sub-x", INVITED, false, "Mallory", List.of()), Lie.NONE))
                .isEqualTo("/sign-in?refused=unverified");
        assertOut();
        assertThat(olga().subject()).isNull();
    }

    @Test
    void who_was_not_invited_stays_out_unless_their_domain_is_allowed() {
        var stranger = new Account("sub-s", "stranger@elsewhere.example", true, "Stranger", List.of());
        assertThat(signIn(stranger, Lie.NONE)).isEqualTo("/sign-in?refused=not_invited");
        assertOut();
        var nearly = new Account("sub-n", "x@nottrees.example", true, "Nearly", List.of());
        assertThat(signIn(nearly, Lie.NONE)).isEqualTo("/sign-in?refused=not_invited");
        var colleague = new Account("sub-c", "Tom@Trees.example", true, "Tom Ash", List.of());
        assertThat(signIn(colleague, Lie.NONE)).isEqualTo("/account");
        assertThat(browser.get("/account").body()).contains("Tom Ash", "tom@trees.example", "No role yet");
        assertThat(browser.get("/companies/acme").statusCode()).isEqualTo(404);
    }

    @Test
    void another_account_of_the_provider_with_the_same_address_is_refused_and_a_new_address_of_the_same_is_not() {
        assertThat(signIn(OLGA, Lie.NONE)).isEqualTo("/");
        assertThat(signIn(new Account("sub-thief", INVITED, true, "Thief", List.of()), Lie.NONE))
                .isEqualTo("/sign-in?refused=other_account");
        assertThat(signIn(new Account("sub-olga", "olga.new@elsewhere.example", true, "Olga", List.of()), Lie.NONE))
                .isEqualTo("/");
        assertThat(olga().email()).isEqualTo(INVITED);
    }

    @Test
    void roles_in_the_claim_hold_anew_at_each_sign_in_and_without_any_the_present_ones_stay() {
        signIn(
                new Account(
                        "sub-olga",
                        INVITED,
                        true,
                        "Olga",
                        List.of("staff", "relink:operator:acme", "relink:admin:nowhere")),
                Lie.NONE);
        assertThat(olga().access()).isEqualTo(new Access(null, Map.of(new CompanyId("acme"), Role.OPERATOR)));
        signIn(new Account("sub-olga", INVITED, true, "Olga", List.of("relink:viewer", "relink:operator")), Lie.NONE);
        assertThat(olga().access()).isEqualTo(Access.everywhere(Role.OPERATOR));
        signIn(OLGA, Lie.NONE);
        assertThat(olga().access()).isEqualTo(Access.everywhere(Role.OPERATOR));
    }

    @Test
    void a_state_that_is_missing_guessed_used_or_of_another_browser_lets_nobody_in() {
        PROVIDER.next(OLGA, Lie.NONE);
        String back = authorize(
                browser.get("/sign-in/oidc").headers().firstValue("Location").orElseThrow());
        assertRefused(RELINK.browser(), back);
        assertRefused(browser, back.replaceFirst("state=[^&]+", "state=guessed"));
        assertRefused(browser, "/sign-in/oidc/callback?code=x");
        String again = authorize(
                browser.get("/sign-in/oidc").headers().firstValue("Location").orElseThrow());
        assertThat(location(again)).isEqualTo("/");
        assertRefused(browser, again);
    }

    private static void assertRefused(RunningRelink.Browser browser, String address) {
        assertThat(browser.get(address).headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in?refused=provider");
    }

    @Test
    void the_page_of_the_sign_in_says_only_what_it_knows() {
        assertThat(browser.get("/sign-in").body()).contains("Sign in with Practice");
        assertThat(browser.get("/sign-in?refused=%3Cb%3Ecome+here").body()).doesNotContain("come here");
    }

    private String signIn(Account who, Lie how) {
        PROVIDER.next(who, how);
        return location(authorize(
                browser.get("/sign-in/oidc").headers().firstValue("Location").orElseThrow()));
    }

    private String location(String address) {
        String location = browser.get(address).headers().firstValue("Location").orElseThrow();
        return location.replaceFirst("^http://localhost:\\d+", "");
    }

    /** The provider's page: it asks nothing and sends back. */
    private static String authorize(String address) {
        try {
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
            URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
            return back.getRawPath() + "?" + back.getRawQuery();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cookie(String header) {
        return header.split(";", 2)[0];
    }

    private void assertOut() {
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    private static Person olga() {
        return PEOPLE.byEmail(INVITED).orElseThrow();
    }
}
