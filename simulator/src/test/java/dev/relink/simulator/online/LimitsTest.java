package dev.relink.simulator.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Behaviours 35 to 37: how often a realm may be called, what reads cost, and the longest that a call may take. */
class LimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final TestRealm realm = new TestRealm("{\"limits\":true}");

    @Test
    void the_limits_are_those_that_intuit_publishes() {
        assertThat(realm.control("limits").toString())
                .isEqualTo("{\"appBatchesPerMinute\":40,\"appCallsInFlight\":10,\"appCallsPerSecond\":10,"
                        + "\"batchIsCall\":true,\"batchesPerMinute\":120,\"callsPerMinute\":500}");
    }

    @Test
    void the_eleventh_call_of_an_app_in_a_second_and_the_501st_of_a_realm_in_a_minute_are_refused() {
        var limits = new Limits();
        limits.appCallsInFlight = 0;
        int allowed = 0;
        for (int i = 0; i < 600; i++) {
            allowed += limits.enter("app " + i / 10, false, NOON) ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(500);
        assertThat(limits.enter("app 99", false, NOON.plusSeconds(59))).isFalse();
        assertThat(limits.enter("app 99", false, NOON.plusSeconds(60))).isTrue();
        var second = new Limits();
        second.appCallsInFlight = 0;
        for (int i = 0; i < 10; i++) {
            assertThat(second.enter("a", false, NOON)).isTrue();
        }
        assertThat(second.enter("a", false, NOON.plus(Duration.ofMillis(999)))).isFalse();
        assertThat(second.enter("b", false, NOON)).isTrue();
        assertThat(second.enter("a", false, NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void ten_calls_of_an_app_are_under_way_at_once_and_no_more() {
        var limits = new Limits();
        limits.appCallsPerSecond = 0;
        for (int i = 0; i < 10; i++) {
            assertThat(limits.enter("a", false, NOON)).isTrue();
        }
        assertThat(limits.enter("a", false, NOON)).isFalse();
        limits.leave("a");
        assertThat(limits.enter("a", false, NOON)).isTrue();
    }

    @Test
    void an_app_sends_40_batches_a_minute_and_all_apps_together_120() {
        var limits = new Limits();
        limits.appCallsInFlight = 0;
        limits.appCallsPerSecond = 0;
        int allowed = 0;
        for (int i = 0; i < 200; i++) {
            allowed += limits.enter("app " + i / 50, true, NOON) ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(120);
        assertThat(limits.enter("app 9", false, NOON)).as("single calls go on").isTrue();
    }

    @Test
    void too_many_calls_are_answered_with_429_of_the_gateway_in_json_or_xml() {
        realm.control("limits", "{\"callsPerMinute\":1,\"appCallsPerSecond\":0}");
        assertThat(realm.get("preferences").status()).isEqualTo(200);
        var refused = realm.get("preferences");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.fault()).isEqualTo("3001 message=ThrottleExceeded; errorCode=003001; statusCode=429");
        assertThat(refused.header("Retry-After")).isEmpty();
        realm.switches("{\"gatewayInXml\":true,\"retryAfter\":60}");
        var xml = realm.get("preferences");
        assertThat(xml.text())
                .contains("<Fault type=\"SERVICE\"><Error code=\"3001\"><Message>message=ThrottleExceeded;");
        assertThat(xml.header("Retry-After")).isEqualTo("60");
        TestRealm.forward(61);
        assertThat(realm.get("preferences").status()).isEqualTo(200);
    }

    @Test
    void reads_are_counted_by_month_and_refused_when_they_are_used_up_but_writes_and_failures_are_free() {
        long before = reads();
        realm.get("preferences");
        realm.get("customer/99999");
        realm.customer("Free");
        assertThat(reads() - before).isEqualTo(1);
        TestRealm.call("POST", "/online/control/meter", "{\"monthlyReads\":1}");
        try {
            assertThat(realm.get("preferences").status()).isEqualTo(429);
            assertThat(realm.post("customer", "{'DisplayName':'Still'}").status())
                    .isEqualTo(200);
        } finally {
            TestRealm.call("POST", "/online/control/meter", "{\"monthlyReads\":500000}");
        }
    }

    private static long reads() {
        return TestRealm.call("GET", "/online/control/meter", "")
                .json()
                .path("reads")
                .path("practice-app")
                .asLong();
    }

    @Test
    void after_the_longest_time_the_gateway_says_504_and_the_write_was_done() {
        realm.switches("{\"serverTimeoutMillis\":30}");
        realm.control("troubles", "{\"slow\":40}");
        var answer = realm.post("customer", "{'DisplayName':'Slow'}");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.fault()).isEqualTo("6002 message=GatewayTimeout; errorCode=006002; statusCode=504");
        realm.control("troubles", "{\"slow\":false}");
        assertThat(realm.rows("Customer", "select * from Customer where DisplayName = 'Slow'"))
                .hasSize(1);
    }

    @Test
    void operations_take_as_long_as_they_were_recorded_when_that_is_on() {
        var latencies = new Latencies();
        assertThat(latencies.of(Latencies.Work.BATCH_ITEM, 0)).isZero();
        latencies.on = true;
        assertThat(latencies.of(Latencies.Work.BATCH_ITEM, 0)).isEqualTo(420);
        assertThat(latencies.of(Latencies.Work.QUERY, 1_000)).isEqualTo(868);
        latencies.percent = 50;
        assertThat(latencies.of(Latencies.Work.SAVE_TRANSACTION, 0)).isEqualTo(81);
    }
}
