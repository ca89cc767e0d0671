package dev.relink.quickbooks.desktop.webconnector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A ticket that is not good for this visit gets no data and changes nothing, whatever the operation. */
class HostileTicketsTest extends EndpointTest {

    @Test
    void tickets_that_were_never_given() {
        String ticket = ticket();
        List<String> hostile = new ArrayList<>(List.of(
                "",
                ".",
                "acme",
                "acme.",
                "none.x.y",
                "' or ''='",
                "acme." + "0".repeat(32),
                ticket + ".",
                ticket.toUpperCase(Locale.ROOT),
                ticket.replace("acme.", "birch."),
                "x".repeat(200_000)));
        for (int i = 0; i < ticket.length(); i++) {
            hostile.add(ticket.substring(0, i) + (char) (ticket.charAt(i) ^ 1) + ticket.substring(i + 1));
        }
        hostile.forEach(this::isUseless);
    }

    @Test
    void the_ticket_of_who_was_sent_away() {
        endpoint.work("acme", false);
        String none = client.authenticate("acme", acme.password()).strings().getFirst();
        isUseless(none);
        isUseless(none.replace("none.", "busy."));
        isUseless(client.authenticate("acme", "wrong").strings().getFirst());
    }

    @Test
    void a_closed_ticket() {
        String ticket = ticket();
        client.close(ticket);
        isUseless(ticket);
    }

    @Test
    void an_expired_ticket() {
        cycles.sends("<secret/>");
        String ticket = ticket();
        client.sendRequest(ticket, "");
        endpoint.quietFor(Duration.ofHours(25));
        isUseless(ticket);
    }

    @Test
    void an_overtaken_ticket() {
        String old = ticket();
        endpoint.quietFor(Endpoint.TAKEOVER_AFTER.plusSeconds(1));
        ticket();
        cycles.told.clear();
        cycles.sends("<secret/>");
        assertThat(client.sendRequest(old, "").result()).isEmpty();
        assertThat(client.connectionError(old, "0x80040408").result()).isEqualTo("done");
        assertThat(client.lastError(old).result()).contains("taken over");
        assertThat(client.receive(old, "<b/>").result()).isEqualTo("-1");
        assertThat(client.close(old).result()).contains("taken over");
        assertThat(cycles.told).isEmpty();
    }

    @Test
    void another_companys_ticket_leads_to_that_company_only() {
        var birch = endpoint.company("birch", "");
        endpoint.work("birch", true);
        cycles.sends("<birch/>");
        String ticket = client.authenticate("birch", birch.password()).strings().getFirst();
        assertThat(ticket).startsWith("birch.");
        client.sendRequest(ticket, "");
        assertThat(endpoint.sessions()).singleElement().asString().contains("\"birch\"");
        isUseless(ticket.replace("birch.", "acme."));
    }

    private void isUseless(String ticket) {
        cycles.turns.clear();
        cycles.sends("<secret/>");
        List<String> told = List.copyOf(cycles.told);
        var sessions = endpoint.sessions();

        assertThat(client.call("serverVersion", "ticket", ticket).result()).isEqualTo("Relink");
        assertThat(client.sendRequest(ticket, "").result()).isEmpty();
        assertThat(client.receive(ticket, "<b/>").result()).isEqualTo("-1");
        assertThat(client.connectionError(ticket, "0x80040408").result()).isEqualTo("done");
        assertThat(client.lastError(ticket).result()).isNotBlank().doesNotContain("secret");
        assertThat(client.close(ticket).result()).isNotBlank().isNotEqualTo("OK");

        assertThat(cycles.told).isEqualTo(told);
        assertThat(endpoint.sessions()).isEqualTo(sessions);
        assertThat(endpoint.jdbc
                        .sql("select count(*) from connection where problem_code is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
