package dev.relink.quickbooks.online.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relink.connector.Connector.LostWrites;
import dev.relink.connector.Connector.UnreadableAnswer;
import dev.relink.connector.Known;
import dev.relink.connector.MessageSet;
import dev.relink.connector.Request;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.Customer;
import dev.relink.entity.Differences;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Invoice;
import dev.relink.entity.Item;
import dev.relink.entity.Payment;
import dev.relink.entity.QuickBooks;
import dev.relink.entity.Removal;
import dev.relink.entity.Value;
import dev.relink.entity.Value.Reference;
import dev.relink.entity.Values;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OnlineConnectorTest {

    private static final OnlineConnector ONLINE = new OnlineConnector();
    private static final String MARKER = "2b0f8e0c-8f4e-8c3d-9a56-1e6a0d3a7b11";

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Value number(String number) {
        return new Value.Number(new BigDecimal(number));
    }

    private static Value to(String id) {
        return new Reference.ToQuickBooks(id, null);
    }

    private static Values values(Object... pairs) {
        var values = new LinkedHashMap<String, Value>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], (Value) pairs[i + 1]);
        }
        return new Values(values);
    }

    private static List<Plan.Call> plan(Request... requests) {
        return Plan.of(ONLINE.write(new MessageSet("ABCDEFGHIJ0123456789", null, List.of(requests)), "75"))
                .calls();
    }

    private static JsonNode body(Plan.Call call) {
        return OnlineJson.MAPPER.readTree(String.valueOf(call.body()));
    }

    private static List<Response> read(String answers, Request... requests) {
        var byId = new HashMap<String, Request>();
        List.of(requests).forEach(request -> byId.put(request.id(), request));
        var all = new ArrayList<Response>();
        try (var answer = ONLINE.read(new StringReader("{\"realm\":\"77\",\"answers\":[" + answers + "]}"), byId)) {
            answer.forEachRemaining(all::add);
        }
        return all;
    }

    private static Row.Found found(Response response) {
        return (Row.Found) response.rows().next();
    }

    private static Request.Add invoice(String id, String customer) {
        return new Request.Add(
                id,
                Invoice.TYPE,
                values(
                        "customer",
                        to(customer),
                        "date",
                        new Value.Day(LocalDate.parse("2026-03-01")),
                        "memo",
                        text("Spring clean"),
                        "lines",
                        new Value.Lines(List.of(
                                values(
                                        "item", to("11"),
                                        "quantity", number("3"),
                                        "rate", number("33.335"),
                                        "salesTaxCode", new Reference.ByName("NON")),
                                values("description", text("Thank you"))))),
                MARKER);
    }

    @Test
    void an_invoice_has_amounts_kinds_of_lines_and_the_marker_below_the_memo() {
        var call = plan(invoice("1", "5")).getFirst();
        assertThat(call.path()).isEqualTo("invoice");
        assertThat(call.requestid()).isEqualTo("ABCDEFGHIJ0123456789-1");
        var json = body(call);
        assertThat(json.path("PrivateNote").asString()).isEqualTo("Spring clean\n[Relink " + MARKER + "]");
        assertThat(json.path("Line").path(0).path("Amount").decimalValue()).isEqualByComparingTo("100.01");
        assertThat(json.path("Line")
                        .path(0)
                        .path("SalesItemLineDetail")
                        .path("TaxCodeRef")
                        .path("value")
                        .asString())
                .isEqualTo("NON");
        assertThat(json.path("Line").path(1).path("DetailType").asString()).isEqualTo("DescriptionOnly");
    }

    @Test
    void a_reference_that_has_no_id_is_refused_by_name() {
        assertThatThrownBy(() -> plan(new Request.Add(
                        "1",
                        Customer.TYPE,
                        values("name", text("A"), "terms", new Reference.ByName("Net 30")),
                        MARKER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SalesTermRef")
                .hasMessageContaining("Net 30");
    }

    @Test
    void many_writes_go_in_batches_of_30_and_what_touches_one_customer_stays_in_one_lane() {
        var writes = IntStream.rangeClosed(1, 600)
                .mapToObj(n -> invoice(String.valueOf(n), String.valueOf(n % 97)))
                .toArray(Request[]::new);
        var calls = plan(writes);
        assertThat(calls).as("nearly full").hasSizeBetween(20, 21);
        var lanes = new HashMap<String, Set<Integer>>();
        var ids = new HashSet<String>();
        for (var call : calls) {
            assertThat(call.requests()).hasSizeLessThanOrEqualTo(30);
            assertThat(String.valueOf(call.requestid())).hasSizeLessThanOrEqualTo(36);
            body(call).path("BatchItemRequest").forEach(item -> {
                ids.add(item.path("bId").asString());
                var customer =
                        item.path("Invoice").path("CustomerRef").path("value").asString();
                lanes.computeIfAbsent(customer, key -> new HashSet<>()).add(call.lane());
            });
        }
        assertThat(ids).hasSize(600);
        assertThat(lanes.values()).allMatch(some -> some.size() == 1);
        assertThat(calls.stream().map(Plan.Call::lane).distinct()).hasSize(Lanes.MOST_LANES);
        assertThat(calls.stream().map(Plan.Call::requestid).distinct()).hasSize(calls.size());
    }

    @Test
    void a_payment_is_linked_to_its_invoices_and_voided_by_an_update() {
        var add = new Request.Add(
                "1",
                Payment.TYPE,
                values(
                        "customer", to("5"),
                        "amount", number("12.5"),
                        "appliedTo", new Value.Lines(List.of(values("invoice", to("40"), "amount", number("12.5"))))),
                MARKER);
        var line = body(plan(add).getFirst()).path("Line").path(0);
        assertThat(line.toString())
                .contains("\"LinkedTxn\":[{\"TxnId\":\"40\",\"TxnType\":\"Invoice\"}]")
                .contains("\"Amount\":12.50");
        var known = new Known("9", "2", List.of());
        var gone = plan(new Request.Remove("1", Payment.TYPE, values(), known, Removal.VOID))
                .getFirst();
        assertThat(gone.query()).isEqualTo("operation=update&include=void");
        assertThat(body(gone).toString()).isEqualTo("{\"Id\":\"9\",\"SyncToken\":\"2\",\"sparse\":true}");
    }

    @Test
    void what_is_made_active_again_gets_its_name_back() {
        var known = new Known("9", "2", List.of());
        var back = new Request.Remove("1", Customer.TYPE, values("name", text("Ann")), known, Removal.REACTIVATE);
        assertThat(body(plan(back).getFirst()).toString())
                .contains("\"Active\":true")
                .contains("\"DisplayName\":\"Ann\"");
    }

    private static final String INVOICE = """
            {"Id":"266","SyncToken":"3","DocNumber":"1043","TxnDate":"2020-09-29","PrivateNote":"Hello\\n[Relink %s]",
             "CustomerRef":{"value":"1","name":"Amy's"},"MetaData":{"LastUpdatedTime":"2020-09-29T05:58:07-07:00"},
             "Line":[
              {"Id":"1","LineNum":1,"Amount":100.0,"DetailType":"SalesItemLineDetail","Description":"Work",
               "SalesItemLineDetail":{"ItemRef":{"value":"11","name":"Services"},"Qty":2,"UnitPrice":50,"TaxCodeRef":{"value":"TAX"},
               "Unheard":{"of":1}}},
              {"Id":"2","LineNum":2,"Amount":10.0,"DetailType":"DiscountLineDetail","DiscountLineDetail":{"PercentBased":false}},
              {"Amount":100.0,"DetailType":"SubTotalLineDetail","SubTotalLineDetail":{}}],
             "TotalAmt":90.00,"Balance":0,"Unheard":"of"}""".formatted(MARKER);

    private static String single(String object, String json) {
        return "{\"requests\":[\"1\"],\"status\":200,\"tid\":\"t\",\"body\":{\"%s\":%s,\"time\":\"now\"}}"
                .formatted(object, json);
    }

    @Test
    void an_invoice_is_read_without_its_sum_line_and_a_change_sends_everything_else_back() {
        var read = found(read(single("Invoice", INVOICE), new Request.ById("1", Invoice.TYPE, "266"))
                .getFirst());
        assertThat(read.values().text("memo")).isEqualTo("Hello");
        assertThat(read.marker()).isEqualTo(MARKER);
        assertThat(read.fullName()).isEqualTo("1043");
        assertThat(read.lines()).hasSize(2);
        assertThat(read.lines().get(1).group()).isTrue();
        var known =
                new Known("266", "3", List.of(line(read, 0, "a"), read.lines().get(1)));
        var wanted = values("lines", new Value.Lines(List.of(values("id", text("a"), "rate", number("60")))));
        var json =
                body(plan(new Request.Modify("1", Invoice.TYPE, wanted, known)).getFirst());
        assertThat(json.path("sparse").asBoolean()).isTrue();
        assertThat(json.path("SyncToken").asString()).isEqualTo("3");
        var ours = json.path("Line").path(0);
        assertThat(ours.path("Id").asString()).isEqualTo("1");
        assertThat(ours.path("Amount").decimalValue()).isEqualByComparingTo("60.00");
        assertThat(ours.path("SalesItemLineDetail")
                        .path("TaxCodeRef")
                        .path("value")
                        .asString())
                .isEqualTo("TAX");
        assertThat(ours.path("SalesItemLineDetail").path("Unheard").path("of").asInt())
                .isEqualTo(1);
        assertThat(json.path("Line").path(1).path("DiscountLineDetail").isObject())
                .isTrue();
        assertThat(json.path("Line")).hasSize(2);
        assertThat(json.has("PrivateNote")).isFalse();
    }

    private static Known.Line line(Row.Found read, int at, String ours) {
        var line = read.lines().get(at);
        return new Known.Line(line.quickbooksId(), ours, line.group(), line.whole());
    }

    @Test
    void countries_words_of_tax_and_kinds_of_items_are_no_differences() {
        var found = found(read(
                        single(
                                "Customer",
                                "{\"Id\":\"1\",\"DisplayName\":\"A\",\"BillAddr\":{\"Line1\":\"1 Way\",\"Country\":\"USA\"}}"),
                        new Request.ById("1", Customer.TYPE, "1"))
                .getFirst());
        var address = new Value.Address(List.of("1 Way"), null, null, null, "United States");
        assertThat(between(Customer.TYPE, values("billingAddress", address), found))
                .isEmpty();
        assertThat(between(Customer.TYPE, values("name", text("B")), found)).hasSize(1);
        var invoice = found(read(single("Invoice", INVOICE), new Request.ById("1", Invoice.TYPE, "266"))
                .getFirst());
        var lines = ((Value.Lines) Objects.requireNonNull(invoice.values().get("lines"))).lines();
        var line = new LinkedHashMap<>(lines.getFirst().byField());
        line.put("salesTaxCode", new Reference.ByName("TAX"));
        var wanted = values("lines", new Value.Lines(List.of(new Values(line), lines.get(1))));
        assertThat(between(Invoice.TYPE, wanted, invoice)).isEmpty();
        var item = found(read(
                        single("Item", "{\"Id\":\"1\",\"Name\":\"A\",\"Type\":\"Service\"}"),
                        new Request.ById("1", Item.TYPE, "1"))
                .getFirst());
        assertThat(between(Item.TYPE, values("kind", text("other-charge")), item))
                .isEmpty();
        assertThat(between(Item.TYPE, values("kind", text("inventory")), item)).hasSize(1);
    }

    private static List<?> between(EntityType type, Values wanted, Row.Found found) {
        return Differences.between(type, wanted, found.values(), QuickBooks.ONLINE);
    }

    @Test
    void an_inactive_name_is_read_without_its_deleted() {
        var read = found(read(
                        single(
                                "Customer",
                                "{\"Id\":\"1\",\"DisplayName\":\"A (deleted)\",\"FullyQualifiedName\":\"P:A (deleted)\",\"Active\":false}"),
                        new Request.ById("1", Customer.TYPE, "1"))
                .getFirst());
        assertThat(read.active()).isFalse();
        assertThat(read.values().text("name")).isEqualTo("A");
        assertThat(read.fullName()).isEqualTo("P:A");
    }

    @Test
    void a_batch_is_read_item_by_item_in_whatever_order() {
        var requests = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> new Request.Add(String.valueOf(n), Customer.TYPE, values("name", text("A")), MARKER))
                .toArray(Request[]::new);
        var read = read("""
                {"requests":["1","2","3"],"status":200,"tid":"t","body":{"BatchItemResponse":[
                 {"Customer":{"Id":"70","SyncToken":"0","DisplayName":"A"},"bId":"3"},
                 {"Fault":{"Error":[{"Message":"Duplicate Name Exists Error","Detail":"The name supplied already exists. : null",
                  "code":"6240","element":""}],"type":"ValidationFault"},"bId":"1"}],"time":"x"}}""", requests);
        assertThat(read).extracting(Response::requestId).containsExactly("3", "1");
        assertThat(read.get(1).status()).isEqualTo(StatusCode.parse("online:6240"));
        assertThat(read.get(1).message())
                .isEqualTo("Duplicate Name Exists Error The name supplied already exists. : null");
    }

    @Test
    void answers_to_the_parts_of_a_question_are_one_response() {
        var any = new Request.ByAnyName("7", "Ann");
        var parts = """
                {"QueryResponse":{"Vendor":[{"Id":"2","DisplayName":"Ann"}]},"bId":"7b"},{"QueryResponse":{},"bId":"7a"}""";
        var last = """
                ,{"QueryResponse":{"Employee":[{"Id":"3","DisplayName":"Ann"}]},"bId":"7c"}""";
        var batch = "{\"requests\":[\"7\"],\"status\":200,\"body\":{\"BatchItemResponse\":[%s]}}";
        assertThat(read(batch.formatted(parts), any)).as("a part is missing").isEmpty();
        var rows = new ArrayList<Row>();
        read(batch.formatted(parts + last), any).getFirst().rows().forEachRemaining(rows::add);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).isInstanceOf(Row.Found.class);
        assertThat(rows.get(1))
                .isInstanceOfSatisfying(
                        Row.Entry.class, entry -> assertThat(entry.list()).isEqualTo("employee"));
    }

    static Stream<Request> writes() {
        return Stream.of(
                new Request.Add("1", Customer.TYPE, values("name", text("A")), MARKER),
                new Request.ById("1", Customer.TYPE, "")); // as the cycle reads it
    }

    @ParameterizedTest
    @MethodSource("writes")
    void what_may_have_been_done_gets_no_response_and_what_surely_was_not_gets_its_fault(Request write) {
        var ask = new Request.ById("1", Customer.TYPE, "4");
        String gateway =
                "{\"fault\":{\"error\":[{\"message\":\"m\",\"detail\":\"d\",\"code\":\"%s\"}],\"type\":\"SERVICE\"}}";
        String xml = "\"<IntuitResponse><Fault type='SERVICE'><Error code='3001'><Message>ThrottleExceeded</Message>"
                + "<Detail>Later</Detail></Error></Fault></IntuitResponse>\"";
        assertThat(statuses(write, 429, gateway.formatted("3001"))).containsExactly("online:3001");
        assertThat(statuses(write, 429, xml)).containsExactly("online:3001");
        assertThat(statuses(write, 429, "\"too many\"")).isEmpty();
        assertThat(statuses(write, 401, gateway.formatted("3200"))).isEmpty();
        assertThat(statuses(ask, 401, gateway.formatted("3200"))).containsExactly("online:3200");
        assertThat(statuses(write, 403, gateway.formatted("3100"))).containsExactly("online:3100");
        assertThat(statuses(write, 500, "{\"Fault\":{\"Error\":[{\"Message\":\"m\",\"code\":\"10000\"}]}}"))
                .isEmpty();
        assertThat(statuses(write, 504, "\"<html>\"")).isEmpty();
        assertThat(statuses(write, 200, "\"{\\\"Customer\\\":{\""))
                .as("cut off")
                .isEmpty();
        assertThat(statuses(write, 200, "{\"Fault\":{\"Error\":[{\"Message\":\"m\",\"code\":\"6190\"}]}}"))
                .containsExactly("online:6190");
        assertThat(statuses(ask, 400, "{\"Fault\":{\"Error\":[{\"Message\":\"Object Not Found\",\"code\":\"610\"}]}}"))
                .containsExactly("online:0");
        assertThat(read("{\"requests\":[\"1\"],\"notSent\":\"refused\"}", write)
                        .getFirst()
                        .status())
                .isEqualTo(StatusCode.parse("online:relink-not-sent"));
        assertThat(read("{\"requests\":[\"1\"],\"lost\":\"timed out\"}", write)).isEmpty();
    }

    @Test
    void what_a_batch_is_refused_for_as_a_whole_is_the_fault_of_one_of_them() {
        var one = new Request.ById("1", Customer.TYPE, "");
        var other = new Request.ById("2", Customer.TYPE, "");
        String fault = "{\"Fault\":{\"Error\":[{\"Message\":\"Unrecognized field\",\"code\":\"2010\"}]}}";
        assertThat(read("{\"requests\":[\"1\",\"2\"],\"status\":400,\"body\":%s}".formatted(fault), one, other))
                .extracting(response -> response.status().toString())
                .containsExactly("online:relink-whole-batch", "online:relink-whole-batch");
        assertThat(statuses(one, 400, fault)).containsExactly("online:2010");
    }

    private static List<String> statuses(Request request, int status, String body) {
        return read("{\"requests\":[\"1\"],\"status\":%d,\"body\":%s}".formatted(status, body), request).stream()
                .map(response -> response.status().toString())
                .toList();
    }

    @Test
    void a_document_that_breaks_off_cannot_be_trusted() {
        var ask = new Request.ById("1", Customer.TYPE, "4");
        assertThatThrownBy(() -> read(single("Customer", "{\"Id\":\"1\"}") + ",{\"requests\":[", ask))
                .isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> ONLINE.read(new StringReader("<html>"), Map.of()))
                .isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void changes_are_read_by_their_time_so_that_none_is_skipped() {
        var first = new Request.ChangedSince("1", Customer.TYPE, Instant.parse("2026-01-01T00:00:00Z"), 2, null);
        var query = Queries.of(first).getFirst();
        assertThat(query)
                .contains("MetaData.LastUpdatedTime >= '2026-01-01T00:00:00+00:00'")
                .contains("Active IN (true, false)")
                .contains("orderby MetaData.LastUpdatedTime startposition 1 maxresults 2");
        var row =
                "{\"Id\":\"%d\",\"DisplayName\":\"A\",\"MetaData\":{\"LastUpdatedTime\":\"2026-01-0%dT00:00:00-07:00\"}}";
        var page = "{\"requests\":[\"1\"],\"status\":200,\"body\":{\"QueryResponse\":{\"Customer\":[%s,%s]}}}"
                .formatted(row.formatted(1, 2), row.formatted(2, 3));
        var next = read(page, first).getFirst().iterator();
        assertThat(next).isEqualTo("2026-01-03T00:00:00-07:00@1");
        var second = new Request.ChangedSince("1", Customer.TYPE, first.since(), 2, next);
        assertThat(Queries.of(second).getFirst()).contains(">= '2026-01-03T00:00:00-07:00'");
        var same = page.replace("-02T", "-03T");
        assertThat(read(same, second).getFirst().iterator()).isEqualTo("2026-01-03T00:00:00-07:00@3");
        assertThat(read("{\"requests\":[\"1\"],\"status\":200,\"body\":{\"QueryResponse\":{}}}", second)
                        .getFirst()
                        .iterator())
                .isNull();
    }

    @Test
    void all_changes_at_once_are_followed_page_by_page() {
        var all = new Request.ChangedSince("1", Customer.TYPE, Instant.EPOCH, 0, null);
        var call = plan(all).getFirst();
        var full = "{\"QueryResponse\":{\"Customer\":[%s]}}".formatted("{},".repeat(999) + "{}");
        var first = came(call, full);
        var second = Objects.requireNonNull(Following.next(first, call));
        assertThat(second.query()).isEqualTo(call.query() + "%20startposition%201001");
        var third = Objects.requireNonNull(Following.next(came(second, full), call));
        assertThat(third.query()).isEqualTo(call.query() + "%20startposition%202001");
        assertThat(Following.next(came(third, "{\"QueryResponse\":{}}"), call)).isNull();
        var last = came(third, "{\"QueryResponse\":{}}");
        var document = new String(
                AnswerDocument.of(
                        "77", List.of(first.withMore(), came(second, full).withMore(), last)),
                StandardCharsets.UTF_8);
        try (var answer = ONLINE.read(new StringReader(document), Map.of("1", all))) {
            var response = answer.next();
            assertThat(response.iterator()).isNull();
            int rows = 0;
            for (; response.rows().hasNext(); response.rows().next()) {
                rows++;
            }
            assertThat(rows).isEqualTo(2_000);
            assertThat(answer.hasNext()).isFalse();
        }
    }

    private static Came came(Plan.Call call, String body) {
        return new Came(call, 200, "t", body.getBytes(StandardCharsets.UTF_8), null, null, false, null);
    }

    @Test
    void changes_that_are_too_many_for_one_answer_are_asked_type_by_type_and_never_beyond_30_days() {
        var now = Instant.parse("2026-03-01T00:00:00Z");
        var call = plan(new Request.DeletedSince("1", true, EntityTypes.sendable(), Instant.EPOCH))
                .getFirst();
        var asked = Following.within30Days(call, now);
        assertThat(asked.query()).contains("changedSince=2026-01-31T00%3A00%3A00%2B00%3A00");
        var full = "{\"CDCResponse\":[{\"QueryResponse\":[{\"Invoice\":[%s]}]}]}".formatted("{},".repeat(999) + "{}");
        assertThat(Following.byType(came(asked, full), asked))
                .extracting(Plan.Call::query)
                .allMatch(query -> query.contains("changedSince=2026-01-31"))
                .extracting(query -> query.substring(0, query.indexOf('&')))
                .containsExactly("entities=Invoice", "entities=Payment");
        assertThat(Following.byType(came(asked, "{}"), asked)).isEmpty();
        assertThat(read(
                                "{\"requests\":[\"1\"],\"status\":200,\"body\":%s}".formatted(full),
                                new Request.DeletedSince("1", true, EntityTypes.sendable(), null))
                        .getFirst()
                        .status()
                        .code())
                .as("what was deleted may be cut off")
                .isEqualTo("relink-too-many-changes");
    }

    @Test
    void what_is_asked_again_is_what_was_sent_without_payments_and_not_for_long() {
        var payment = new Request.Add("2", Payment.TYPE, values("customer", to("6"), "amount", number("1")), MARKER);
        byte[] sent =
                ONLINE.write(new MessageSet("S", null, List.of(invoice("1", "5"), payment, invoice("3", "7"))), "75");
        var lost = new LostWrites("S", sent, Duration.ofMinutes(9), Set.of("1", "2"));
        var again = Plan.of(ONLINE.askAgain(lost, "75").orElseThrow()).calls();
        assertThat(again).hasSize(1);
        assertThat(Plan.of(sent).calls()).contains(again.getFirst());
        assertThat(again.getFirst().requests()).containsExactly("1");
        assertThat(ONLINE.askAgain(new LostWrites("S", sent, Duration.ofMinutes(11), Set.of("1")), "75"))
                .isEmpty();
        assertThat(ONLINE.askAgain(new LostWrites("S", sent, Duration.ofMinutes(1), Set.of("2")), "75"))
                .isEmpty();
    }

    @Test
    void deletions_are_asked_once_for_all_types_and_told_apart() {
        var lists = new Request.DeletedSince("1", false, EntityTypes.sendable(), null);
        var transactions = new Request.DeletedSince("2", true, EntityTypes.sendable(), null);
        var call = plan(lists, transactions).getFirst();
        assertThat(call.requests()).containsExactly("1", "2");
        assertThat(call.query()).isEqualTo("entities=Customer,Vendor,Item,Invoice,Payment");
        var read = read("""
                {"requests":["1","2"],"status":200,"body":{"CDCResponse":[{"QueryResponse":[
                 {"Invoice":[{"Id":"1"},{"status":"Deleted","domain":"QBO","Id":"979",
                  "MetaData":{"LastUpdatedTime":"2015-12-23T12:55:50-08:00"}}],"maxResults":2}]}],"time":"x"}}""", lists, transactions);
        assertThat(read.get(0).rows().hasNext()).isFalse();
        var rows = new ArrayList<Row>();
        read.get(1).rows().forEachRemaining(rows::add);
        assertThat(rows).hasSize(2);
        assertThat(((Row.Found) rows.getFirst()).quickbooksId()).isEqualTo("1");
        assertThat(rows.getLast()).isEqualTo(new Row.Deleted("invoice", "979", "", "2015-12-23T12:55:50-08:00"));
    }

    @Test
    void a_person_reads_the_one_item_and_its_answer() {
        var sent = new String(
                ONLINE.write(
                        new MessageSet(
                                "S",
                                null,
                                IntStream.rangeClosed(1, 9)
                                        .mapToObj(n -> (Request) invoice(String.valueOf(n), "5"))
                                        .toList()),
                        "75"),
                StandardCharsets.UTF_8);
        assertThat(ONLINE.excerpt(new StringReader(sent), "4").orElseThrow())
                .startsWith("POST batch\nrequestid S-1")
                .contains("\"bId\" : \"4\"")
                .doesNotContain("\"bId\" : \"5\"");
        var answer = "{\"answers\":[" + single("Customer", "{\"Id\":\"1\"}") + "]}";
        assertThat(ONLINE.excerpt(new StringReader(answer), "1").orElseThrow())
                .startsWith("HTTP status 200\nintuit_tid t")
                .contains("\"Id\" : \"1\"");
        assertThat(ONLINE.excerpt(new StringReader(answer), "2")).isEmpty();
        assertThat(ONLINE.excerpt(new StringReader("{\"answers\":["), "2")).contains("... (cut off)");
    }

    @Test
    void the_realm_and_its_preferences_tell_whose_books_are_open() {
        var whose = new Request.WhoseBooks("1", "realm");
        assertThat(plan(whose)).hasSize(2);
        var books = (Row.Books) read("""
                {"requests":["1"],"status":200,"body":{"QueryResponse":{"Preferences":[{"AccountingInfoPrefs":{"BookCloseDate":"2025-12-31"}}]}}},
                {"requests":["1"],"status":200,"body":{"QueryResponse":{"CompanyInfo":[{"CompanyName":"Acme","Country":"US"}]}}}""", whose).getFirst().rows().next();
        assertThat(books.companyName()).isEqualTo("Acme");
        assertThat(books.fileIds()).isEqualTo(Map.of("realm", "77"));
        assertThat(books.preferences()).isEqualTo(Map.of("AccountingInfoPrefs/BookCloseDate", "2025-12-31"));
    }

    /** An answer as it arrives: nothing of it is made before it is read. */
    private static final class Arriving extends Reader {
        private static final String HEAD =
                "{\"answers\":[{\"requests\":[],\"status\":200,\"body\":{\"BatchItemResponse\":[";
        private Reader piece = new StringReader(HEAD);
        private int items;

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int n = piece.read(into, offset, length);
            if (n < 0 && items <= 30) {
                items++;
                piece = new StringReader(items <= 30 ? item(items) : "],\"time\":\"x\"}}]}");
                n = piece.read(into, offset, length);
            }
            return n;
        }

        private static String item(int number) {
            var customers = IntStream.range(0, 1_000)
                    .mapToObj(n -> "{\"Id\":\"%d\",\"DisplayName\":\"Client %d\"}".formatted(n, n))
                    .collect(Collectors.joining(","));
            return (number == 1 ? "" : ",")
                    + "{\"bId\":\"%d\",\"QueryResponse\":{\"Customer\":[%s]}}".formatted(number, customers);
        }

        @Override
        public void close() {}
    }

    @Test
    void of_30_000_objects_in_one_answer_no_more_than_a_thousand_are_held_at_once() {
        var asked = new HashMap<String, Request>();
        IntStream.rangeClosed(1, 30)
                .mapToObj(String::valueOf)
                .forEach(id -> asked.put(id, new Request.ChangedSince(id, Customer.TYPE, null, 0, null)));
        var arriving = new Arriving();
        int rows = 0;
        try (var answer = ONLINE.read(arriving, asked)) {
            for (int taken = 1; answer.hasNext(); taken++) {
                var all = answer.next().rows();
                assertThat(arriving.items).as("items that were read").isLessThanOrEqualTo(taken + 1);
                for (; all.hasNext(); all.next()) {
                    rows++;
                }
            }
        }
        assertThat(rows).isEqualTo(30_000);
    }
}
