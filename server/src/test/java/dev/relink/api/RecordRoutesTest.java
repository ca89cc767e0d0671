package dev.relink.api;

import static dev.relink.api.ApiClient.delete;
import static dev.relink.api.ApiClient.get;
import static dev.relink.api.ApiClient.post;
import static dev.relink.api.ApiClient.postLines;
import static dev.relink.api.ApiClient.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordRoutesTest {

    private static final String RECORDS = "/api/v1/companies/larch/records";

    @BeforeAll
    static void larch_exists() {
        post("/api/v1/companies", "{\"id\":\"larch\",\"name\":\"Larch Landscaping\",\"quickbooks\":\"desktop\"}");
    }

    @Test
    void a_record_is_taken_told_as_unchanged_and_read_back() {
        assertThat(put(RECORDS + "/customer/c1", "{\"name\":\"Smith\"}").status())
                .isEqualTo(202);
        var again = put(RECORDS + "/customer/c1", "{\"name\":\"Smith\"}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/state")).isEqualTo("unchanged");
        var read = get(RECORDS + "/customer/c1");
        assertThat(read.at("/snapshot/name")).isEqualTo("Smith");
        assertThat(read.at("/state")).isEqualTo("pending");
        assertThat(read.at("/pendingSync/state")).isEqualTo("waiting");
        assertThat(read.at("/receivedAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    }

    @Test
    void a_record_that_was_never_sent_can_neither_be_read_nor_deleted() {
        assertThat(get(RECORDS + "/customer/nobody").status()).isEqualTo(404);
        assertThat(delete(RECORDS + "/customer/nobody").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer | {'name':'Smith','nmae':'x'}                   | /nmae",
                "customer | {}                                            | /name",
                "customer | {'name':'Smith:Garden'}                       | /name",
                "customer | {'name':'" + "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop" + "'} | /name",
                "customer | {'name':'a\\u0007b'}                          | /name",
                "customer | {'name':'a\\ud800b'}                          | /name",
                "customer | {'name':'Oak \\ud83c\\udf33'}                | /name",
                "customer | {'name':'Smith','parent':'bad'}               | /parent",
                "invoice  | {'date':'2026-03-01','lines':[]}              | /customer",
                "invoice  | {'customer':'c1','date':'31/03/2026','lines':[{'item':'i','amount':'1'}]} | /date",
                "invoice  | {'customer':'c1','date':'2026-03-01','lines':[{'item':'i','amount':'12345678901234.00'}]} | /lines/0/amount",
                "invoice  | {'customer':'c1','date':'2026-03-01','lines':[{'quantity':'1'}]} | /lines/0",
                "payment  | {'customer':'c1','date':'2026-03-01','amount':'-5.00'} | /amount",
                "payment  | {'customer':'c1','date':'2026-03-01','amount':'12345678901234.00'} | /amount",
            })
    void bad_input_is_refused_with_a_pointer_to_the_field(String type, String json, String pointer) {
        var refused = put(RECORDS + "/" + type + "/bad", json.replace('\'', '"'));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.type()).isEqualTo("application/problem+json");
        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .contains(pointer);
        assertThat(get(RECORDS + "/" + type + "/bad").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INV/2026/17", "50%", "a;b", "a\\b", "a b+c", "ünï", "//", "a/../b", "%2F", "?x=1#y"})
    void an_id_may_be_whatever_the_app_uses(String id) {
        String at = RECORDS + "/customer/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(put(at, "{\"name\":\"Of an odd id\"}").status()).isEqualTo(202);
        assertThat(get(at).at("/id")).isEqualTo(id);
        assertThat(delete(at).status()).isEqualTo(200);
        assertThat(get(at).at("/deleted")).isEqualTo("true");
    }

    @Test
    void an_id_that_no_address_can_hold_is_refused() {
        var received = postLines(RECORDS, BodyPublishers.ofString("""
                {"type":"customer","id":"..","record":{"name":"Up"}}
                {"type":"customer","id":"","record":{"name":"None"}}
                {"type":"customer","id":"a\\u0000b","record":{"name":"Nul"}}
                """));
        assertThat(received.at("/rejectedTotal")).isEqualTo("3");
        assertThat(received.at("/rejected/0/errors/0/message"))
                .isEqualTo("/id has the id \"..\"; an id is more than dots");
    }

    @Test
    void names_may_hold_what_xml_fears() {
        assertThat(put(RECORDS + "/customer/xml", "{\"name\":\"<&]]> & Söhne\"}")
                        .status())
                .isEqualTo(202);
        assertThat(get(RECORDS + "/customer/xml").at("/snapshot/name")).isEqualTo("<&]]> & Söhne");
    }

    @Test
    void an_unknown_type_and_an_unknown_company_are_not_found() {
        assertThat(put(RECORDS + "/tree/t1", "{}").status()).isEqualTo(404);
        assertThat(put("/api/v1/companies/nobody/records/customer/c1", "{\"name\":\"A\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_no_json_and_what_is_no_json_type_is_told() {
        assertThat(put(RECORDS + "/customer/c1", "{\"name\":").status()).isEqualTo(400);
        assertThat(put(RECORDS + "/customer/c1", "{\"name\":\"A\"} trailing").status())
                .isEqualTo(400);
        assertThat(ApiClient.send(ApiClient.request(RECORDS + "/customer/c1")
                                .header("Content-Type", "text/plain")
                                .PUT(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_body_of_a_gigabyte_is_refused_before_it_is_read() throws IOException {
        URI at = RunningRelink.shared().at(RECORDS + "/customer/huge");
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write("""
                    PUT %s HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: 1073741824\r
                    \r
                    {"name":\
                    """.formatted(at.getPath(), RunningRelink.ADMIN_TOKEN).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            byte[] start = new byte[16];
            InputStream in = socket.getInputStream();
            int read = in.readNBytes(start, 0, start.length);
            assertThat(new String(start, 0, read, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void good_lines_are_kept_and_bad_ones_reported() {
        var received = postLines(RECORDS, BodyPublishers.ofString("""
                {"type":"customer","id":"n1","record":{"name":"N1","parent":"n2"}}
                {"type":"customer","id":"n2","record":{"name":"N2","parent":"n1"}}
                not json
                {"type":"tree","id":"x","record":{}}
                {"type":"customer","id":"n3","record":{"nmae":"C"}}

                {"type":"customer","id":"n4","record":{"name":"N4"}}
                {"type":"customer","id":"n4","record":{"name":"N4 again"}}
                {"type":"customer","id":"nobody","deleted":true}
                {"type":"customer","id":"n5","record":{"name":"E"},"extra":1}
                """));
        assertThat(received.status()).isEqualTo(202);
        assertThat(received.at("/accepted")).isEqualTo("3");
        assertThat(received.at("/rejectedTotal")).isEqualTo("6");
        assertThat(received.json()
                        .get("rejected")
                        .valueStream()
                        .map(one -> one.get("line").asInt()))
                .containsExactly(2, 3, 4, 5, 9, 10);
        assertThat(get(RECORDS + "/customer/n4").at("/name")).isEqualTo("N4 again");
    }

    @Test
    void twenty_thousand_lines_pass() {
        int lines = Integer.getInteger("relink.test.lines", 20_000);
        var received = postLines(
                RECORDS, BodyPublishers.ofInputStream(() -> new MadeLines(lines, n -> """
                        {"type":"customer","id":"m%d","record":{"name":"Customer %d","email":"m%d@example.com"}}
                        """.formatted(n, n, n))));
        assertThat(received.at("/accepted")).isEqualTo(Integer.toString(lines));
        assertThat(received.at("/rejectedTotal")).isEqualTo("0");
    }

    @Test
    void a_list_goes_on_from_its_cursor_and_an_unknown_parameter_is_refused_by_name() {
        for (String id : Arrays.asList("p1", "p2", "p3")) {
            put("/api/v1/companies/larch/records/vendor/" + id, "{\"name\":\"Vendor %s\"}".formatted(id));
        }
        var first = get(RECORDS + "?type=vendor&limit=2");
        assertThat(first.at("/total")).isEqualTo("3");
        assertThat(first.json().get("items").size()).isEqualTo(2);
        var rest = get(RECORDS + "?type=vendor&limit=2&cursor=" + first.at("/nextCursor"));
        assertThat(rest.json()
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("id").asString()))
                .containsExactly("p3");
        assertThat(rest.json().get("nextCursor").isNull()).isTrue();
        var unknown = get(RECORDS + "?typ=vendor");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.at("/detail")).contains("\"typ\"").contains("type");
        assertThat(get(RECORDS + "?limit=501").status()).isEqualTo(400);
        assertThat(get(RECORDS + "?cursor=guessed").status()).isEqualTo(400);
    }
}
