package dev.relink.simulator.online;

import static dev.relink.simulator.online.TestRealm.encoded;
import static dev.relink.simulator.online.TestRealm.idOf;
import static dev.relink.simulator.online.TestRealm.sparse;
import static dev.relink.simulator.online.TestRealm.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Behaviours 27, 29 to 34 and 41: forms, query, change data capture, batch, requestid. */
class ReadingTest {
    private final TestRealm realm = new TestRealm();

    private List<String> names(String query) {
        return realm.rows("Customer", query).stream()
                .map(row -> row.path("DisplayName").asString())
                .toList();
    }

    @Test
    void the_query_language_is_understood_in_all_its_spellings() {
        List.of("Anna", "Berta", "Amy\\u0027s Bird Sanctuary", "Fish & Chips").forEach(realm::customer);
        assertThat(names("select * from customer where DisplayName = 'anna'")).containsExactly("Anna");
        assertThat(names("SELECT * FROM Customer WHERE DisplayName = 'Amy\\'s Bird Sanctuary'"))
                .hasSize(1);
        assertThat(names("SELECT * FROM Customer WHERE DisplayName LIKE 'A%' ORDERBY DisplayName DESC"))
                .containsExactly("Anna", "Amy's Bird Sanctuary");
        assertThat(names("SELECT * FROM Customer WHERE DisplayName IN ('Anna', 'Fish & Chips') ORDER BY DisplayName"))
                .containsExactly("Anna", "Fish & Chips");
        assertThat(names("SELECT * FROM Customer ORDERBY DisplayName MAXRESULTS 2 STARTPOSITION 2"))
                .containsExactly("Anna", "Berta");
        assertThat(names("SELECT * FROM Customer WHERE Balance >= '0' AND Active = true STARTPOSITION 1 MAXRESULTS 10"))
                .hasSize(4);
        assertThat(names("SELECT * FROM Customer WHERE MetaData.LastUpdatedTime > '2020-01-01T00:00:00-07:00'"))
                .hasSize(4);
        assertThat(realm.query("SELECT COUNT(*) FROM Customer")
                        .object("QueryResponse")
                        .toString())
                .isEqualTo("{\"totalCount\":4}");
        JsonNode few = realm.rows("Customer", "SELECT DisplayName, Id FROM Customer WHERE DisplayName = 'Anna'")
                .getFirst();
        assertThat(few.has("Balance")).isFalse();
    }

    @Test
    void a_query_may_be_posted_as_text() {
        realm.customer("Posted");
        var answer = TestRealm.call(
                "POST",
                realm.path("query"),
                "select * from Customer",
                "Authorization",
                "Bearer " + realm.token,
                "Accept",
                "application/json",
                "Content-Type",
                "application/text");
        assertThat(answer.object("QueryResponse").path("maxResults").asInt()).isEqualTo(1);
    }

    @Test
    void a_query_that_cannot_be_parsed_is_4000_and_one_that_asks_for_what_is_not_there_is_4001() {
        assertThat(realm.query("SELECT * FROM Customer WHERE").fault()).startsWith("4000 QueryParserError: ");
        assertThat(realm.query("SELECT * FROM Customer WHERE Balance = 1 OR Balance = 2")
                        .fault())
                .startsWith("4000 ");
        assertThat(realm.query("SELECT * FROM Custmoer").fault())
                .isEqualTo("4001 QueryValidationError: invalid context declaration: Custmoer");
        assertThat(realm.query("SELECT * FROM Customer STARTPOSITION 0").fault())
                .isEqualTo("4001 QueryValidationError: value 0 is too small. Min allowed value is 1");
        assertThat(realm.query("SELECT * FROM Customer MAXRESULTS 1001").fault())
                .startsWith("4001 ");
        assertThat(realm.query("SELECT * FROM Customer WHERE Shoes = '1'").fault())
                .startsWith("4001 ");
        assertThat(realm.query("SELECT * FROM Customer WHERE Id > '1'").fault()).startsWith("4001 ");
        assertThat(realm.query("SELECT * FROM Customer ORDERBY Id").fault()).startsWith("4001 ");
        realm.switches("{\"orderByIdRefused\":false,\"projectionsUnderstood\":false}");
        assertThat(realm.query("SELECT * FROM Customer ORDERBY Id").status()).isEqualTo(200);
        assertThat(realm.query("SELECT Id FROM Customer").fault()).startsWith("4000 ");
    }

