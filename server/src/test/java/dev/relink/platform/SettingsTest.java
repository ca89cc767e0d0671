package dev.relink.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static Settings of(Map<String, String> set) {
        return Settings.from(new GivenSettings(set.keySet(), set::get));
    }

    @Test
    void without_any_the_defaults_hold() {
        Settings settings = of(Map.of("PATH", "/bin", "JAVA_HOME", "/jdk"));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.databaseUrl()).isNull();
        assertThat(settings.webConnectorTakeoverAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.doubtQuarantine()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.readEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.demo()).isFalse();
    }

    @Test
    void the_demo_waits_for_nothing_unless_it_is_told_to() {
        Settings settings = of(Map.of("relink.demo", "true", "RELINK_DOUBT_QUARANTINE", "2m"));
        assertThat(settings.readEvery()).isZero();
        assertThat(settings.webConnectorTakeoverAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.doubtQuarantine()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.practice()).isEqualTo(URI.create("http://localhost:8090"));
    }

    @Test
    void the_environment_and_properties_spell_the_same_setting() {
        assertThat(of(Map.of("RELINK_PUBLIC_URL", "https://relink.example.com")).publicUrl())
                .isEqualTo(URI.create("https://relink.example.com"));
        assertThat(of(Map.of("relink.public-url", "https://relink.example.com")).publicUrl())
                .isEqualTo(URI.create("https://relink.example.com"));
        assertThat(of(Map.of("relink.webConnectorTakeoverAfter", "5s")).webConnectorTakeoverAfter())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        RELINK_PORT                           | eighty             | a whole number from 0 to 65535
        RELINK_PORT                           | 65536              | a whole number from 0 to 65535
        RELINK_DATABASE_URL                   | postgres://u:p@h/d | jdbc:postgresql://
        RELINK_PUBLIC_URL                     | relink.example.com | https://relink.example.com
        RELINK_PUBLIC_URL                     | https://x.org/path | without a path
        RELINK_ADMIN_EMAIL                    | somebody           | an e-mail address
        RELINK_WEB_CONNECTOR_TAKEOVER_AFTER   | soon               | a time such as 30s, 2m or 1h
        RELINK_DOUBT_QUARANTINE               | -1m                | a time such as 30s, 2m or 1h
        RELINK_ONLINE_DISCOVERY               | http://x.org/oidc  | http only for localhost
        RELINK_ONLINE_API_PRODUCTION          | https://x.org/     | ends in /v3/company/
        RELINK_ONLINE_API_SANDBOX             | http://x.org/v3/company/ | http only for localhost
        relink.demo                           | yes                | true or false
        """)
    void a_wrong_value_is_refused_with_name_value_and_what_is_allowed(String name, String value, String allowed) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> of(Map.of(name, value)))
                .withMessageContaining(name)
                .withMessageContaining(value)
                .withMessageContaining(allowed);
    }

    @ParameterizedTest
    @CsvSource({"RELINK_ADMIN_PASSWORD,hunter2", "RELINK_API_TOKEN,hunter2", "RELINK_SECRET_KEY,hunter2"})
    void a_wrong_secret_is_refused_without_being_shown(String name, String value) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> of(Map.of(name, value)))
                .withMessageContaining(name)
                .withMessageNotContaining(value);
    }

    @Test
    void a_key_is_32_bytes_in_base64() {
        byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        assertThat(of(Map.of("RELINK_SECRET_KEY", Base64.getEncoder().encodeToString(key)))
                        .secretKey())
                .isEqualTo(key);
    }

    @Test
    void a_name_that_means_nothing_stops_the_start_and_the_known_ones_are_listed() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> of(Map.of("RELINK_DATABASE_PASWORD", "x")))
                .withMessageContaining("RELINK_DATABASE_PASWORD")
                .withMessageContaining("relink.database-password");
    }

    @Test
    void what_the_launcher_and_the_tests_read_is_not_ours_to_refuse() {
        of(Map.of(
                "RELINK_CHROMIUM",
                "/usr/bin/chromium",
                "RELINK_FIXTURES",
                "some/folder",
                "RELINK_SERVER",
                "http://relink",
                "RELINK_COMPANY",
                "acme"));
    }

    @Test
    void the_stronger_source_wins_and_an_empty_value_is_none() {
        var set = new TreeMap<String, String>(Map.of("RELINK_PORT", "9000", "relink.port", "9001", "RELINK_DATA", ""));
        assertThat(of(set).port()).isEqualTo(9000);
        assertThat(of(set).data()).isEqualTo(Path.of("data"));
    }

    @Test
    void secrets_do_not_show_when_settings_are_printed() {
        assertThat(of(Map.of("RELINK_ADMIN_PASSWORD", "correct horse battery")).toString())
                .doesNotContain("horse");
    }

    @Test
    void quickbooks_online_is_off_without_keys_and_asks_for_both_of_them() {
        assertThat(of(Map.of()).online().isOff()).isTrue();
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> of(Map.of("RELINK_ONLINE_SANDBOX_CLIENT_ID", "AB12")))
                .withMessageContaining("RELINK_ONLINE_SANDBOX_CLIENT_SECRET");
    }

    @Test
    void keys_of_the_sandbox_lead_to_the_sandbox_and_do_not_show() {
        OnlineSettings online = of(Map.of(
                        "relink.online.sandbox-client-id", "AB12",
                        "relink.online.sandbox-client-secret", "correct horse",
                        "relink.online.api-sandbox", "http://localhost:8090/online/sandbox/v3/company/"))
                .online();
        assertThat(online.app("production")).isEmpty();
        OnlineApp app = online.app("sandbox").orElseThrow();
        assertThat(app.discovery()).hasPath("/.well-known/openid_sandbox_configuration");
        assertThat(app.api()).hasPort(8090);
        assertThat(online.toString()).doesNotContain("horse");
    }
}
