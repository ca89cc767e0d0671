package dev.relink.quickbooks.desktop.webconnector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.cycle.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every call that shows a ticket, in every state of a visit: what is answered, and what the visit is then. The Web
 * Connector keeps to an order; a lost message, a second one and a program that is none do not.
 */
class ProtocolTableTest extends EndpointTest {

    /** How a visit gets into its state, and what each call is answered there. */
    private record Row(String state, Runnable reach, String next, String received, String unreached, String last) {}

    private String ticket = "";

    private final List<Row> table = List.of(
            new Row("authenticated", () -> {}, "<next/>", "-1", FILE, "All went well."),
            new Row("sent", this::send, "<next/>", "70", FILE, "All went well."),
            new Row("answered", this::answered, "<next/>", "40", FILE, "All went well."),
            new Row("paused", this::paused, "NoOp", "40", FILE, "NoOp"),
            new Row("finished", this::finished, "", "100", FILE, "All went well."),
            new Row("stopped", this::stopped, "", "-1", FILE, "Open the right file."),
            new Row("unreached", this::unreached, "<next/>", "-1", FILE, "hresult:0x80040408"),
            new Row("closed", this::closed, "", "-1", "done", "is over"),
            new Row("overtaken", this::overtaken, "", "-1", "done", "taken over"));

    private void send() {
        cycles.sends("<a/>");
        client.sendRequest(ticket, "");
    }

    private void answered() {
        cycles.answers(40);
        send();
        client.receive(ticket, "<b/>");
    }

    private void paused() {
        cycles.pauses();
        send();
        client.receive(ticket, "", "0x8001010A", "busy");
    }

    private void finished() {
        cycles.answers(100);
        send();
        client.receive(ticket, "<b/>");
    }

    private void stopped() {
        cycles.turns.add(new Turn.Stopped("Open the right file."));
        client.sendRequest(ticket, "");
    }

    private void unreached() {
        client.connectionError(ticket, "0x80040408");
    }

    private void closed() {
        client.close(ticket);
    }

    private void overtaken() {
        endpoint.quietFor(Endpoint.TAKEOVER_AFTER.plusSeconds(1));
        client.authenticate("acme", acme.password());
    }

    private void reach(Row row) {
        endpoint.quietFor(Endpoint.TAKEOVER_AFTER.plusSeconds(1));
        cycles.turns.clear();
        cycles.progress.clear();
        ticket = ticket();
        row.reach.run();
        cycles.turns.clear();
        cycles.progress.clear();
        cycles.sends("<next/>").answers(70);
    }