    @Test
    void a_page_has_100_rows_unless_told_otherwise_and_nothing_found_is_an_empty_answer() {
        for (int i = 0; i < 4; i++) {
            realm.post("batch", vendors(30, i)).object("BatchItemResponse");
        }
        assertThat(realm.rows("Vendor", "select * from Vendor")).hasSize(100);
        assertThat(realm.rows("Vendor", "select * from Vendor maxresults 1000")).hasSize(120);
        assertThat(realm.rows("Vendor", "select * from Vendor startposition 101"))
                .hasSize(20);
        assertThat(realm.query("select * from Vendor startposition 500")
                        .object("QueryResponse")
                        .toString())
                .isEqualTo("{}");
        realm.switches("{\"oneRowTooMany\":true}");
        assertThat(realm.rows("Vendor", "select * from Vendor")).hasSize(101);
    }

    private static String vendors(int count, int round) {
        var items = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            items.add("{'bId':'v" + i + "','operation':'create','Vendor':{'DisplayName':'Vendor " + round + "-" + i
                    + "'}}");
        }
        return "{'BatchItemRequest':[" + String.join(",", items) + "]}";
    }

    @Test
    void only_active_objects_are_found_unless_the_query_speaks_of_active() {
        JsonNode customer = realm.customer("Sleeping");
        realm.post("customer", sparse(customer, "'Active':false")).object("Customer");
        assertThat(names("select * from Customer")).isEmpty();
        assertThat(names("select * from Customer where Active in (true, false)"))
                .containsExactly("Sleeping (deleted)");
        assertThat(names("select * from Customer where Id in ('" + idOf(customer) + "') and Active = false"))
                .hasSize(1);
    }

    @Test
    void changes_come_by_type_with_deleted_ones_last() {
        JsonNode customer = realm.customer("Changer");
        JsonNode dead = realm.invoice(customer, "1");
        JsonNode alive = realm.invoice(customer, "2");
        realm.post("invoice?operation=delete", target(dead, "")).object("Invoice");
        var answer = realm.get(
                "cdc?entities=invoice,Customer,Estimate&changedSince=" + encoded("2020-01-01T00:00:00-07:00"));
        JsonNode groups = answer.object("CDCResponse").path(0).path("QueryResponse");
        assertThat(groups.path(0).path("Invoice").path(0).path("Id")).isEqualTo(alive.path("Id"));
        assertThat(groups.path(0).path("Invoice").path(1).path("status").asString())
                .isEqualTo("Deleted");
        assertThat(groups.path(0).path("maxResults").asInt()).isEqualTo(2);
        assertThat(groups.path(1).path("Customer").size()).isEqualTo(1);
        assertThat(groups.path(2).toString()).isEqualTo("{}");
        assertThat(realm.get("cdc?entities=TaxCode&changedSince=2020-01-01").fault())
                .startsWith("2000 ");
        assertThat(realm.get("cdc?entities=Invoice").fault()).startsWith("2020 ");
    }

    @Test
    void what_comes_of_more_than_30_days_back_is_a_switch() {
        realm.customer("Old");
        TestRealm.forward(31L * 86_400);
        realm.connect();
        String ask = "cdc?entities=Customer&changedSince=2020-01-01";
        assertThat(realm.get(ask).text()).contains("Old");
        realm.switches("{\"changesLongAgo\":\"CUT\"}");
        assertThat(realm.get(ask).text()).doesNotContain("Old");
        realm.switches("{\"changesLongAgo\":\"REFUSED\"}");
        assertThat(realm.get(ask).status()).isEqualTo(400);
    }

    @Test
    void changes_end_at_1000_objects_without_a_word() {
        for (int i = 0; i < 34; i++) {
            realm.post("batch", vendors(30, i)).object("BatchItemResponse");
        }
        JsonNode group = realm.get("cdc?entities=Vendor&changedSince=2020-01-01")
                .object("CDCResponse")
                .path(0)
                .path("QueryResponse")
                .path(0);
        assertThat(group.path("Vendor").size()).isEqualTo(1_000);
    }

    @Test
    void a_batch_does_what_it_can_and_says_of_each_item_what_came_of_it() {
        JsonNode customer = realm.customer("Batch");
        JsonNode invoice = realm.invoice(customer, "9");
        String items = "{'bId':'bid1','operation':'create','Vendor':{'DisplayName':'Boraski'}},"
                + "{'bId':'bid2','operation':'delete','Invoice':{'Id':'99999','SyncToken':'0'}},"
                + "{'bId':'bid3','operation':'update','Customer':{'sparse':true,'Id':'" + idOf(customer)
                + "','SyncToken':'7'}},"
                + "{'bId':'bid4','Query':'select * from Customer'},"
                + "{'bId':'bid5','operation':'update','optionsData':'void','Invoice':" + target(invoice, "") + "},"
                + "{'bId':'bid6','Query':'select * from Vendor'}";
        JsonNode answers =
                realm.post("batch", "{'BatchItemRequest':[" + items + "]}").object("BatchItemResponse");
        assertThat(answers.path(0).path("Vendor").path("DisplayName").asString())
                .isEqualTo("Boraski");
        assertThat(answers.path(1)
                        .path("Fault")
                        .path("Error")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("610");
        assertThat(answers.path(2)
                        .path("Fault")
                        .path("Error")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("5010");
        assertThat(answers.path(2)
                        .path("Fault")
                        .path("Error")
                        .path(0)
                        .path("element")
                        .asString("-"))
                .isEmpty();
        assertThat(answers.path(3).path("QueryResponse").path("maxResults").asInt())
                .isEqualTo(1);
        assertThat(answers.path(4).path("Invoice").path("PrivateNote").asString())
                .isEqualTo("Voided");
        assertThat(answers.path(5).path("QueryResponse").toString())
                .as("a sibling's vendor is not seen")
                .isEqualTo("{}");
    }

    @Test
    void a_batch_has_1_to_30_items_and_their_order_may_be_any() {
        assertThat(realm.post("batch", vendors(31, 0)).fault()).startsWith("1040 ");
        assertThat(realm.post("batch", "{'BatchItemRequest':[]}").fault()).isEqualTo("400 Batch Request is Empty");
        realm.switches("{\"batchShuffled\":true}");
        JsonNode answers = realm.post("batch", vendors(5, 0)).object("BatchItemResponse");
        assertThat(answers.path(0).path("bId").asString()).isNotEqualTo("v0");
        assertThat(answers.findValuesAsString("bId")).containsExactlyInAnyOrder("v0", "v1", "v2", "v3", "v4");
    }

    @Test
    void a_batch_answers_no_more_than_1000_objects() {
        for (int i = 0; i < 18; i++) {
            realm.post("batch", vendors(30, i)).object("BatchItemResponse");
        }
        String query = "'Query':'select * from Vendor maxresults 1000'}";
        JsonNode answers = realm.post(
                        "batch", "{'BatchItemRequest':[{'bId':'a'," + query + ",{'bId':'b'," + query + "]}")
                .object("BatchItemResponse");
        assertThat(answers.path(0).path("QueryResponse").path("maxResults").asInt())
                .isEqualTo(540);
        assertThat(answers.path(1)
                        .path("Fault")
                        .path("Error")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("10100");
    }

    @Test
    void the_same_requestid_gets_the_same_bytes_and_nothing_is_done_twice() {
        var first = realm.post("customer?requestid=r-1", "{'DisplayName':'Once'}");
        var second = realm.post("customer?requestid=r-1", "{'DisplayName':'Once'}");
        assertThat(second.bytes()).isEqualTo(first.bytes());
        var other = new TestRealm();
        assertThat(other.post("customer?requestid=r-1", "{'DisplayName':'Once'}")
                        .status())
                .isEqualTo(200);
        assertThat(realm.post("customer?requestid=", "{'DisplayName':'Twice'}").status())
                .isEqualTo(200);
        assertThat(realm.post("customer?requestid=", "{'DisplayName':'Twice'}").fault())
                .startsWith("6240 ");
        assertThat(realm.post("customer?requestid=" + "x".repeat(51), "{'DisplayName':'Long'}")
                        .fault())
                .startsWith("2130 ");
        assertThat(realm.post("batch?requestid=" + "x".repeat(37), vendors(1, 0))
                        .fault())
                .startsWith("2130 ");
        assertThat(realm.post("batch?requestid=b", vendors(1, 0).replace("v0", "v0123456789"))
                        .fault())
                .startsWith("2130 ");
    }

    @Test
    void a_requestid_is_forgotten_after_its_window_and_may_be_refused_instead_of_replayed() {
        realm.switches("{\"requestIdSeconds\":60}");
        realm.post("invoice?requestid=r-2", realm.invoiceBody(realm.customer("Forgetful"), "1"))
                .object("Invoice");
        TestRealm.forward(61);
        JsonNode customer = realm.rows("Customer", "select * from Customer").getFirst();
        realm.post("invoice?requestid=r-2", realm.invoiceBody(customer, "1")).object("Invoice");
        assertThat(realm.rows("Invoice", "select * from Invoice")).hasSize(2);
        realm.switches("{\"requestIdTwiceRefused\":true}");
        assertThat(realm.post("invoice?requestid=r-2", realm.invoiceBody(customer, "1"))
                        .fault())
                .isEqualTo("600 Duplicate Request ID");
    }

    @Test
    void for_payments_a_requestid_may_hold_or_not_and_a_fault_may_be_replayed_or_not() {
        JsonNode customer = realm.customer("Twice");
        String body = "{'CustomerRef':{'value':'" + idOf(customer) + "'},'TotalAmt':5}";
        realm.post("payment?requestid=p", body).object("Payment");
        realm.post("payment?requestid=p", body).object("Payment");
        assertThat(realm.rows("Payment", "select * from Payment")).hasSize(1);
        realm.switches("{\"requestIdHoldsForPayments\":false,\"faultsReplayed\":false}");
        realm.post("payment?requestid=p", body).object("Payment");
        assertThat(realm.rows("Payment", "select * from Payment")).hasSize(2);
        assertThat(realm.post("customer?requestid=f", "{'DisplayName':'Twice'}").fault())
                .startsWith("6240 ");
        realm.control("rename", "{\"type\":\"customer\",\"id\":\"Twice\",\"to\":\"Once\"}");
        assertThat(realm.post("customer?requestid=f", "{'DisplayName':'Twice'}").status())
                .isEqualTo(200);
    }

    @Test
    void a_batch_that_died_in_the_middle_is_finished_by_its_replay_and_nothing_is_made_twice() {
        realm.control("troubles", "{\"dropBatchAfter\":2}");
        assertThat(broken(() -> realm.post("batch?requestid=b1", vendors(4, 0))))
                .isTrue();
        assertThat(realm.rows("Vendor", "select * from Vendor")).hasSize(2);
        JsonNode answers = realm.post("batch?requestid=b1", vendors(4, 0)).object("BatchItemResponse");
        assertThat(answers.findValues("Fault")).isEmpty();
        assertThat(realm.rows("Vendor", "select * from Vendor")).hasSize(4);
    }

    static boolean broken(Runnable call) {
        try {
            call.run();
            return false;
        } catch (TestRealm.Broken e) {
            return true;
        }
    }

    @Test
    void xml_comes_when_nobody_asks_for_json_and_goes_in_as_well() {
        String body =
                "<Customer xmlns=\"http://schema.intuit.com/finance/v3\"><DisplayName>Xavier &amp; Sons</DisplayName>"
                        + "<PrimaryPhone><FreeFormNumber>555-0100</FreeFormNumber></PrimaryPhone></Customer>";
        var made = TestRealm.call(
                "POST",
                realm.path("customer"),
                body,
                "Authorization",
                "Bearer " + realm.token,
                "Content-Type",
                "application/xml");
        assertThat(made.text())
                .startsWith("<?xml")
                .contains("<IntuitResponse xmlns=\"http://schema.intuit.com/finance/v3\" time=")
                .contains("<Customer domain=\"QBO\" sparse=\"false\"><Id>")
                .contains("<DisplayName>Xavier &amp; Sons</DisplayName>");
        var wrong = TestRealm.call(
                "GET",
                realm.path("customer/1.5"),
                "",
                "Authorization",
                "Bearer " + realm.token,
                "Accept",
                "application/xml");
        assertThat(wrong.text())
                .contains("<Fault type=\"ValidationFault\"><Error code=\"2030\" element=\"Id\"><Message>Invalid ID");
        realm.switches("{\"xmlByDefault\":false}");
        var plain = TestRealm.call("GET", realm.path("preferences"), "", "Authorization", "Bearer " + realm.token);
        assertThat(plain.header("Content-Type")).startsWith("application/json");
        assertThat(realm.rows("Customer", "select * from Customer")
                        .getFirst()
                        .path("PrimaryPhone")
                        .path("FreeFormNumber")
                        .asString())
                .isEqualTo("555-0100");
    }

    @Test
    void bodies_may_be_gzip_both_ways() throws IOException, InterruptedException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"DisplayName\":\"Zipped\"}".getBytes());
        }
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + TestRealm.port() + realm.path("customer")))
                .header("Authorization", "Bearer " + realm.token)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(zipped.toByteArray()))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("\"DisplayName\":\"Zipped\"");
        }
        realm.post("batch", vendors(30, 1)).object("BatchItemResponse");
        var answer = TestRealm.call(
                "GET",
                realm.path("query?query=" + encoded("select * from Vendor")),
                "",
                "Authorization",
                "Bearer " + realm.token,
                "Accept",
                "application/json",
                "Accept-Encoding",
                "gzip");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void every_answer_has_a_trace_id_and_those_that_went_well_a_time_and_a_version() {
        realm.control("latencies", "{\"on\":true,\"percent\":10}");
        var well = realm.get("companyinfo/" + realm.id);
        assertThat(well.object("CompanyInfo").path("Country").asString()).isEqualTo("US");
        assertThat(well.header("intuit_tid")).startsWith("1-");
        assertThat(well.header("QBO-Version")).isNotEmpty();
        assertThat(well.header("Service-Time")).matches("total=\\d+, db=\\d+");
        var badly = realm.get("customer/99999");
        assertThat(badly.header("intuit_tid")).startsWith("1-").isNotEqualTo(well.header("intuit_tid"));
        assertThat(badly.header("Service-Time")).isEmpty();
        assertThat(badly.header("Content-Type")).isEqualTo("application/json");
        assertThat(realm.get("customer/1?minorversion=4").header("intuit_tid")).isNotEmpty();
    }
}
