package dev.relink.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private Instant now = Instant.parse("2026-11-24T14:20:00Z");
    private final Throttle throttle = new Throttle(() -> now, 3);

    @Test
    void the_first_failures_are_free_and_then_the_wait_doubles_up_to_a_quarter_of_an_hour() {
        fail("priya", 2);
        assertThat(throttle.wait("priya")).isZero();
        fail("priya", 1);
        assertThat(throttle.wait("priya")).isEqualTo(Duration.ofSeconds(1));
        fail("priya", 2);
        assertThat(throttle.wait("priya")).isEqualTo(Duration.ofSeconds(4));
        fail("priya", 30);
        assertThat(throttle.wait("priya")).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void others_do_not_wait_for_one_who_guesses() {
        fail("priya", 10);
        assertThat(throttle.wait("jan")).isZero();
    }

    @Test
    void the_wait_ends_and_a_success_clears_it() {
        fail("priya", 3);
        now = now.plusSeconds(1);
        assertThat(throttle.wait("priya")).isZero();
        fail("priya", 1);
        throttle.succeeded("priya");
        fail("priya", 2);
        assertThat(throttle.wait("priya")).isZero();
    }

    @Test
    void a_quiet_hour_is_forgotten() {
        fail("priya", 10);
        now = now.plus(Duration.ofMinutes(61));
        fail("priya", 1);
        assertThat(throttle.wait("priya")).isZero();
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name);
        }
    }
}
