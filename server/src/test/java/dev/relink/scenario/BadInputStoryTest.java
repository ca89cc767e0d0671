package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static dev.relink.scenario.Sent.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.simulator.webconnector.Exchange;
import dev.relink.simulator.webconnector.Visit;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonsense, malice and odd names, over the wire. */
class BadInputStoryTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Story story = Story.begins();

    // ---- names

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien & Sons <\"Trees\"> ]]>",
                "Jürgen Müller",
                "Zoë — Gärtnerei “Grün”",
                "{curly} &amp; &#233; %41 \\ / ?",
                "An exactly forty-one characters long name"
            })
    void names_that_quickbooks_can_hold_arrive_unharmed(String name) {
        story.sends(customer("1", name)).webConnectorRuns().everythingIsSynced();
        assertThat(story.books().names("Customer")).containsExactly(name);
        story.sends(customer("1", name).phone("555-0100")).webConnectorRuns().everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oakmont:Orchard", "This name is exactly forty-two characters.", "Bell\\u0007", ""})
    void names_that_quickbooks_cannot_hold_are_refused_at_the_door(String name) {
        var answer = Api.ADMIN.send(
                "PUT", story.path("/records/customer/1"), "application/json", "{\"name\":\"%s\"}".formatted(name));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/name");
    }

    @Test
    void bad_records_are_refused_in_words_and_change_nothing_of_this_company_nor_of_another() {
        Story cedar = Story.begins();
        cedar.sends(customer("1", "Okafor, Ada"));
        story.sends(customer("1", "Hollis, Margaret"));
        for (var bad : BAD.entrySet()) {
            var answer =
                    Api.ADMIN.send("PUT", story.path("/records/" + bad.getKey()), "application/json", bad.getValue());
            assertThat(answer.status()).as(bad + " " + answer.text()).isIn(404, 422);
            assertThat(answer.json().at("/detail").asString() + answer.json().at("/errors"))
                    .as(bad.toString())
                    .hasSizeGreaterThan(20)
                    .doesNotContain("Exception", "dev.relink");
        }
        assertThat(story.pending()).containsExactly("waiting customer/1");
        assertThat(cedar.pending()).containsExactly("waiting customer/1");
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().names("Customer")).containsExactly("Hollis, Margaret");
        assertThat(cedar.books().list("Customer")).isEmpty();
    }

    /** Where it is put, and what. */
    private static final Map<String, String> BAD = Map.ofEntries(
            Map.entry("tree/1", "{\"name\":\"Oak\"}"),
            Map.entry("customer/2", "{\"name\":\"Tran, Peter\",\"colour\":\"red\"}"),
            Map.entry("customer/3", "{\"name\":\"Tran:Peter\"}"),
            Map.entry("customer/4", "{\"name\":\"%s\"}".formatted("x".repeat(42))),
            Map.entry("customer/5", "{\"name\":\"Bell\\u0007\"}"),
            Map.entry("customer/6", "{\"name\":\"Tree 🌳 care\"}"),
            Map.entry("customer/7", "{\"name\":\"Own child\",\"parent\":\"7\"}"),
            Map.entry("payment/8", "{\"customer\":\"1\",\"date\":\"2026-03-01\",\"amount\":\"-1.00\"}"),
            Map.entry("payment/9", "{\"customer\":\"1\",\"date\":\"2026-03-01\",\"amount\":\"12345678901234.00\"}"),
            Map.entry("invoice/10", "{\"customer\":\"1\",\"date\":\"2026-03-01\",\"lines\":[{\"quantity\":\"1\"}]}"));

    // ---- SOAP

    @Test
    void a_call_with_a_dtd_is_refused_and_reads_no_file() {
        HttpResponse<String> answer = post("""
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
                <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
                <authenticate xmlns="http://developer.intuit.com/"><strUserName>&e;</strUserName>
                <strPassword>x</strPassword></authenticate></soap:Body></soap:Envelope>""");
        assertThat(answer.statusCode()).isIn(400, 500);
        assertThat(answer.body()).contains("Fault").doesNotContain("Exception");
    }

    @Test
    void an_answer_to_a_request_that_was_never_sent_changes_nothing() {
        story.sends(customer("1", "Hollis, Margaret"));
        Visit visit = story.visit().until(Visit.Stage.SEND_REQUEST);
        assertThat(received(
                        visit,
                        "<QBXML><QBXMLMsgsRs><CustomerAddRs requestID=\"1\" statusCode=\"0\"/></QBXMLMsgsRs></QBXML>"))
                .contains("-1");
        assertThat(story.state("customer/1")).isEqualTo("pending");
        story.minutesPass().webConnectorRuns().everythingIsSynced();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><QBXML><QBXMLMsgsRs><CustomerAddRs requestID=\"1\" statusCode=\"0\"><Custo",
                "not XML at all",
                "<QBXML/>",
                "<!DOCTYPE QBXML [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><QBXML>&e;</QBXML>",
                "<QBXML><QBXMLMsgsRs><CustomerAddRs requestID=\"999\" statusCode=\"0\"/></QBXMLMsgsRs></QBXML>"
            })
    void an_answer_that_cannot_be_read_puts_what_was_sent_in_doubt_and_it_is_looked_up(String answer) {
        story.sends(customer("1", "Hollis, Margaret"));
        Visit visit = story.visit().until(Visit.Stage.RECEIVE_RESPONSE);
        received(visit, answer);
        assertThat(story.state("customer/1")).isEqualTo("in-doubt");
        story.minutesPass().run();
        story.minutesPass().run();
        story.everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    @Test
    void a_ticket_of_another_company_opens_nothing_here() {
        Story cedar = Story.begins();
        cedar.sends(customer("1", "Okafor, Ada"));
        story.sends(customer("1", "Hollis, Margaret"));
        Visit visit = story.visit().until(Visit.Stage.SEND_REQUEST);
        String forged = ticket(visit).replace(story.company, cedar.company);
        HttpResponse<String> answer = post(envelope("""
                <sendRequestXML xmlns="http://developer.intuit.com/"><ticket>%s</ticket><strHCPResponse/><strCompanyFileName/>
                <qbXMLCountry>US</qbXMLCountry><qbXMLMajorVers>13</qbXMLMajorVers><qbXMLMinorVers>0</qbXMLMinorVers>
                </sendRequestXML>""".formatted(forged)));
        assertThat(answer.body()).doesNotContain("Okafor").doesNotContain("qbxml");
        assertThat(visit.finish().isWell()).isTrue();
    }

    @Test
    void a_payment_over_the_balance_is_held_with_its_reason_and_the_others_go_on() {
        story.sends(item("prune", "Pruning"), customer("1", "Hollis, Margaret"), customer("2", "Okafor, Ada"))
                .sends(invoice("10388", "1").line("a", "prune", "2", "50"))
                .webConnectorRuns();
        story.sends(payment("p1", "1", "500").paying("10388", "500"), customer("3", "Tran, Peter"))
                .sends(payment("p2", "1", "40").paying("10388", "40"))
                .webConnectorRuns();
        assertThat(story.errors()).as(story.told()).containsExactly("desktop:3210 payment/p1");
        assertThat(story.error("payment/p1").state()).isEqualTo("open");
        assertThat(story.error("payment/p1").message()).isNotBlank();
        assertThat(story.state("payment/p2")).isEqualTo("synced");
        assertThat(story.state("customer/3")).isEqualTo("synced");
    }

    private String received(Visit visit, String answer) {
        return post(envelope("""
                <receiveResponseXML xmlns="http://developer.intuit.com/"><ticket>%s</ticket><response>%s</response>
                <hresult/><message/></receiveResponseXML>""".formatted(
                                ticket(visit), answer.replace("&", "&amp;").replace("<", "&lt;"))))
                .body();
    }

    private static String ticket(Visit visit) {
        String answer = visit.report().exchanges().stream()
                .filter(exchange -> exchange.what().equals("authenticate"))
                .map(Exchange::received)
                .findFirst()
                .orElseThrow();
        return answer.replaceAll("(?s).*?<string>([^<]+)</string>.*", "$1");
    }

    private static String envelope(String body) {
        return """
                <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>%s</soap:Body></soap:Envelope>""".formatted(body);
    }

    private static HttpResponse<String> post(String body) {
        var request = HttpRequest.newBuilder(RunningRelink.shared().at("/qbwc"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
