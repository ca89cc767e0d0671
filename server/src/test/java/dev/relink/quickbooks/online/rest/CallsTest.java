package dev.relink.quickbooks.online.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.connector.Connector.LostWrites;
import dev.relink.connector.Known;
import dev.relink.connector.Request;
import dev.relink.connector.Row;
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
import dev.relink.platform.OnlineLimits;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codec and the calls against practice QuickBooks Online, over HTTP. */
class CallsTest {

    private static final String MARKER = "2b0f8e0c-8f4e-8c3d-9a56-1e6a0d3a7b11";
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private final PracticeRealm realm = new PracticeRealm();

    @AfterEach
    void close() {
        realm.close();
    }

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

    private static Request.Add customer(String id, String name) {
        return new Request.Add(id, Customer.TYPE, values("name", text(name)), MARKER);
    }

    private Row.Found made(EntityType type, Values values) {
        var add = new Request.Add("1", type, values, MARKER);
        var told = realm.exchange("ADD" + type + values.hashCode(), add);
        assertThat(told.status("1")).as(told.text()).isEqualTo("online:0");
        assertThat(Differences.between(type, values, told.found("1").values(), QuickBooks.ONLINE))
                .isEmpty();
        return told.found("1");
    }

    private Values invoice(String customer, String item) {
        return values(
                "customer",
                to(customer),
                "date",
                new Value.Day(DAY),
                "memo",
                text("Spring clean"),
                "lines",
                new Value.Lines(List.of(
                        values(
                                "id", text("a"),
                                "item", to(item),
                                "quantity", number("3"),
                                "rate", number("33.335"),
                                "salesTaxCode", new Reference.ByName("NON")),
                        values("id", text("b"), "description", text("Thank you")))));
    }

    @Test
    void all_four_types_are_made_changed_and_removed_and_come_back_as_they_were_sent() {
        var address = new Value.Address(List.of("1 Way", "Back door"), "Akron", "OH", "44301", "United States");
        var parent = made(
                Customer.TYPE,
                values(
                        "name", text("O'Hara & Sons"),
                        "phone", text("555-1234"),
                        "email", text("a@example.com"),
                        "billingAddress", address,
                        "terms", to(realm.idOf("term", "Net 30")),
                        "notes", text("Gate code 4")));
        assertThat(parent.marker()).isEqualTo(MARKER);
        var child = made(Customer.TYPE, values("name", text("Back yard"), "parent", to(parent.quickbooksId())));
        assertThat(child.fullName()).isEqualTo("O'Hara & Sons:Back yard");
        var item = made(
                Item.TYPE,
                values(
                        "name", text("Pruning"),
                        "kind", text("other-charge"),
                        "price", number("33.335"),
                        "incomeAccount", to(realm.idOf("account", "Sales"))));
        var invoice = made(Invoice.TYPE, invoice(child.quickbooksId(), item.quickbooksId()));
        assertThat(invoice.marker()).isEqualTo(MARKER);
        var payment = made(
                Payment.TYPE,
                values(
                        "customer", to(child.quickbooksId()),
                        "date", new Value.Day(DAY),
                        "reference", text("1001"),
                        "amount", number("60"),
                        "appliedTo",
                                new Value.Lines(List.of(
                                        values("invoice", to(invoice.quickbooksId()), "amount", number("60"))))));
        changed(invoice);
        gone(payment, Removal.DELETE);
        gone(item, Removal.DEACTIVATE);
    }

