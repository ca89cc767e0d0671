package dev.relink.quickbooks.desktop.webconnector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.cycle.Progress;
import dev.relink.cycle.Turn;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AVisitTest extends EndpointTest {

    @Test
    void a_whole_visit_in_the_order_of_the_guide() {
        cycles.sends("<?xml version=\"1.0\"?><QBXML>1 &amp; caf&#233;</QBXML>", "<QBXML>2</QBXML>")
                .answers(50, 100);

        assertThat(client.call("serverVersion").result()).isEqualTo("Relink");
        assertThat(client.call("clientVersion", "strVersion", "2.3.0.215").result())
                .isEmpty();
        String ticket = ticket();
        assertThat(client.sendRequest(ticket, "<?xml version=\"1.0\"?><QBXML/>").result())
                .isEqualTo("<?xml version=\"1.0\"?><QBXML>1 &amp; caf&#233;</QBXML>");
        assertThat(client.receive(ticket, "<QBXML>one &amp; only</QBXML>").result())
                .isEqualTo("50");
        assertThat(client.sendRequest(ticket, "").result()).isEqualTo("<QBXML>2</QBXML>");
        assertThat(client.receive(ticket, "<QBXML>two</QBXML>").result()).isEqualTo("100");
        assertThat(client.close(ticket).result()).isEqualTo("OK");

        assertThat(cycles.told)
                .containsExactly(
                        "begin acme 1",
                        "next 1",
                        "accept 1 <QBXML>one &amp; only</QBXML>",
                        "next 1",
                        "accept 1 <QBXML>two</QBXML>",
                        "end 1");
    }

    @Test
    void the_first_call_tells_whose_books_are_open_and_later_ones_do_not() {
        cycles.sends("<a/>", "<b/>").answers(10, 100);
        String ticket = ticket();
        client.sendRequest(ticket, "<?xml version=\"1.0\"?><QBXML>Acme</QBXML>");
        assertThat(Objects.requireNonNull(cycles.books).companyName()).contains("Acme");
        client.receive(ticket, "<c/>");
        client.sendRequest(ticket, "");
        assertThat(cycles.books).isNull();
    }

    @Test
    void an_unreadable_first_answer_makes_the_cycle_ask_for_itself() {
        cycles.sends("<a/>");
        assertThat(client.sendRequest(ticket(), "not xml").result()).isEqualTo("<a/>");
        assertThat(cycles.books).isNull();
    }

    @Test
    void point_of_sale_is_refused_in_words() {
        String ticket = ticket();
        var answer = client.sendRequest(ticket, "HOSTQUERY is currently not supported in QBPOS.");
        assertThat(answer.result()).isEmpty();
        assertThat(client.lastError(ticket).result()).contains("Point of Sale");
        assertThat(cycles.told).containsExactly("begin acme 1");
    }

    @Test
    void nothing_to_send_ends_in_a_friendly_word() {
        String ticket = ticket();
        assertThat(client.sendRequest(ticket, "").result()).isEmpty();
        assertThat(client.lastError(ticket).result()).startsWith("Nothing to do");
        assertThat(client.close(ticket).status()).isEqualTo(200);
    }

    @Test
    void a_stopped_company_says_why() {
        cycles.turns.add(new Turn.Stopped("Another company file is open: open Acme <Tree> Care."));
        String ticket = ticket();
        assertThat(client.sendRequest(ticket, "").result()).isEmpty();
        assertThat(client.lastError(ticket).result()).isEqualTo("Another company file is open: open Acme <Tree> Care.");
    }

    @Test
    void an_unexpected_answer_is_an_error_with_its_sentence() {
        cycles.sends("<a/>").progress.add(new Progress.NotExpected("The answer cannot be read."));
        String ticket = ticket();
        client.sendRequest(ticket, "");
        assertThat(client.receive(ticket, "<b/>").result()).isEqualTo("-1");
        assertThat(client.lastError(ticket).result()).isEqualTo("The answer cannot be read.");
    }

    @Test
    void an_hresult_with_an_empty_answer_is_a_refusal() {
        cycles.sends("<a/>").answers(40);
        String ticket = ticket();
        client.sendRequest(ticket, "");
        assertThat(client.receive(ticket, "", "0x80040400", "Error parsing the XML")
                        .result())
                .isEqualTo("40");
        assertThat(cycles.told).contains("refused 1 hresult:0x80040400 Error parsing the XML");
    }

    @Test
    void an_empty_hresult_beside_an_answer_means_nothing() {
        cycles.sends("<a/>").answers(40);
        String ticket = ticket();
        client.sendRequest(ticket, "");
        var answer = client.post(SoapClient.envelopeAround(
                "<q:receiveResponseXML xmlns:q=\"http://developer.intuit.com/\"><q:ticket>" + ticket
                        + "</q:ticket><q:response><![CDATA[<b>&</b>]]></q:response><q:hresult /><q:message/>"
                        + "<q:later>x</q:later></q:receiveResponseXML>"));
        assertThat(answer.result()).isEqualTo("40");
        assertThat(cycles.told).contains("accept 1 <b>&</b>");
    }

    @Test
    void an_answer_before_its_ticket_waits_until_the_ticket_is_known() {
        cycles.sends("<a/>").answers(40);
        String ticket = ticket();
        client.sendRequest(ticket, "");
        String answer = "<b>" + "x".repeat(100_000) + "</b>";
        assertThat(client.call("receiveResponseXML", "hresult", "", "response", answer, "ticket", ticket)
                        .result())
                .isEqualTo("40");
        assertThat(cycles.told).contains("accept 1 " + answer);
    }

    @Test
    void quickbooks_out_of_reach_is_tried_again_twice_with_the_companys_own_file() {
        String ticket = ticket();
        assertThat(client.connectionError(ticket, "0x80040408").result()).isEqualTo(FILE);
        assertThat(client.connectionError(ticket, "0x80040408").result()).isEqualTo(FILE);
        assertThat(client.connectionError(ticket, "0x80040408").result()).isEqualTo("done");
        assertThat(client.lastError(ticket).result()).contains("hresult:0x80040408");
        assertThat(client.close(ticket).status()).isEqualTo(200);
        assertThat(cycles.told).contains("unreached 1 hresult:0x80040408 Could not start QuickBooks.");
    }

    @Test
    void without_a_company_file_quickbooks_is_never_tried_again_with_whichever_is_open() {
        var birch = endpoint.company("birch", "");
        endpoint.work("birch", true);
        var strings = client.authenticate("birch", birch.password()).strings();
        assertThat(strings.get(1)).isEmpty();
        assertThat(client.connectionError(strings.getFirst(), "0x80040408").result())
                .isEqualTo("done");
    }

    @Test
    void interactive_calls_are_over_at_once() {
        String ticket = ticket();
        assertThat(client.call("getInteractiveURL", "wcTicket", ticket, "sessionID", "1")
                        .result())
                .isEmpty();
        assertThat(client.call("interactiveDone", "wcTicket", ticket).result()).isEqualTo("Done");
        assertThat(client.call("interactiveRejected", "wcTicket", ticket, "reason", "no")
                        .status())
                .isEqualTo(200);
        assertThat(client.call("getServerVersion", "ticket", ticket).result()).isEqualTo("Relink");
    }

    @Test
    void an_old_web_connector_is_warned_and_an_unknown_one_let_in() {
        assertThat(client.call("clientVersion", "strVersion", "2.0.0.1").result())
                .startsWith("W:");
        assertThat(client.call("clientVersion", "strVersion", "34.0.10005.94").result())
                .isEmpty();
        assertThat(client.call("clientVersion", "strVersion", "2.10.1").result())
                .isEmpty();
        assertThat(client.call("clientVersion", "strVersion", "next").result()).isEmpty();
        assertThat(client.call("clientVersion").result()).isEmpty();
    }
}
