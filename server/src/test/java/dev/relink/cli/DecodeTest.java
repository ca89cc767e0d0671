package dev.relink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecodeTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_bare_number_is_desktop_and_says_where_online_differs() {
        assertThat(run("decode", "3120")).isZero();

        assertThat(out.toString())
                .startsWith("desktop:3120  Object not found")
                .contains("Clear ID, Relink, Send again, Skip")
                .contains("Online differs")
                .contains("online:3120");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @CsvSource({
        "3120, desktop, 3120",
        "610, online, 610",
        "online:610, online, 610",
        "9150, desktop, 9150",
        "0x80040408, hresult, 0x80040408",
        "0X8004040a, hresult, 0x8004040A",
        "-2147220472, hresult, 0x80040408",
        "qbwc1042, web-connector, QBWC1042",
        "invalid_grant, online, invalid_grant",
        "HRESULT:0X80040408, hresult, 0x80040408"
    })
    void every_spelling_finds_its_code(String argument, String platform, String code) throws IOException {
        assertThat(run("decode", "--json", "--", argument)).as(err.toString()).isZero();

        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.get("platform").asString()).isEqualTo(platform);
        assertThat(json.get("code").asString()).isEqualTo(code);
        assertThat(json.get("problem").asString()).isNotBlank();
    }

    @Test
    void json_has_the_names_of_the_api() {
        run(
                "decode",
                "3140",
                "--json",
                "--message",
                "There is an invalid reference to QuickBooks Customer \"Joe\" in the Invoice.");

        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.propertyNames())
                .containsExactly(
                        "platform",
                        "code",
                        "name",
                        "variant",
                        "family",
                        "severity",
                        "problem",
                        "fix",
                        "whoCanFix",
                        "retry",
                        "repairs",
                        "standing");
        assertThat(json.get("variant").asString()).isEqualTo("customer");
        assertThat(json.get("family").asString()).isEqualTo("missing-parent");
        assertThat(json.get("problem").asString()).contains("“Joe”");
    }

    @Test
    void the_platform_may_be_named() {
        assertThat(run("decode", "3100", "--platform", "online")).isZero();
        assertThat(out.toString()).startsWith("online:3100").contains("authorisation");
    }

    @Test
    void the_operation_counts() {
        run(
                "decode",
                "3120",
                "--operation",
                "query",
                "--message",
                "Object \"1-1\" specified in the request cannot be found.");
        assertThat(out.toString()).contains("QuickBooks has nothing under the ID 1-1.");
    }

    @Test
    void an_unknown_code_gets_general_advice_and_exit_code_1() {
        assertThat(run("decode", "4711", "--message", "Something new.")).isEqualTo(1);
        assertThat(out.toString()).contains("desktop:4711").contains("Something new.");
        assertThat(err.toString()).contains("desktop:4711 is not in the catalogue");
    }

    @ParameterizedTest
    @CsvSource({
        "decode",
        "decode 1 --file x",
        "decode 1 --platform mars",
        "decode 1 --operation pray",
        "decode mars:1",
        "decode 1 --nonsense",
        "fly"
    })
    void bad_usage_is_exit_code_2(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void a_pasted_log_is_grouped_by_cause(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("QWCLog.txt"), """
                20261121.10:00:01 UTC\t: QBWebConnector.SOAPWebService.do_sendRequestXML() : asked
                <InvoiceAddRs requestID="1" statusCode="3140" statusSeverity="Error" statusMessage="There is an invalid reference to QuickBooks Item &quot;Mulch&quot; in the Invoice line." />
                <InvoiceAddRs requestID="2" statusCode="3140" statusSeverity="Error" statusMessage="There is an invalid reference to QuickBooks Item &quot;Mulch&quot; in the Invoice line." />
                <InvoiceAddRs requestID="3" statusCode="3140" statusSeverity="Error" statusMessage="There is an invalid reference to QuickBooks Customer &quot;Joe&quot; in the Invoice." />
                &lt;CustomerModRs statusCode=&quot;3200&quot; statusMessage=&quot;The provided edit sequence &amp;quot;1&amp;quot; is out-of-date.&quot; /&gt;
                <CustomerQueryRs statusCode="0" statusSeverity="Info" statusMessage="Status OK" />
                QBWC1042: ReceiveResponseXML failed. HRESULT 0x8004040D
                HTTP status code 500
                """);

        assertThat(run("decode", "--file", log.toString())).isZero();
        assertThat(out.toString())
                .contains("2 times, first in line 2")
                .contains("“Mulch”")
                .contains("“Joe”")
                .contains("desktop:3200")
                .contains("web-connector:QBWC1042")
                .contains("hresult:0x8004040D")
                .contains("5 different causes")
                .doesNotContain("desktop:500");
    }

    @Test
    void a_log_in_the_code_page_of_windows_is_read_too(@TempDir Path folder) throws IOException {
        Path log = Files.write(
                folder.resolve("log.txt"), "Kunde Müller: error 3100 in use".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run("decode", "--file", log.toString(), "--json")).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(out.toString())
                        .at("/items/0/family")
                        .asString())
                .isEqualTo("name-clash");
    }

    @Test
    void a_missing_log_and_one_without_codes_are_refused_with_a_reason(@TempDir Path folder) throws IOException {
        assertThat(run("decode", "--file", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(run(
                        "decode",
                        "--file",
                        Files.writeString(folder.resolve("a"), "all well").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no readable file").contains("No status code was found");
    }

    private int run(String... args) {
        return RelinkCli.run(
                new Surroundings(Map.of(), InputStream.nullInputStream()),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                args);
    }
}