    /** Somebody applied a payment meanwhile: the SyncToken is read again first. */
    private void changed(Row.Found before) {
        var now = realm.exchange("READ1", new Request.ById("1", Invoice.TYPE, before.quickbooksId()))
                .found("1");
        var lines = List.of(line(now, 0, "a"), line(now, 1, "b"));
        var known = new Known(now.quickbooksId(), now.editToken(), lines);
        var wanted = values(
                "memo",
                text("Autumn clean"),
                "lines",
                new Value.Lines(List.of(
                        values("id", text("a"), "quantity", number("4"), "rate", number("30")),
                        values("id", text("b"), "description", text("See you")),
                        values("id", text("c"), "description", text("Bye")))));
        var told = realm.exchange("MOD1", new Request.Modify("1", Invoice.TYPE, wanted, known, MARKER));
        assertThat(told.status("1")).as(told.text()).isEqualTo("online:0");
        var after = told.found("1");
        assertThat(after.lines()).hasSize(3);
        assertThat(after.lines().getFirst().quickbooksId())
                .isEqualTo(now.lines().getFirst().quickbooksId());
        assertThat(after.values().get("total")).isEqualTo(number("120"));
        assertThat(after.values().text("memo")).isEqualTo("Autumn clean");
        assertThat(after.marker()).isEqualTo(MARKER);
        assertThat(after.values().get("customer")).isEqualTo(now.values().get("customer"));
    }

    private static Known.Line line(Row.Found found, int at, String ours) {
        var line = found.lines().get(at);
        return new Known.Line(line.quickbooksId(), ours, line.group(), line.whole());
    }

