package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as the Web Connector writes them, and whatever else people paste. */
class PastedLogTest {

    private static final Decoder DECODER = new Decoder(Catalogue.load());

    private static final String RUN = """
            20261124.09:00:01 UTC\t: QBWebConnector.SOAPWebService.instantiateWebService() : AppName: Relink - Acme
            20261124.09:00:02 UTC\t: QBWebConnector.SOAPWebService.do_authenticate() : *** Calling authenticate() with following parameters:<userName="acme"><password=<MaskedForSecurity>
            20261124.09:00:03 UTC\t: QBWebConnector.SOAPWebService.ProcessRequestXML() : Sending request to QuickBooks.
            20261124.09:00:04 UTC\t: QBWebConnector.SOAPWebService.ProcessRequestXML() : Sending error message back to application:
            HRESULT = 0x80040400
            Message: QuickBooks found an error when parsing the provided XML text stream.
            20261124.09:15:00 UTC\t: QBWebConnector.WebServiceManager.DoUpdateSelected() : QBWC1012: Authentication failed due to following error message.
            The request was aborted: The connection was closed unexpectedly.
            20261125.09:15:00 UTC\t: QBWebConnector.WebServiceManager.DoUpdateSelected() : QBWC1012: Authentication failed due to following error message.
            The request was aborted: The connection was closed unexpectedly.
            """;

    private static PastedLog.Report read(byte[] log) {
        return read(new ByteArrayInputStream(log));
    }

