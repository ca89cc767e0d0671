package dev.relink.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.people.SignIn.Outcome;
import dev.relink.platform.TestDatabase;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String RIGHT = "a ladder and a saw";

    private final Instant now = Instant.parse("2026-05-04T09:00:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void ten_thousand_wrong_tries_get_a_known_and_an_unknown_account_the_same_and_nobody_else_waits() {
        try (var database = TestDatabase.fresh()) {
            var people = new JdbcPeople(database.jdbc(), new Passwords(), clock);
            var signIn = new SignIn(people, new JdbcPeopleAudit(database.jdbc(), clock), clock);
            add(people, "priya@example.com");
            add(people, "jan@example.com");

            List<String> known = tries(signIn, "priya@example.com", "203.0.113.7", 5_000);
            List<String> unknown = tries(signIn, "nobody@example.com", "203.0.113.8", 5_000);
            assertThat(known).isEqualTo(unknown);
            assertThat(known.stream().filter("Wrong"::equals)).hasSize(5);
            assertThat(known.subList(5, 5_000)).containsOnly("TooOften");

            assertThat(signIn.attempt("priya@example.com", RIGHT, "198.51.100.1"))
                    .isInstanceOf(Outcome.TooOften.class);
            assertThat(signIn.attempt("jan@example.com", RIGHT, "198.51.100.1")).isInstanceOf(Outcome.Welcome.class);
            assertThat(signIn.attempt("jan@example.com", RIGHT, "203.0.113.7")).isInstanceOf(Outcome.Welcome.class);
        }
    }

    @Test
    void who_tries_one_password_on_many_accounts_is_slowed_down_by_their_address() {
        try (var database = TestDatabase.fresh()) {
            var people = new JdbcPeople(database.jdbc(), new Passwords(), clock);
            var signIn = new SignIn(people, new JdbcPeopleAudit(database.jdbc(), clock), clock);
            List<String> outcomes = IntStream.range(0, 1_000)
                    .mapToObj(i -> told(signIn.attempt("guess" + i + "@example.com", "Summer2026!", "203.0.113.7")))
                    .toList();
            assertThat(outcomes.stream().filter("Wrong"::equals)).hasSize(20);
        }
    }

    private static void add(JdbcPeople people, String email) {
        people.setPassword(
                people.add(email, email, Access.everywhere(Role.ADMIN)).id(), RIGHT);
    }

    private static List<String> tries(SignIn signIn, String email, String address, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> told(signIn.attempt(email, "guess " + i, address)))
                .toList();
    }

    private static String told(Outcome outcome) {
        return outcome.getClass().getSimpleName();
    }
}