    private void gone(Row.Found row, Removal removal) {
        var remove = new Request.Remove("1", row.type(), row.values(), row.known(), removal);
        var told = realm.exchange("GONE" + row.type() + removal, remove);
        assertThat(told.status("1")).as(told.text()).isEqualTo("online:0");
        var read = realm.exchange("R", new Request.ById("1", row.type(), row.quickbooksId()));
        assertThat(read.status("1")).isEqualTo("online:0");
        if (removal == Removal.DELETE) {
            assertThat(read.of("1")).isEmpty();
        } else {
            assertThat(read.found("1").active()).isFalse();
            assertThat(read.found("1").values().text("name"))
                    .isEqualTo(row.values().text("name"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_made_inactive_comes_back_under_its_name(boolean renamed) {
        realm.switches("{\"inactiveRenamed\":" + renamed + "}");
        var row = made(Customer.TYPE, values("name", text("Ann")));
        gone(row, Removal.DEACTIVATE);
        var named = new Request.ByName("1", Customer.TYPE, "Ann");
        var any = new Request.ByAnyName("2", "Ann");
        var told = realm.exchange("R", named, any);
        assertThat(told.found("1").active()).isFalse();
        assertThat(told.found("2").quickbooksId()).isEqualTo(row.quickbooksId());
        var known = told.found("1").known();
        var back =
                realm.exchange("BACK", new Request.Remove("1", Customer.TYPE, row.values(), known, Removal.REACTIVATE));
        assertThat(back.found("1").active()).as(back.text()).isTrue();
        assertThat(back.found("1").fullName()).isEqualTo("Ann");
    }

    @Test
    void a_void_keeps_the_invoice_and_its_marker() {
        var customer = made(Customer.TYPE, values("name", text("Ann")));
        var invoice = made(Invoice.TYPE, invoice(customer.quickbooksId(), realm.idOf("item", "Services")));
        var told = realm.exchange(
                "VOID", new Request.Remove("1", Invoice.TYPE, invoice.values(), invoice.known(), Removal.VOID));
        assertThat(told.found("1").values().get("total")).as(told.text()).isEqualTo(number("0"));
        assertThat(told.found("1").marker()).isEqualTo(MARKER);
    }

    @Test
    void every_kind_of_question_is_answered_few_of_them_and_many() {
        var customer = made(Customer.TYPE, values("name", text("O'Hara \\ \"Sons\"")));
        var invoice = made(
                Invoice.TYPE,
                invoice(customer.quickbooksId(), realm.idOf("item", "Services")).with("number", text("A-1")));
        var some = List.of(
                new Request.ByName("1", Customer.TYPE, "O'Hara \\ \"Sons\""),
                new Request.ByAnyName("2", "O'Hara \\ \"Sons\""),
                new Request.ByNumber("3", Invoice.TYPE, "A-1"),
                new Request.ByParty("4", Invoice.TYPE, customer.quickbooksId(), DAY, DAY),
                new Request.ByName("5", EntityTypes.require("account"), "Sales"),
                new Request.ByName("6", EntityTypes.require("sales-tax-code"), "TAX"),
                new Request.ByName("7", Customer.TYPE, "Nobody"));
        answered(realm.exchange("SOME", some.subList(0, 3).toArray(Request[]::new)), invoice, 3);
        answered(realm.exchange("MANY", some.toArray(Request[]::new)), invoice, 7);
        assertThat(realm.control("calls").toString()).contains("\"path\":\"batch");
    }

    private static void answered(PracticeRealm.Told told, Row.Found invoice, int requests) {
        assertThat(told.byId()).as(told.text()).hasSize(requests);
        assertThat(told.byId().values())
                .allMatch(response -> response.status().code().equals("0"));
        assertThat(told.found("1").type()).isEqualTo(Customer.TYPE);
        assertThat(told.of("2")).hasSize(1);
        assertThat(told.found("3").quickbooksId()).isEqualTo(invoice.quickbooksId());
        if (requests > 3) {
            assertThat(told.found("4").quickbooksId()).isEqualTo(invoice.quickbooksId());
            assertThat(told.of("5")).hasSize(1);
            assertThat(told.of("6")).hasSize(1);
            assertThat(told.of("7")).isEmpty();
        }
    }

    @Test
    void lists_books_and_deletions_are_read_and_reads_are_counted() {
        var customer = made(Customer.TYPE, values("name", text("Ann")));
        var invoice = made(Invoice.TYPE, invoice(customer.quickbooksId(), realm.idOf("item", "Services")));
        gone(invoice, Removal.DELETE);
        var told = realm.exchange(
                "LISTS",
                new Request.WholeList("1", "account"),
                new Request.WholeList("2", "sales-tax-code"),
                new Request.WholeList("3", "sales-tax-item"),
                new Request.DeletedSince("4", false, EntityTypes.sendable(), null),
                new Request.DeletedSince("5", true, EntityTypes.sendable(), Instant.parse("2020-01-01T00:00:00Z")),
                new Request.WhoseBooks("6", "realm"));
        assertThat(told.byId()).as(told.text()).hasSize(6);
        assertThat(told.byId().values())
                .allMatch(response -> response.status().code().equals("0"));
        assertThat(told.of("1"))
                .anyMatch(row -> row instanceof Row.Entry entry
                        && entry.fullName().equals("Sales")
                        && "Income".equals(entry.facts().get("AccountType")));
        assertThat(told.of("2")).hasSize(4);
        assertThat(told.of("3")).isEmpty();
        assertThat(told.of("4"))
                .anyMatch(row ->
                        row instanceof Row.Found found && found.fullName().equals("Ann"));
        assertThat(told.of("5"))
                .filteredOn(row -> row instanceof Row.Deleted)
                .singleElement()
                .isInstanceOfSatisfying(Row.Deleted.class, deleted -> {
                    assertThat(deleted.quickbooksId()).isEqualTo(invoice.quickbooksId());
                    assertThat(deleted.typeName()).isEqualTo("invoice");
                });
        var books = (Row.Books) told.of("6").getFirst();
        assertThat(books.fileIds()).containsEntry("realm", realm.id);
        assertThat(books.preferences()).containsEntry("CurrencyPrefs/MultiCurrencyEnabled", "false");
        long reads = new Reads(realm.database.jdbc(), Clock.systemUTC()).ofThisMonth("production");
        assertThat(reads).isEqualTo(6); // the one after the deletion found nothing: a fault, which is free
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void changes_come_page_by_page_and_none_is_missing(boolean oneRowTooMany) {
        realm.switches("{\"oneRowTooMany\":" + oneRowTooMany + "}");
        var writes = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> (Request) customer(String.valueOf(n), "Client " + n))
                .toList();
        realm.exchange(realm.write("MANY", writes), writes);
        var seen = new HashSet<String>();
        @Nullable String iterator = null;
        int pages = 0;
        do {
            var changed = new Request.ChangedSince("1", Customer.TYPE, Instant.EPOCH, 7, iterator);
            var told = realm.exchange("PAGE", changed);
            told.of("1").forEach(row -> seen.add(((Row.Found) row).fullName()));
            iterator = Objects.requireNonNull(told.byId().get("1")).iterator();
            pages++;
        } while (iterator != null && pages < 20);
        seen.removeIf(name -> !name.startsWith("Client "));
        assertThat(seen).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void many_writes_go_in_batches_and_each_gets_its_own_answer(boolean shuffled) {
        realm.switches("{\"batchShuffled\":" + shuffled + "}");
        var writes = IntStream.rangeClosed(1, 45)
                .mapToObj(n -> (Request) customer(String.valueOf(n), "Client " + (n == 45 ? 1 : n)))
                .toList();
        var told = realm.exchange(realm.write("MANY", writes), writes);
        assertThat(told.byId()).hasSize(45);
        assertThat(told.byId().values())
                .filteredOn(response -> !response.status().code().equals("0"))
                .singleElement()
                .satisfies(response -> assertThat(response.status().code()).isEqualTo("6240"));
        assertThat(told.found("7").fullName()).isEqualTo("Client 7");
        assertThat(realm.requestIds()).containsExactlyInAnyOrder("MANY-1", "MANY-2", "MANY-3", "MANY-4", "MANY-5");
        realm.hasNoTwins();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dropAfterCommit",
                "errorAfterCommit",
                "timeoutAfterCommit",
                "truncateAnswer",
                "resetBefore",
                "serverError"
            })
    void a_write_whose_answer_is_lost_has_no_response_and_asking_again_gives_it(String trouble) {
        realm.trouble(trouble);
        var add = customer("1", "Kept");
        byte[] sent = realm.write("SET", List.of(add));
        var told = realm.exchange(sent, List.of(add));
        assertThat(told.byId()).as(told.text()).isEmpty();
        byte[] again = realm.connector
                .askAgain(new LostWrites("SET", sent, Duration.ofMinutes(1), Set.of("1")), "75")
                .orElseThrow();
        assertThat(again).as("to the byte").isEqualTo(sent);
        assertThat(realm.exchange(again, List.of(add)).found("1").fullName()).isEqualTo("Kept");
        assertThat(realm.requestIds()).containsExactly("SET-1", "SET-1");
        assertThat(realm.made("Kept")).isEqualTo(1);
    }

    @Test
    void a_batch_that_dies_in_the_middle_is_made_whole_by_asking_again() {
        realm.control("troubles", "{\"dropBatchAfter\":4}");
        var writes = IntStream.rangeClosed(1, 10)
                .mapToObj(n -> (Request) customer(String.valueOf(n), "Client " + n))
                .toList();
        byte[] sent = realm.write("SET", writes);
        assertThat(realm.exchange(sent, writes).byId()).isEmpty();
        byte[] again = realm.connector
                .askAgain(new LostWrites("SET", sent, Duration.ofMinutes(1), Set.of("3", "9")), "75")
                .orElseThrow();
        assertThat(realm.exchange(again, writes).byId()).hasSize(10);
        assertThat(realm.made("Client 3")).isEqualTo(1);
        realm.hasNoTwins();
    }

    @Test
    void a_token_that_is_refused_after_the_write_is_renewed_and_the_same_request_goes_once_more() {
        realm.trouble("unauthorizedAfterCommit");
        var told = realm.exchange("SET", customer("1", "Kept"));
        assertThat(told.found("1").fullName()).isEqualTo("Kept");
        assertThat(realm.renewals).isEqualTo(1);
        assertThat(realm.requestIds()).containsExactly("SET-1", "SET-1");
        assertThat(realm.made("Kept")).isEqualTo(1);
    }

    /** A payment was reported to have been made twice under one requestid: it is in doubt, and looked for. */
    @Test
    void a_payment_is_not_sent_again_by_itself() {
        realm.switches("{\"requestIdHoldsForPayments\":false}");
        var customer = made(Customer.TYPE, values("name", text("Ann")));
        realm.trouble("unauthorizedAfterCommit");
        var payment = new Request.Add(
                "1",
                Payment.TYPE,
                values("customer", to(customer.quickbooksId()), "date", new Value.Day(DAY), "amount", number("5")),
                MARKER);
        assertThat(realm.exchange("PAY", payment).byId()).isEmpty();
        var found = realm.exchange("R", new Request.ByParty("1", Payment.TYPE, customer.quickbooksId(), DAY, DAY));
        assertThat(found.of("1")).hasSize(1);
        assertThat(found.found("1").marker()).isEqualTo(MARKER);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_throttled_was_not_done_and_the_rest_waits(boolean inXml) {
        realm.switches("{\"gatewayInXml\":" + inXml + "}");
        realm.trouble("throttled");
        var writes = IntStream.rangeClosed(1, 20)
                .mapToObj(n -> (Request) customer(String.valueOf(n), "Client " + n))
                .toList();
        var told = realm.exchange(realm.write("SET", writes), writes);
        assertThat(told.exchange().pause()).isEqualTo(Duration.ofSeconds(60));
        assertThat(told.exchange().trouble()).contains("wait");
        assertThat(told.byId()).hasSize(20);
        assertThat(told.byId().values())
                .anyMatch(response -> response.status().code().equals("3001"));
    }

    @Test
    void an_expired_token_is_renewed_before_anything_is_done() {
        realm.control("expire-access", "{}");
        assertThat(realm.exchange("SET", customer("1", "Kept")).found("1").fullName())
                .isEqualTo("Kept");
        assertThat(realm.renewals).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_fault_is_a_fault_whatever_the_status_of_http(boolean in200) {
        if (in200) {
            realm.trouble("faultIn200");
        }
        var told = realm.exchange("SET", new Request.Add("1", Customer.TYPE, values("name", text("a:b")), MARKER));
        assertThat(told.status("1")).as(told.text()).startsWith("online:").isNotEqualTo("online:0");
    }

    @Test
    void what_intuit_has_to_say_of_each_call_is_kept_and_no_token() {
        var told = realm.exchange("SET", customer("1", "Kept"));
        assertThat(told.text()).contains("\"tid\":\"").contains("\"realm\":\"" + realm.id + "\"");
        assertThat(told.text()).doesNotContain(realm.of(PracticeRealm.ACME).token());
    }

    @Test
    void html_in_place_of_an_answer_leaves_a_doubt() {
        realm.trouble("unavailable");
        var told = realm.exchange("SET", customer("1", "Kept"));
        assertThat(told.byId()).isEmpty();
        assertThat(told.text()).contains("503");
    }

    @Test
    void where_nobody_listens_nothing_was_sent() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (var away = new PracticeRealm(PracticeRealm.LIMITS, "http://localhost:" + free)) {
            var told = away.exchange("SET", customer("1", "Kept"));
            assertThat(told.status("1")).isEqualTo("online:relink-not-sent");
            assertThat(told.exchange().pause()).isPositive();
        }
    }

    @Test
    void an_answer_that_does_not_come_in_time_leaves_a_doubt() {
        realm.control("troubles", "{\"slow\":1500}");
        var limits = new OnlineLimits(500, 10, 10, 40, Duration.ofMillis(300));
        var hasty = new HttpCalls(
                realm,
                new Pace(realm.database.jdbc(), limits),
                new Reads(realm.database.jdbc(), Clock.systemUTC()),
                realm.wire(limits),
                Clock.systemUTC());
        var exchange = hasty.exchange(PracticeRealm.ACME, realm.write("SET", List.of(customer("1", "Kept"))));
        assertThat(new String(exchange.answer(), StandardCharsets.UTF_8)).contains("\"lost\":\"No answer within");
    }
}
