package dev.relink.simulator.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Behaviours 1 to 6: apps, consents, tokens. */
class AccessTest {
    private static final String BACK = "http://localhost/back";

    private final TestRealm realm = new TestRealm();

    @AfterEach
    void usual_terms() {
        terms("{\"grace\":0,\"rotatesAfter\":86400,\"accessToken\":3600}");
    }

    private static void terms(String json) {
        TestRealm.call("POST", "/online/control/terms", json);
    }

    private static TestRealm.Answer form(String path, String form, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return TestRealm.call("POST", path, form, all);
    }

    private static TestRealm.Answer token(String form, String... more) {
        String basic =
                Base64.getEncoder().encodeToString("practice-app:practice-secret".getBytes(StandardCharsets.UTF_8));
        String[] headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = "Basic " + basic;
        System.arraycopy(more, 0, headers, 2, more.length);
        return form("/online/oauth2/v1/tokens/bearer", form, headers);
    }

    private static TestRealm.Answer refresh(String refreshToken, String... headers) {
        return token("grant_type=refresh_token&refresh_token=" + refreshToken, headers);
    }

    private String location(String button) {
        String consent = "client_id=practice-app&scope=com.intuit.quickbooks.accounting&redirect_uri="
                + TestRealm.encoded(BACK) + "&response_type=code&state=s%261";
        var page = TestRealm.call("GET", "/online/connect/oauth2?" + consent, "");
        assertThat(page.text()).contains("Relink", "Connect");
        return form("/online/connect/oauth2", consent + "&realm=" + realm.id + "&button=" + button)
                .header("Location");
    }

    @Test
    void a_person_agrees_and_the_code_that_comes_back_with_state_and_realm_works_once() {
        String location = location("connect");
        assertThat(location).startsWith(BACK + "?code=").contains("&state=s%261&realmId=" + realm.id);
        String code = location.replaceFirst(".*code=([^&]+).*", "$1");
        String exchange = "grant_type=authorization_code&code=" + code + "&redirect_uri=" + TestRealm.encoded(BACK);
        JsonNode tokens = token(exchange).json();
        assertThat(tokens.path("token_type").asString()).isEqualTo("bearer");
        realm.token = tokens.path("access_token").asString();
        assertThat(realm.get("preferences").status()).isEqualTo(200);
        var again = token(exchange);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void a_person_who_says_no_is_sent_back_with_access_denied() {
        assertThat(location("cancel")).isEqualTo(BACK + "?error=access_denied&state=s%261");
    }

    @Test
    void the_token_endpoint_wants_the_secret_of_the_app() {
        var wrong = form(
                "/online/oauth2/v1/tokens/bearer",
                "grant_type=refresh_token&refresh_token=x&client_id=practice-app&client_secret=no");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void tokens_live_as_documented_and_the_hard_end_is_told_to_those_who_ask() {
        JsonNode plain = refresh(realm.refreshToken).json();
        assertThat(plain.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(plain.path("x_refresh_token_expires_in").asInt()).isEqualTo(8_726_400);
        assertThat(plain.has("x_refresh_token_hard_expires_in")).isFalse();
        JsonNode asked = refresh(realm.refreshToken, "x-include-refresh-token-hard-expires-in", "true")
                .json();
        assertThat(asked.path("x_refresh_token_hard_expires_in").asLong()).isGreaterThan(150_000_000);
    }

    @Test
    void a_refresh_token_is_another_one_after_a_day_and_the_old_one_is_dead() {
        assertThat(refresh(realm.refreshToken).json().path("refresh_token").asString())
                .isEqualTo(realm.refreshToken);
        terms("{\"rotatesAfter\":0}");
        String next = refresh(realm.refreshToken).json().path("refresh_token").asString();
        assertThat(next).isNotEqualTo(realm.refreshToken);
        assertThat(refresh(realm.refreshToken).json().path("error").asString()).isEqualTo("invalid_grant");
        assertThat(refresh(next).status()).isEqualTo(200);
    }

    @Test
    void with_a_grace_the_superseded_token_works_for_a_while() {
        terms("{\"grace\":86400,\"rotatesAfter\":0}");
        assertThat(refresh(realm.refreshToken).status()).isEqualTo(200);
        assertThat(refresh(realm.refreshToken).status()).isEqualTo(200);
        TestRealm.forward(86_401);
        assertThat(refresh(realm.refreshToken).json().path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void a_refresh_that_lost_its_race_is_invalid_grant_and_one_whose_answer_is_lost_has_rotated() {
        realm.trouble("refreshRace");
        assertThat(refresh(realm.refreshToken).json().path("error").asString()).isEqualTo("invalid_grant");
        realm.connect();
        terms("{\"rotatesAfter\":0}");
        realm.trouble("loseNextRefresh");
        assertThat(ReadingTest.broken(() -> refresh(realm.refreshToken))).isTrue();
        assertThat(refresh(realm.refreshToken).json().path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void revoking_a_refresh_token_ends_everything_of_the_connection() {
        String basic =
                Base64.getEncoder().encodeToString("practice-app:practice-secret".getBytes(StandardCharsets.UTF_8));
        var revoked = TestRealm.call(
                "POST",
                "/online/v2/oauth2/tokens/revoke",
                "{\"token\":\"" + realm.refreshToken + "\"}",
                "Authorization",
                "Basic " + basic,
                "Content-Type",
                "application/json");
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(realm.get("preferences").status()).isEqualTo(401);
        assertThat(refresh(realm.refreshToken).json().path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void an_expired_token_is_3200_of_the_gateway_a_foreign_realm_3100_and_the_wrong_cluster_130() {
        realm.control("expire-access", "{}");
        var expired = realm.get("preferences");
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.fault()).isEqualTo("3200 message=AuthenticationFailed; errorCode=003200; statusCode=401");
        assertThat(expired.json().path("fault").path("type").asString()).isEqualTo("AUTHENTICATION");
        assertThat(expired.json().path("time").isNumber()).isTrue();
        realm.connect();
        var other = new TestRealm();
        other.token = realm.token;
        assertThat(other.get("preferences").status()).isEqualTo(403);
        assertThat(other.get("preferences").fault()).startsWith("3100 ");
        var sandbox = new TestRealm("{\"limits\":false,\"environment\":\"sandbox\"}");
        assertThat(sandbox.get("preferences").status()).isEqualTo(401);
        assertThat(sandbox.get("preferences").fault()).startsWith("130 WrongClusterError");
        JsonNode narrow = realm.control("connect", "{\"scopes\":\"openid\"}");
        realm.token = narrow.path("accessToken").asString();
        assertThat(realm.get("preferences").fault()).startsWith("3100 message=AuthorizationFailed");
    }

    @Test
    void an_access_token_lives_as_long_as_it_says() {
        TestRealm.forward(3_599);
        assertThat(realm.get("preferences").status()).isEqualTo(200);
        TestRealm.forward(2);
        assertThat(realm.get("preferences").status()).isEqualTo(401);
        JsonNode tokens = refresh(realm.refreshToken).json();
        realm.token = tokens.path("access_token").asString();
        assertThat(realm.get("preferences").status()).isEqualTo(200);
    }

    @Test
    void the_discovery_document_names_the_places() {
        JsonNode places = TestRealm.call("GET", "/online/.well-known/openid_configuration", "")
                .json();
        assertThat(places.path("token_endpoint").asString())
                .isEqualTo("http://localhost:" + TestRealm.port() + "/online/oauth2/v1/tokens/bearer");
    }
}
