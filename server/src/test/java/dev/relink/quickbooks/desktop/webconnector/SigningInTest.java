package dev.relink.quickbooks.desktop.webconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.relink.company.CompanyId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SigningInTest extends EndpointTest {

    @Test
    void who_has_work_gets_a_ticket_and_the_company_file() {
        assertThat(ticket()).startsWith("acme.").hasSizeGreaterThan(24);
        assertThat(cycles.told).containsExactly("begin acme 1");
    }

    @Test
    void a_poll_with_nothing_to_do_is_one_statement_and_no_write() {
        endpoint.work("acme", false);
        endpoint.database.run.clear();

        client.call("serverVersion");
        client.call("clientVersion", "strVersion", "2.3.0.215");
        List<String> strings = client.authenticate("acme", acme.password()).strings();
        assertThat(strings.get(1)).isEqualTo("none");
        assertThat(client.close(strings.getFirst()).result()).startsWith("Nothing to do");
        assertThat(client.lastError(strings.getFirst()).result()).startsWith("Nothing to do");

        assertThat(endpoint.database.run).singleElement().asString().startsWith("select");
        assertThat(cycles.told).isEmpty();
        assertThat(endpoint.sessions()).isEmpty();
    }

    @Test
    void last_seen_and_the_version_are_written_later_for_all_companies_in_one_statement() {
        var birch = endpoint.company("birch", "");
        endpoint.work("acme", false);
        client.call("clientVersion", "strVersion", " 2.3.0.215\n");
        client.authenticate("acme", acme.password());
        client.authenticate("birch", birch.password());
        assertThat(lastSeen("acme")).isEqualTo("never ");

        endpoint.database.run.clear();
        endpoint.health.flush();
        endpoint.health.flush();
        assertThat(endpoint.database.run).hasSize(1);
        assertThat(lastSeen("acme")).isEqualTo("2026-11-21 10:00 2.3.0.215");
        assertThat(lastSeen("birch")).isEqualTo("2026-11-21 10:00 ");

        endpoint.clock.forward(Duration.ofHours(-1));
        client.authenticate("acme", acme.password());
        endpoint.health.flush();
        assertThat(lastSeen("acme")).isEqualTo("2026-11-21 10:00 2.3.0.215");
    }

    private String lastSeen(String company) {
        return endpoint.jdbc
                .sql("""
                select coalesce(to_char(last_seen at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), 'never') || ' '
                       || coalesce(client_version, '')
                  from connection where company_id = :company
                """)
                .param("company", company)
                .query(String.class)
                .single();
    }

    @Test
    void an_unknown_user_and_a_wrong_password_get_the_same_answer_by_the_same_work() {
        endpoint.database.run.clear();
        List<String> wrong = client.authenticate("acme", "wrong").strings();
        List<String> statements = List.copyOf(endpoint.database.run);
        endpoint.database.run.clear();
        List<String> unknown = client.authenticate("nobody", "wrong").strings();

        assertThat(unknown).hasSameSizeAs(wrong);
        assertThat(unknown.subList(1, unknown.size())).isEqualTo(wrong.subList(1, wrong.size()));
        assertThat(unknown.getFirst()).hasSameSizeAs(wrong.getFirst());
        assertThat(endpoint.database.run).isEqualTo(statements);
        assertThat(wrong.get(1)).isEqualTo("nvu");
        assertThat(client.close(wrong.getFirst()).result()).contains("password is wrong");
        assertThat(cycles.told).isEmpty();
    }

    @Test
    void strange_names_are_simply_wrong() {
        for (String name : List.of("", "none", "' or 1=1 --", "ACME", "acme ", "x".repeat(100_000), "acme\u0085")) {
            assertThat(client.authenticate(name, acme.password()).strings().get(1))
                    .isEqualTo("nvu");
        }
        assertThat(client.call("authenticate").strings().get(1)).isEqualTo("nvu");
    }

    @Test
    void a_renewed_password_voids_the_old_one() {
        var renewed = endpoint.companies.renewPassword(new CompanyId("acme")).orElseThrow();
        assertThat(client.authenticate("acme", acme.password()).strings().get(1))
                .isEqualTo("nvu");
        assertThat(client.authenticate("acme", renewed.password()).strings().get(1))
                .isEqualTo(FILE);
    }

    @Test
    void ten_thousand_wrong_passwords_are_slowed_down_and_another_company_is_not() {
        var birch = endpoint.company("birch", "");
        endpoint.database.run.clear();
        for (int i = 0; i < 10_000; i++) {
            assertThat(client.authenticate("acme", "wrong " + i).strings().get(1))
                    .isEqualTo("nvu");
        }
        assertThat(endpoint.database.run).hasSize(10);
        assertThat(client.authenticate("birch", birch.password()).strings().get(1))
                .isEqualTo("none");

        List<String> early = client.authenticate("acme", acme.password()).strings();
        assertThat(early.get(1)).isEqualTo("nvu");
        endpoint.clock.forward(Duration.ofSeconds(Long.parseLong(early.get(2))));
        assertThat(client.authenticate("acme", acme.password()).strings().get(1))
                .isEqualTo(FILE);
    }

    @Test
    void while_a_visit_lives_others_are_told_how_long_to_wait() {
        ticket();
        List<String> strings = client.authenticate("acme", acme.password()).strings();
        assertThat(strings.get(1)).isEqualTo("busy");
        assertThat(Integer.parseInt(strings.get(2))).isBetween(110, 121);
        assertThat(client.close(strings.getFirst()).result()).contains("Another Web Connector");
        assertThat(cycles.told).containsExactly("begin acme 1");
    }

    @Test
    void busy_holds_although_there_is_nothing_more_to_do() {
        ticket();
        endpoint.work("acme", false);
        assertThat(client.authenticate("acme", acme.password()).strings().get(1))
                .isEqualTo("busy");
    }

    @Test
    void a_silent_visit_is_taken_over_and_its_ticket_is_void() {
        cycles.sends("<a/>");
        String old = ticket();
        endpoint.quietFor(Endpoint.TAKEOVER_AFTER.plusSeconds(1));
        String anew = ticket();
        assertThat(cycles.told).containsExactly("begin acme 1", "begin acme 2");
        assertThat(client.sendRequest(old, "").result()).isEmpty();
        assertThat(client.lastError(old).result()).contains("taken over");
        assertThat(client.sendRequest(anew, "").result()).isEqualTo("<a/>");
    }

    @Test
    void every_call_keeps_a_visit_alive() {
        cycles.sends("<a/>");
        String ticket = ticket();
        for (int i = 0; i < 3; i++) {
            endpoint.quietFor(Duration.ofSeconds(100));
            client.lastError(ticket);
            assertThat(client.authenticate("acme", acme.password()).strings().get(1))
                    .isEqualTo("busy");
        }
    }

    @Test
    void a_visit_that_only_waits_for_its_close_keeps_nobody_out() {
        cycles.sends("<a/>").answers(100);
        String old = ticket();
        client.sendRequest(old, "");
        client.receive(old, "<b/>");
        assertThat(ticket()).isNotEqualTo(old);
        assertThat(client.close(old).result()).contains("taken over");
        assertThat(cycles.told).doesNotContain("end 1", "end 2");
    }

    @Test
    void of_many_that_come_at_once_one_gets_in() throws Exception {
        Callable<String> one =
                () -> client.authenticate("acme", acme.password()).strings().get(1);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = pool.invokeAll(Collections.nCopies(16, one)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsOnly(FILE, "busy").containsOnlyOnce(FILE);
        }
        assertThat(cycles.told).containsExactly("begin acme 1");
    }

    @Test
    void without_the_database_nobody_is_valid() {
        ((HikariDataSource) database.dataSource()).close();
        var answer = client.authenticate("acme", acme.password());
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.fault()).contains("database does not answer");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("jdbc");
    }
}
