package dev.relink.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class JsonRecordsTest {

    private final Problems problems = new Problems();

    private Values read(EntityType type, String json) {
        var values = JsonRecords.read(type, json.getBytes(StandardCharsets.UTF_8), problems);
        Limits.check(type, values, QuickBooks.DESKTOP, problems);
        return values;
    }

    private void refuses(EntityType type, String json, String... messages) {
        read(type, json);
        assertThat(problems.list()).extracting(Problem::message).containsExactlyInAnyOrder(messages);
    }

    private static String invoice(String lines) {
        return "{\"customer\":\"c1\",\"date\":\"2026-03-01\",\"lines\":" + lines + "}";
    }

    @Test
    void a_good_record_passes_and_keeps_every_digit() {
        var values = read(
                Invoice.TYPE,
                invoice(
                        "[{\"id\":\"a\",\"item\":{\"name\":\"Pruning\"},\"quantity\":\"2.50\",\"rate\":40.10,\"amount\":100.25}]"));
        assertThat(problems.list()).isEmpty();
        assertThat(Invoice.TYPE.total(values))
                .hasValueSatisfying(total -> assertThat(total).isEqualByComparingTo("100.25"));
        assertThat(Sales.linesOf(values, "lines").getFirst().get("rate"))
                .isEqualTo(new Value.Number(new BigDecimal("40.1")));
    }

    @Test
    void all_problems_are_told_at_once() {
        refuses(
                Customer.TYPE,
                "{\"name\":\"A:B\",\"nmae\":1,\"active\":\"yes\",\"firstName\":\"%s\",\"email\":17}"
                        .formatted("x".repeat(26)),
                "/name has a colon, which QuickBooks keeps for Parent:Child: \"A:B\"",
                "/nmae is not a known field of a customer; did you mean name?",
                "/active must be true or false, not text",
                "/firstName has 26 characters; QuickBooks Desktop keeps 25: \"%s\"".formatted("x".repeat(26)),
                "/email must be text, not the number \"17\"");
    }

    @Test
    void a_missing_name_is_told() {
        refuses(Customer.TYPE, "{}", "/name is missing: a customer needs it");
    }

    @Test
    void a_number_over_the_limit_is_refused_not_cut() {
        read(
                Invoice.TYPE,
                "{\"customer\":\"c1\",\"date\":\"2026-03-01\",\"number\":\"INV-2026-000123456\",\"lines\":[{\"item\":\"i\"}]}");
        assertThat(problems.list())
                .containsExactly(new Problem(
                        "/number", "/number has 18 characters; QuickBooks Desktop keeps 11: \"INV-2026-000123456\""));
    }

    @Test
    void an_emoji_is_refused_by_name_and_a_letter_that_windows_lacks_is_not() {
        refuses(
                Customer.TYPE,
                "{\"name\":\"Oak \uD83C\uDF33\",\"lastName\":\"Wa\u0142\u0119sa\"}",
                "/name has the character \uD83C\uDF33 (U+1F333), which QuickBooks Desktop cannot keep: \"Oak \uD83C\uDF33\"");
    }

    @Test
    void control_characters_and_half_characters_are_refused() {
        refuses(
                Customer.TYPE,
                "{\"name\":\"a\\u0001b\",\"companyName\":\"x\\ud83cy\",\"phone\":\"1\\n2\",\"notes\":\"one\\r\\ntwo\"}",
                "/name has a control character (U+0001) at position 2: \"a\u00b7b\"",
                "/companyName has half a character (U+D83C) at position 2: \"x\ud83cy\"",
                "/phone has a line break at position 2: \"1\u00b72\"");
    }

    @Test
    void amounts_out_of_range_are_refused_with_the_limit() {
        refuses(
                Payment.TYPE,
                "{\"customer\":\"c\",\"date\":\"2026-02-30\",\"amount\":-1,\"appliedTo\":[{\"invoice\":\"i\",\"amount\":\"1.005\"},"
                        + "{\"invoice\":\"j\",\"amount\":12345678901234},{\"invoice\":\"k\",\"amount\":1e999999999}]}",
                "/date must be a date such as \"2026-03-01\", not \"2026-02-30\"",
                "/amount is \"-1\"; it cannot be less than 0",
                "/appliedTo/0/amount has 3 decimals; QuickBooks keeps 2: \"1.005\"",
                "/appliedTo/1/amount has 14 digits before the point; QuickBooks keeps 13: \"12345678901234\"",
                "/appliedTo/2/amount has 1000000000 digits before the point; QuickBooks keeps 13: \"1E+999999999\"");
    }

    @Test
    void an_invoice_needs_lines_that_say_something_and_add_up() {
        refuses(Invoice.TYPE, invoice("[]"), "/lines is empty; QuickBooks keeps no such transaction without a line");
    }

    @Test
    void a_line_needs_an_item_or_a_description_and_its_amount_must_agree() {
        refuses(
                Invoice.TYPE,
                invoice("[{\"quantity\":1},{\"item\":\"i\",\"quantity\":3,\"rate\":\"10.00\",\"amount\":\"30.02\"},"
                        + "{\"item\":\"i\",\"quantity\":3,\"rate\":\"3.333\",\"amount\":\"10.00\"}]"),
                "/lines/0 has neither item nor description",
                "/lines/1/amount is 30.02, but quantity 3 times rate 10 is 30; they may differ by 0.01");
    }

    @Test
    void what_quickbooks_works_out_from_the_lines_must_fit_it_too() {
        refuses(
                Invoice.TYPE,
                invoice("[{\"item\":\"i\",\"quantity\":9999999999,\"rate\":9999999999}]"),
                "/lines/0 comes to 99999999980000000001.00; QuickBooks keeps 13 digits",
                "/lines add up to 99999999980000000001.00; QuickBooks keeps 13 digits");
    }

    @Test
    void a_year_that_quickbooks_has_not_is_told_with_the_limit() {
        refuses(
                Invoice.TYPE,
                invoice("[{\"item\":\"i\"}]").replace("2026", "0001"),
                "/date is 0001-03-01; a date goes from 1901 to 9999");
    }

    @Test
    void an_invoice_is_not_a_invoice() {
        refuses(
                Invoice.TYPE,
                "{\"customer\":\"c1\",\"lines\":[{\"item\":\"i\"}],\"colour\":\"red\"}",
                "/date is missing: an invoice needs it",
                "/colour is not a known field of an invoice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'A'} {}     | something follows after its end",
                "{'name':NaN}        | Non-standard token 'NaN'",
                "{'name':'A','name':1} | Duplicate Object property",
                "{'name':'A'         | it breaks off before its end",
            })
    void what_is_no_json_is_told_without_the_parsers_settings(String json, String why) {
        read(Customer.TYPE, json.replace('\'', '"').replace("\"NaN\"", "'NaN'"));
        assertThat(problems.list())
                .singleElement()
                .satisfies(it -> assertThat(it.message())
                        .startsWith("The record is not JSON: " + why)
                        .doesNotContain("Feature", "Source", "`", "tools.jackson"));
    }

    @Test
    void a_payment_applies_no_more_than_it_has() {
        refuses(
                Payment.TYPE,
                "{\"customer\":\"c\",\"date\":\"2026-03-01\",\"amount\":\"100\",\"appliedTo\":[{\"invoice\":\"i\",\"amount\":60},{\"invoice\":\"j\",\"amount\":50}]}",
                "/appliedTo applies 110 to invoices; the payment is of 100");
    }

    @Test
    void a_long_address_is_wrapped_at_words_and_a_longer_one_refused() {
        var fits = read(
                Customer.TYPE,
                "{\"name\":\"a\",\"billingAddress\":{\"lines\":[\"The Old Orchard House behind the Water Mill\",\"Lane 2\"]}}");
        assertThat(problems.list()).isEmpty();
        assertThat(Views.of(Customer.TYPE, fits, QuickBooks.DESKTOP).get("billingAddress"))
                .isEqualTo(new Value.Address(
                        java.util.List.of("The Old Orchard House behind the Water", "Mill", "Lane 2"),
                        null,
                        null,
                        null,
                        null));
        refuses(
                Customer.TYPE,
                "{\"name\":\"a\",\"billingAddress\":{\"lines\":[\"%s\"]}}".formatted("word ".repeat(50)),
                "/billingAddress/lines take 7 lines of 41 characters; QuickBooks Desktop keeps 5");
    }

    @Test
    void computed_fields_are_refused() {
        refuses(
                Invoice.TYPE,
                "{\"customer\":\"c\",\"date\":\"2026-03-01\",\"balance\":1,\"lines\":[{\"item\":\"i\"}]}",
                "/balance is computed by QuickBooks; leave it out");
    }

    @Test
    void text_that_is_no_json_and_nesting_without_end_are_told() {
        read(Customer.TYPE, "{\"name\":");
        assertThat(problems.list())
                .singleElement()
                .satisfies(it -> assertThat(it.message())
                        .isEqualTo("The record is not JSON: it breaks off before its end (line 1, column 9)"));
        var deep = new Problems();
        JsonRecords.read(Customer.TYPE, "[".repeat(100_000).getBytes(StandardCharsets.UTF_8), deep);
        assertThat(deep.list()).hasSize(1);
    }

    @Test
    void a_decimal_that_became_a_double_is_a_fault_of_the_caller() {
        var lossy = JsonMapper.shared().readTree("{\"customer\":\"c\",\"date\":\"2026-03-01\",\"amount\":0.1}");
        assertThatThrownBy(() -> JsonRecords.read(Payment.TYPE, lossy, problems))
                .hasMessageContaining("JsonRecords.mapper()");
    }

    @Test
    void inventory_needs_its_accounts() {
        refuses(
                Item.TYPE,
                "{\"name\":\"Mulch\",\"kind\":\"inventory\",\"incomeAccount\":{\"name\":\"Sales\"}}",
                "/expenseAccount is missing: an inventory item needs it",
                "/assetAccount is missing: an inventory item needs it");
    }

    @Test
    void what_is_stored_is_read_back_equal_and_equal_records_have_equal_bytes() {
        var json =
                "{\"date\":\"2026-03-01\",\"memo\":null,\"customer\":\"c1\",\"billingAddress\":{\"city\":\"Bath\",\"lines\":[\"1 High St\"]},"
                        + "\"terms\":{\"name\":\"Net 30\"},\"salesTaxItem\":{\"quickbooksId\":\"80-1\"},\"lines\":[{\"item\":\"i\",\"quantity\":2.0,\"rate\":\"10.50\"}]}";
        var values = read(Invoice.TYPE, json);
        assertThat(problems.list()).isEmpty();
        var stored = RecordJson.write(Invoice.TYPE, values);
        assertThat(RecordJson.read(Invoice.TYPE, stored)).isEqualTo(values);
        var again = read(Invoice.TYPE, json.replace("2.0", "\"2.000\"").replace("10.50", "10.5"));
        assertThat(RecordJson.write(Invoice.TYPE, again)).isEqualTo(stored);
        assertThat(stored).startsWith("{\"customer\":\"c1\",\"date\"");
    }

    @Test
    void references_are_found_in_lines_too_and_resolved() {
        var values = read(Invoice.TYPE, invoice("[{\"description\":\"x\"},{\"item\":\"i7\"}]"));
        assertThat(Invoice.TYPE.references(values))
                .extracting(Link::pointer, Link::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/customer", "customer"),
                        org.assertj.core.groups.Tuple.tuple("/lines/1/item", "item"));
        var resolved = Invoice.TYPE.resolve(
                values, (type, it) -> new Value.Reference.ToQuickBooks(type + "-" + it.recordId(), null));
        assertThat(Invoice.TYPE.references(resolved).getLast().reference())
                .isEqualTo(new Value.Reference.ToQuickBooks("item-i7", null));
        assertThat(Invoice.TYPE.summary(values)).isEmpty();
    }

    @Test
    void a_second_line_tells_two_of_one_name_apart() {
        assertThat(Customer.TYPE.summary(read(Customer.TYPE, "{\"name\":\"Smith, John\",\"accountNumber\":\"20118\"}")))
                .isEqualTo("Client 20118");
        assertThat(
                        Item.TYPE.summary(
                                read(
                                        Item.TYPE,
                                        "{\"name\":\"Mulch\",\"kind\":\"non-inventory\",\"price\":\"1440\",\"incomeAccount\":{\"name\":\"Sales\"}}")))
                .isEqualTo("Non-inventory item \u00b7 $1,440.00");
    }

    @Test
    void parents_come_before_their_children() {
        assertThat(EntityTypes.sendable())
                .extracting(EntityType::name)
                .containsExactly("customer", "vendor", "item", "invoice", "payment");
        for (var type : EntityTypes.all()) {
            for (var field : type.fields()) {
                if (field.kind() instanceof Kind.Refers(var target)) {
                    assertThat(EntityTypes.require(target).rank()).isLessThanOrEqualTo(type.rank());
                }
            }
        }
    }
}
