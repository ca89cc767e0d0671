package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static dev.relink.scenario.Sent.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.simulator.desktop.books.Feature;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each kind of lack, over the wire: the record waits with its reason and goes by itself when the lack is gone. */
class PreflightKindsStoryTest {

    private final Story story = Story.begins();

    private void customerAndItemAreThere() {
        story.books().bookkeeper().setFeature(Feature.CLASS_TRACKING, true);
        story.sends(customer("1", "Hollis, Margaret"), item("prune", "Pruning"))
                .webConnectorRuns()
                .everythingIsSynced();
        story.minutesPass();
    }

    static Stream<Arguments> entries() {
        Sent pruning = invoice("10388", "1").line("a", "prune", "2", "50");
        return Stream.of(
                Arguments.of("account", payment("p1", "1", "20").with("depositTo", named("Till")), "Account", bank()),
                Arguments.of(
                        "terms", customer("2", "Lee, Anna").with("terms", named("Net 45")), "StandardTerms", days()),
                Arguments.of("class", pruning.with("class", named("Crew Z")), "Class", Map.of()),
                Arguments.of(
                        "sales tax code",
                        customer("2", "Lee, Anna").with("salesTaxCode", named("EXM")),
                        "SalesTaxCode",
                        notTaxed()),
                Arguments.of(
                        "payment method",
                        payment("p1", "1", "20").with("method", named("Barter")),
                        "PaymentMethod",
                        Map.of()),
                Arguments.of(
                        "customer type",
                        customer("2", "Lee, Anna").with("customerType", named("Orchard")),
                        "CustomerType",
                        Map.of()));
    }

    private static Map<String, String> named(String name) {
        return Map.of("name", name);
    }

    private static Map<String, String> bank() {
        return Map.of("AccountType", "Bank");
    }

    private static Map<String, String> days() {
        return Map.of("StdDueDays", "45");
    }

    private static Map<String, String> notTaxed() {
        return Map.of("IsTaxable", "false");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void an_entry_that_quickbooks_does_not_have_is_foreseen_and_its_coming_sets_the_record_free(
            String kind, Sent record, String list, Map<String, String> fields) {
        customerAndItemAreThere();
        String name = missingName(record);
        story.sends(record).webConnectorRuns();
        assertForeseen(record, "desktop:3140", "no %s \"%s\"".formatted(kind, name));

        story.minutesPass().webConnectorRuns();
        assertThat(attempts(record)).as("still nothing is sent for it").isZero();

        story.books().bookkeeper().add(list, name, fields);
        story.minutesPass().webConnectorRuns().everythingIsSynced();
        assertThat(attempts(record)).isOne();
    }

    private static String missingName(Sent record) {
        return record.fields().values().stream()
                .filter(Map.class::isInstance)
                .map(value -> String.valueOf(((Map<?, ?>) value).get("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_stock_item_waits_while_inventory_is_off() {
        story.books().bookkeeper().add("Account", "Stock", Map.of("AccountType", "OtherCurrentAsset"));
        story.books().bookkeeper().add("Account", "Goods sold", Map.of("AccountType", "CostOfGoodsSold"));
        Sent mulch = item("mulch", "Mulch")
                .with("kind", "inventory")
                .with("assetAccount", named("Stock"))
                .with("expenseAccount", named("Goods sold"));
        assertGoesOnceSwitchedOn(Feature.INVENTORY, mulch, "inventory is off");
    }

    @Test
    void a_customer_with_a_currency_waits_while_quickbooks_has_but_one() {
        assertGoesOnceSwitchedOn(
                Feature.MULTI_CURRENCY,
                customer("2", "Lee, Anna").with("currency", named("Canadian Dollar")),
                "multiple currencies is off");
    }

    @Test
    void a_line_with_a_class_waits_while_class_tracking_is_off() {
        customerAndItemAreThere();
        story.books().bookkeeper().add("Class", "Crew A", Map.of());
        Map<String, Object> line = Map.of(
                "id", "a", "item", "prune", "quantity", "1", "rate", "50", "amount", "50", "class", named("Crew A"));
        assertGoesOnceSwitchedOn(
                Feature.CLASS_TRACKING, invoice("10388", "1").with("lines", List.of(line)), "class tracking is off");
    }

    private void assertGoesOnceSwitchedOn(Feature feature, Sent record, String reason) {
        story.books().bookkeeper().setFeature(feature, false);
        story.webConnectorRuns().minutesPass();
        story.sends(record).webConnectorRuns();
        assertForeseen(record, "desktop:3250", reason);

        story.books().bookkeeper().setFeature(feature, true);
        story.minutesPass().webConnectorRuns().everythingIsSynced();
        assertThat(attempts(record)).isOne();
    }

    /** Of rights QuickBooks tells only by a refusal: one record learns it, all others wait. */
    @Test
    void a_change_waits_for_the_right_to_change_and_new_ones_go_meanwhile() {
        customerAndItemAreThere();
        story.books().bookkeeper().permit("Customer", true, false);
        story.sends(customer("1", "Hollis, Margaret").phone("555 0101")).webConnectorRuns();
        assertThat(story.error("customer/1").code()).isEqualTo("desktop:3260");

        story.sends(customer("2", "Lee, Anna")).webConnectorRuns();
        assertThat(story.record("customer/2").at("/state").asString()).isEqualTo("synced");
        story.books().bookkeeper().permit("Customer", true, true);
        RunningRelink.shared()
                .jdbc()
                .sql("update lack set since = since - interval '20 minutes' where company_id = ?")
                .param(story.company)
                .update();
        story.minutesPass().webConnectorRuns().everythingIsSynced();
    }

    private void assertForeseen(Sent record, String code, String reason) {
        String key = record.type() + "/" + record.id();
        JsonNode error = story.record(key).get("syncError");
        assertThat(error.at("/code").asString()).isEqualTo(code);
        assertThat(error.at("/foreseen").asBoolean()).isTrue();
        assertThat(error.at("/attempts").asInt()).isZero();
        assertThat(story.error(key).message()).startsWith("Foreseen: ").contains(reason);
        assertThat(attempts(record)).isZero();
    }

    private long attempts(Sent record) {
        return RunningRelink.shared()
                .jdbc()
                .sql("select count(*) from attempt where company_id = ? and type = ? and record_id = ?")
                .params(story.company, record.type(), record.id())
                .query(Long.class)
                .single();
    }
}
