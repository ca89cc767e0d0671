package dev.relink.quickbooks.desktop.webconnector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.cycle.Turn;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileBodiesTest extends EndpointTest {

    private static final String SOAP = "xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"";
    private static final String OURS = "xmlns=\"http://developer.intuit.com/\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<",
                "<a/>",
                "{\"ticket\": 1}",
                "<s:Envelope " + SOAP + "/>",
                "<s:Envelope " + SOAP + "><s:Body/></s:Envelope>",
                "<s:Envelope " + SOAP + "><s:Body>text</s:Body></s:Envelope>",
                "<s:Envelope " + SOAP + "><s:Body><serverVersion " + OURS + "></s:Body></s:Envelope>",
                "<s:Envelope " + SOAP + "><s:Body><serverVersion/></s:Body></s:Envelope>",
                "<s:Envelope " + SOAP + "><s:Body><dropTables " + OURS + "/></s:Body></s:Envelope>",
                "<s:Envelope " + SOAP
                        + "><s:Body><serverVersion xmlns=\"http://localhost:8000//\"/></s:Body></s:Envelope>",
                "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body/></s:Envelope>",
                "<!DOCTYPE a><a/>",
                "<s:Envelope " + SOAP + "><s:Body><authenticate " + OURS + "><strUserName>&#0;</strUserName>",
            })
    void what_is_no_call_is_a_fault_in_words(String body) {
        var answer = client.post(body);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.fault()).isNotBlank().doesNotContain("Exception");
        assertThat(answer.body()).contains("soap:Fault").doesNotContain("dev.relink");
    }

    @Test
    void a_document_type_is_refused_and_no_file_is_read(@TempDir Path folder) throws IOException {
        Path canary = Files.writeString(folder.resolve("canary"), "canary-4711");
        var answer = client.post("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + canary.toUri() + "\">]>"
                + SoapClient.envelopeAround("<clientVersion " + OURS + "><strVersion>&x;</strVersion></clientVersion>")
                        .replaceFirst("<\\?xml.*?\\?>", ""));
        assertThat(answer.fault()).contains("document type");
        assertThat(answer.body()).doesNotContain("canary-4711");
    }

    @Test
    void a_billion_laughs_end_at_once() {
        var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        assertThat(client.post(laughs + "]><a>&a9;</a>").fault()).contains("document type");
    }

    @Test
    void elements_ten_thousand_deep_end_at_once() {
        var answer = client.post(SoapClient.envelopeAround(
                "<authenticate " + OURS + "><strUserName>" + "<a>".repeat(10_000) + "</strUserName></authenticate>"));
        assertThat(answer.status()).isEqualTo(500);
    }

    @Test
    void any_prefix_either_quoting_a_header_and_unknown_elements_are_fine() {
        var answer = client.post(
                "<S-E:Envelope xmlns:S-E=\"http://schemas.xmlsoap.org/soap/envelope/\"><S-E:Header><x><y/></x></S-E:Header>"
                        + "<S-E:Body><!-- c --><n:clientVersion xmlns:n=\"http://developer.intuit.com/\"><n:new>1</n:new>"
                        + "<n:strVersion>1.5</n:strVersion></n:clientVersion></S-E:Body></S-E:Envelope>",
                "SOAPAction",
                "http://developer.intuit.com/serverVersion");
        assertThat(answer.result()).startsWith("W:");
        assertThat(answer.body()).contains("<clientVersionResponse xmlns=\"http://developer.intuit.com/\">");
    }

    @Test
    void a_nil_and_a_missing_parameter_are_empty() {
        var answer = client.post(
                SoapClient.envelopeAround("<authenticate " + OURS + "><strUserName xsi:nil=\"true\"/></authenticate>"));
        assertThat(answer.strings().get(1)).isEqualTo("nvu");
    }

    @Test
    void an_unknown_character_set_and_broken_utf8_are_faults() {
        assertThat(client.post(SoapClient.envelope("serverVersion"), "Content-Type", "text/xml; charset=klingon")
                        .fault())
                .contains("klingon");
        byte[] broken =
                SoapClient.envelope("clientVersion", "strVersion", "\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(client.post(BodyPublishers.ofByteArray(broken)).status()).isEqualTo(500);
        assertThat(client.post(BodyPublishers.ofByteArray(broken), "Content-Type", "text/xml; charset=iso-8859-1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_compressed_body_is_not_taken() {
        assertThat(client.post("x", "Content-Encoding", "gzip").status()).isEqualTo(415);
    }

    @Test
    void a_gigabyte_is_refused_unread() throws IOException {
        assertThat(statusOf("Content-Length: 1073741824", "")).isEqualTo(413);
    }

    @Test
    void two_megabytes_of_anything_but_an_answer_are_refused() throws IOException {
        String start = SoapClient.envelope("authenticate").replace("</authenticate>", "<strUserName>");
        assertThat(statusOf("Content-Length: 2097152", start)).isEqualTo(413);
        var chunked = client.post(BodyPublishers.concat(
                BodyPublishers.ofString(start.substring(0, start.indexOf("</soap:Body>"))),
                BodyPublishers.ofString("x".repeat(2 << 20))));
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.body()).contains("1,048,576");
    }

    /** Announces a body and sends only its start; the answer must come all the same. */
    private int statusOf(String length, String start) throws IOException {
        try (var socket = new Socket(endpoint.uri().getHost(), endpoint.uri().getPort())) {
            socket.setSoTimeout(10_000);
            String head = "POST /qbwc HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n" + length + "\r\n\r\n";
            socket.getOutputStream().write((head + start).getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(status, StandardCharsets.US_ASCII).substring(9));
        }
    }

    @Test
    void a_body_that_stalls_is_given_up_and_others_are_served() throws IOException {
        try (var socket = new Socket(endpoint.uri().getHost(), endpoint.uri().getPort())) {
            socket.setSoTimeout(20_000);
            String head = "POST /qbwc HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n<soap:";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(client.call("serverVersion").status()).isEqualTo(200);
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void an_answer_cut_off_in_the_middle_is_a_fault_and_not_an_answer() {
        cycles.sends("<a/>");
        String ticket = ticket();
        client.sendRequest(ticket, "");
        String whole = SoapClient.envelope("receiveResponseXML", "ticket", ticket, "response", "<b>text</b>");
        var answer = client.post(whole.substring(0, whole.indexOf("text")));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(cycles.told).containsExactly("begin acme 1", "next 1");
        assertThat(client.post(whole).result()).isEqualTo("100");
    }

    @Test
    void an_answer_of_elements_instead_of_text_is_a_fault() {
        cycles.sends("<a/>");
        String ticket = ticket();
        client.sendRequest(ticket, "");
        var answer = client.post(SoapClient.envelopeAround("<receiveResponseXML " + OURS + "><ticket>" + ticket
                + "</ticket><response><QBXML/></response>" + "</receiveResponseXML>"));
        assertThat(answer.fault()).contains("escaped text");
    }

    @Test
    void what_xml_cannot_hold_leaves_as_a_question_mark() {
        cycles.turns.add(new Turn.Stopped("bad \u0001 \ud800 & <good> \ud83c\udf33 ]]>"));
        String ticket = ticket();
        client.sendRequest(ticket, "");
        assertThat(client.lastError(ticket).result()).isEqualTo("bad ? ? & <good> \ud83c\udf33 ]]>");
    }

    @Test
    void get_and_head_answer_200_and_the_contract_names_our_address() {
        assertThat(get("", "GET").status()).isEqualTo(200);
        assertThat(get("", "GET").body()).contains("Web Connector");
        assertThat(get("", "HEAD").status()).isEqualTo(200);
        assertThat(get("?wsdl", "HEAD").status()).isEqualTo(200);
        for (String query : List.of("?wsdl", "?WSDL")) {
            assertThat(get(query, "GET").body())
                    .contains("location=\"https://books.example.com/qbwc\"")
                    .contains("receiveResponseXMLResult");
        }
    }

    private SoapClient.Answer get(String query, String method) {
        return client.send(HttpRequest.newBuilder(endpoint.uri().resolve("/qbwc" + query))
                .method(method, BodyPublishers.noBody())
                .build());
    }
}