    private static PastedLog.Report read(InputStream log) {
        try {
            return PastedLog.read(log, DECODER, Operation.MOD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PastedLog.Report read(String log) {
        return read(log.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> codes(PastedLog.Report report) {
        return report.findings().stream()
                .map(finding -> finding.decoded().code() + " " + finding.times() + " " + finding.lines())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
    void every_encoding_of_windows_is_read(String encoding) {
        String log = RUN + "20261125.10:00:00 UTC : <CustomerAddRs statusCode=\"3100\" statusMessage=\"The name"
                + " &quot;Müller&quot; of the list element is already in use.\" />\n";
        PastedLog.Report report = read(log.getBytes(Charset.forName(encoding)));
        assertThat(codes(report))
                .containsExactly("hresult:0x80040400 1 [5]", "web-connector:QBWC1012 2 [7, 9]", "desktop:3100 1 [11]");
        assertThat(report.findings().getLast().words()).contains("\"Müller\"");
    }

    @Test
    void times_and_the_words_of_the_next_line_belong_to_a_code() {
        PastedLog.Report report = read(RUN);
        assertThat(report.lines()).isEqualTo(10);
        PastedLog.Finding twice = report.findings().getLast();
        assertThat(twice.words()).contains("The connection was closed unexpectedly");
        assertThat(twice.firstAt()).isEqualTo(Instant.parse("2026-11-24T09:15:00Z"));
        assertThat(twice.lastAt()).isEqualTo(Instant.parse("2026-11-25T09:15:00Z"));
        assertThat(report.findings().getFirst().words()).startsWith("Message: QuickBooks found an error");
        assertThat(report.findings().getFirst().firstAt()).isEqualTo(Instant.parse("2026-11-24T09:00:04Z"));
    }

    @Test
    void the_answer_on_the_next_line_is_no_words_of_the_code_before_it() {
        PastedLog.Report report = read("""
                20261124.09:00:01 UTC : Error 0x80040408: Could not start QuickBooks.
                <CustomerAddRs statusCode="3100" statusMessage="The name &quot;X&quot; of the list element is already in use." />
                """);
        assertThat(codes(report)).containsExactly("hresult:0x80040408 1 [1]", "desktop:3100 1 [2]");
        assertThat(report.findings().getFirst().words()).isEqualTo("Could not start QuickBooks.");
    }

    @Test
    void the_answer_tells_what_was_asked_and_a_tag_may_go_on_over_lines() {
        PastedLog.Report report = read("""
                <InvoiceAddRs requestID="1" statusCode="3140" statusSeverity="Error"
                   statusMessage="There is an invalid reference to QuickBooks Customer &quot;Joe&quot; in the
                   Invoice." />
                &lt;ItemServiceModRs statusCode=&quot;3200&quot; statusMessage=&quot;The provided edit sequence is out-of-date.&quot; /&gt;
                """);
        assertThat(codes(report)).containsExactly("desktop:3140 1 [1]", "desktop:3200 1 [4]");
        assertThat(report.findings().getFirst().decoded().variant()).isEqualTo("customer");
    }

    @Test
    void success_is_told_only_when_nothing_else_is_there() {
        String well = "<CustomerQueryRs statusCode=\"0\" statusMessage=\"Status OK\" />\n";
        String none = "<CustomerQueryRs statusCode=\"1\" statusMessage=\"A query request did not find a match.\" />\n";
        assertThat(codes(read(well + none))).containsExactly("desktop:0 1 [1]", "desktop:1 1 [2]");
        assertThat(read(well + none).isTrouble()).isFalse();
        assertThat(codes(read(well + none + "QBWC1040: nvu"))).containsExactly("web-connector:QBWC1040 1 [3]");
    }

    @Test
    void faults_of_quickbooks_online_are_read_from_json_and_xml() {
        PastedLog.Report report = read("""
                {"Fault":{"Error":[{"Message":"Object Not Found","Detail":"Object Not Found : Something you're trying to use has been made inactive.","code":"610","element":""}],"type":"ValidationFault"},"time":"2026"}
                {
                  "Fault": {
                    "Error": [ {
                      "Message": "Stale Object Error",
                      "Detail": "Stale Object Error : You and \\"root\\" were working on this.",
                      "code": "5010" } ],
                    "type": "ValidationFault" } }
                <Fault type="ValidationFault"><Error code="6240" element=""><Message>Duplicate Name Exists Error</Message><Detail>The name supplied already exists.</Detail></Error></Fault>
                {"error":"invalid_grant"}
                """);
        assertThat(codes(report))
                .containsExactly(
                        "online:610 1 [1]", "online:5010 1 [7]", "online:6240 1 [9]", "online:invalid_grant 1 [10]");
        assertThat(report.findings().get(1).words()).contains("Stale Object Error", "\"root\"");
    }

    @Test
    void an_answer_of_twenty_megabytes_on_one_line_is_read_in_pieces() {
        byte[] ret = "<CustomerRet><ListID>80000001-1</ListID><Name>Hollis</Name></CustomerRet>"
                .getBytes(StandardCharsets.UTF_8);
        byte[] error =
                "<CustomerAddRs statusCode=\"3100\" statusMessage=\"The name &quot;X&quot; is already in use.\" />"
                        .getBytes(StandardCharsets.UTF_8);
        List<InputStream> parts = IntStream.range(0, 20)
                .mapToObj(n -> (InputStream)
                        new SequenceInputStream(new Repeated(ret, 14_000), new ByteArrayInputStream(error)))
                .collect(Collectors.toList());
        PastedLog.Report report = read(new SequenceInputStream(Collections.enumeration(parts)));
        assertThat(codes(report)).containsExactly("desktop:3100 20 [1]");
    }

    @Test
    void whatever_is_pasted_it_never_fails() {
        var random = new Random(20261125);
        String[] bits = {
            "<",
            ">",
            "statusCode=\"",
            "3140\"",
            " statusMessage=\"",
            "&quot;",
            "0x8004",
            "QBWC1",
            "012",
            "\n",
            "\"Fault\"",
            "\"code\":\"",
            "610\"",
            "}",
            "\\",
            "\"",
            "error: ",
            "2026",
            "\0",
            "é",
            "20261399.99:99:99 UTC"
        };
        for (int n = 0; n < 2_000; n++) {
            String text = random.ints(1 + random.nextInt(60), 0, bits.length)
                    .mapToObj(i -> bits[i])
                    .collect(Collectors.joining());
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            read(n % 2 == 0 ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
    }

    /** The same bytes again and again. */
    private static final class Repeated extends InputStream {

        private final byte[] bytes;
        private long left;

        Repeated(byte[] bytes, int times) {
            this.bytes = bytes;
            this.left = (long) bytes.length * times;
        }

        @Override
        public int read() {
            return left == 0 ? -1 : bytes[(int) ((bytes.length - left-- % bytes.length) % bytes.length)];
        }
    }
}
