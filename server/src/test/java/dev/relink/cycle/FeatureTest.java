package dev.relink.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.connector.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the host and the preferences of a company file tell of what QuickBooks would refuse. */
class FeatureTest {

    private static Row.Books books(String product, Map<String, String> preferences) {
        return new Row.Books(Map.of("ProductName", product), List.of("13.0"), "Tree care", Map.of(), preferences);
    }

    @Test
    void a_preference_that_is_false_is_off_and_one_that_is_not_told_is_not() {
        assertThat(Feature.off(books(
                        "QuickBooks Enterprise Solutions 24.0",
                        Map.of(
                                "AccountingPreferences/IsUsingClassTracking", "false",
                                "MultiCurrencyPreferences/IsMultiCurrencyOn", "true"))))
                .containsExactly("class tracking");
        assertThat(Feature.off(books("QuickBooks Premier 2024", Map.of()))).isEmpty();
    }

    /** As a real QuickBooks Pro answered. */
    @Test
    void the_edition_decides_about_sales_orders() {
        Map<String, String> told = Map.of(
                "AccountingPreferences/IsUsingClassTracking", "false",
                "MultiCurrencyPreferences/IsMultiCurrencyOn", "false",
                "PurchasesAndVendorsPreferences/IsUsingInventory", "false",
                "JobsAndEstimatesPreferences/IsUsingEstimates", "true");

        assertThat(Feature.off(books("QuickBooks Pro 2014", told)))
                .containsExactlyInAnyOrder("class tracking", "multiple currencies", "inventory", "sales orders");
    }

    @Test
    void each_is_known_by_the_words_in_the_reason() {
        for (Feature feature : Feature.values()) {
            assertThat(Feature.of(feature.label())).contains(feature);
        }
    }
}