    @Test
    void every_call_in_every_state_has_its_answer() {
        var wrong = new ArrayList<String>();
        for (Row row : table) {
            Map<String, String> answers = new TreeMap<>();
            reach(row);
            answers.put("sendRequestXML", client.sendRequest(ticket, "").result());
            reach(row);
            answers.put("receiveResponseXML", client.receive(ticket, "<b/>").result());
            reach(row);
            answers.put(
                    "connectionError",
                    client.connectionError(ticket, "0x80040408").result());
            reach(row);
            answers.put("getLastError", client.lastError(ticket).result());
            var expected = new TreeMap<>(Map.of(
                    "sendRequestXML",
                    row.next,
                    "receiveResponseXML",
                    row.received,
                    "connectionError",
                    row.unreached,
                    "getLastError",
                    row.last));
            expected.forEach((call, want) -> {
                String got = answers.getOrDefault(call, "");
                boolean isRight = call.equals("getLastError") ? got.contains(want) : got.equals(want);
                if (!isRight) {
                    wrong.add("%s in state %s: “%s” and not “%s”".formatted(call, row.state, got, want));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_shows_no_ticket_is_answered_the_same_in_every_state() {
        for (Row row : table) {
            reach(row);
            assertThat(client.call("serverVersion").result()).as(row.state).isEqualTo("Relink");
            assertThat(client.call("clientVersion", "strVersion", "2.3.0.215").result())
                    .as(row.state)
                    .isEmpty();
            assertThat(client.call("interactiveDone", "wcTicket", ticket).result())
                    .as(row.state)
                    .isEqualTo("Done");
        }
    }

    @Test
    void a_busy_quickbooks_is_waited_for_and_the_run_goes_on() {
        cycles.pauses().answers(100).sends("<a/>", "<a-again/>");
        ticket = ticket();
        client.sendRequest(ticket, "");
        assertThat(client.receive(ticket, "", "0x8001010A", "busy").result()).isEqualTo("40");
        assertThat(client.sendRequest(ticket, "").result()).isEqualTo("NoOp");
        assertThat(client.lastError(ticket).result()).isEqualTo("NoOp");
        assertThat(client.lastError(ticket).result()).as("only once").isEqualTo("All went well.");
        assertThat(client.sendRequest(ticket, "").result()).isEqualTo("<a-again/>");
        assertThat(client.receive(ticket, "<b/>").result()).isEqualTo("100");
        assertThat(client.close(ticket).result()).isEqualTo("OK");
        assertThat(cycles.told)
                .containsExactly(
                        "begin acme 1",
                        "next 1",
                        "refused 1 hresult:0x8001010A busy",
                        "next 1",
                        "accept 1 <b/>",
                        "end 1");
    }

    @Test
    void a_visit_that_waits_keeps_others_out() {
        paused_visit();
        assertThat(client.authenticate("acme", acme.password()).strings().get(1))
                .isEqualTo("busy");
    }

    private void paused_visit() {
        ticket = ticket();
        paused();
    }

    @Test
    void only_the_words_of_the_protocol_or_the_companys_own_file_ever_stand_in_the_second_string() {
        var words = new ArrayList<String>();
        words.add(client.authenticate("acme", "wrong").strings().get(1));
        words.add(client.authenticate("nobody", "").strings().get(1));
        words.add(client.authenticate("acme", acme.password()).strings().get(1));
        words.add(client.authenticate("acme", acme.password()).strings().get(1));
        endpoint.work("acme", false);
        endpoint.quietFor(Endpoint.TAKEOVER_AFTER.plusSeconds(1));
        words.add(client.authenticate("acme", acme.password()).strings().get(1));
        assertThat(words).containsExactly("nvu", "nvu", FILE, "busy", "none");
    }

    /** A ticket, a word, and for a while that must pass the seconds to postpone and MinimumRunEveryNSeconds. */
    @Test
    void who_must_wait_is_told_how_many_seconds_and_who_need_not_gets_two_strings() {
        assertThat(client.authenticate("acme", "wrong").strings()).hasSize(2);
        assertThat(client.authenticate("acme", acme.password()).strings()).hasSize(2);
        List<String> busy = client.authenticate("acme", acme.password()).strings();
        assertThat(busy).hasSize(4);
        assertThat(Integer.parseInt(busy.get(2))).isBetween(1, (int) Endpoint.TAKEOVER_AFTER.toSeconds() + 1);
        assertThat(busy.get(3)).isEqualTo("60");
    }

    @Test
    void the_answer_is_an_array_of_strings_in_intuits_namespace() {
        var birch = endpoint.company("birch", "");
        endpoint.work("birch", true);
        assertThat(client.authenticate("birch", birch.password()).body())
                .matches("<\\?xml version=\"1.0\" encoding=\"utf-8\"\\?>"
                        + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                        + "<authenticateResponse xmlns=\"http://developer.intuit.com/\"><authenticateResult>"
                        + "<string>birch\\.[0-9a-z]{32,}</string><string></string>"
                        + "</authenticateResult></authenticateResponse></soap:Body></soap:Envelope>");
    }

    @Test
    void qbxml_travels_as_escaped_text_and_an_entity_is_escaped_once_more() {
        cycles.sends("<?xml version=\"1.0\"?><QBXML>caf&#233; ]]></QBXML>");
        assertThat(client.sendRequest(ticket(), "").body())
                .contains("<sendRequestXMLResult>&lt;?xml version=\"1.0\"?&gt;&lt;QBXML&gt;caf&amp;#233; ]]&gt;"
                        + "&lt;/QBXML&gt;</sendRequestXMLResult>")
                .isASCII();
    }
}
