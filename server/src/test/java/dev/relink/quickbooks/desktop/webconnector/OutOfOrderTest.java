package dev.relink.quickbooks.desktop.webconnector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.company.CompanyId;
import org.junit.jupiter.api.Test;

class OutOfOrderTest extends EndpointTest {

    @Test
    void asked_again_while_a_set_is_out_the_visit_begins_anew_under_the_same_ticket() {
        cycles.sends("<a/>", "<status-check/>").answers(30);
        String ticket = ticket();
        client.sendRequest(ticket, "");
        assertThat(client.sendRequest(ticket, "").result()).isEqualTo("<status-check/>");
        assertThat(client.receive(ticket, "<b/>").result()).isEqualTo("30");
        assertThat(cycles.told).containsExactly("begin acme 1", "next 1", "begin acme 2", "next 2", "accept 2 <b/>");
    }

    @Test
    void an_answer_that_comes_twice_is_answered_the_same_and_taken_once() {
        cycles.sends("<a/>").answers(30);
        String ticket = ticket();
        client.sendRequest(ticket, "");
        assertThat(client.receive(ticket, "<b/>").result()).isEqualTo("30");
        assertThat(client.receive(ticket, "<b/>").result()).isEqualTo("30");
        assertThat(cycles.told).containsOnlyOnce("accept 1 <b/>");
    }

    @Test
    void a_last_answer_that_comes_twice_ends_the_run_twice() {
        cycles.sends("<a/>").answers(100);
        String ticket = ticket();
        client.sendRequest(ticket, "");
        assertThat(client.receive(ticket, "<b/>").result()).isEqualTo("100");
        assertThat(client.receive(ticket, "<b/>").result()).isEqualTo("100");
        assertThat(cycles.told).containsOnlyOnce("accept 1 <b/>");
    }

    @Test
    void an_answer_to_nothing_is_an_error_and_changes_nothing() {
        String ticket = ticket();
        assertThat(client.receive(ticket, "<b/>").result()).isEqualTo("-1");
        assertThat(client.lastError(ticket).result()).contains("never sent");
        assertThat(cycles.told).containsExactly("begin acme 1");
    }

    @Test
    void a_late_answer_of_an_overtaken_visit_closes_its_own_attempts_and_ends_it() {
        cycles.sends("<a/>");
        String old = ticket();
        client.sendRequest(old, "");
        endpoint.quietFor(Endpoint.TAKEOVER_AFTER.plusSeconds(1));
        ticket();
        assertThat(client.receive(old, "<late/>").result()).isEqualTo("-1");
        assertThat(client.lastError(old).result()).contains("taken over");
        assertThat(client.receive(old, "<late/>").result()).isEqualTo("-1");
        assertThat(cycles.told).containsExactly("begin acme 1", "next 1", "begin acme 2", "accept 1 <late/>");
    }

    @Test
    void a_set_that_is_still_out_at_the_close_is_told_to_the_cycle() {
        cycles.sends("<a/>");
        String ticket = ticket();
        client.sendRequest(ticket, "");
        assertThat(client.close(ticket).result()).isEqualTo("OK");
        assertThat(cycles.told).endsWith("end 1");
        assertThat(client.receive(ticket, "<b/>").result()).isEqualTo("-1");
        assertThat(client.close(ticket).result()).contains("is over");
        assertThat(cycles.told).containsOnlyOnce("end 1").doesNotContain("accept 1 <b/>");
    }

    @Test
    void after_the_end_nothing_more_is_handed_out() {
        cycles.sends("<a/>", "<b/>").answers(100);
        String ticket = ticket();
        client.sendRequest(ticket, "");
        client.receive(ticket, "<c/>");
        assertThat(client.sendRequest(ticket, "").result()).isEmpty();
    }

    @Test
    void a_visit_overtaken_between_two_calls_says_so() {
        cycles.sends("<a/>");
        String ticket = ticket();
        cycles.begin(new CompanyId("acme"));
        assertThat(client.sendRequest(ticket, "").result()).isEmpty();
        assertThat(client.lastError(ticket).result()).contains("taken over");
    }
}
