package dev.relink.cycle;

import dev.relink.connector.Row;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a company file may have switched off; QuickBooks refuses with 3250 what needs it. Sales tax is not here: no
 * preference tells whether it is on.
 */
enum Feature {
    CLASSES("class tracking", preferenceIsOff("AccountingPreferences/IsUsingClassTracking")),
    CURRENCIES("multiple currencies", preferenceIsOff("MultiCurrencyPreferences/IsMultiCurrencyOn")),
    INVENTORY("inventory", preferenceIsOff("PurchasesAndVendorsPreferences/IsUsingInventory")),
    ESTIMATES("estimates", preferenceIsOff("JobsAndEstimatesPreferences/IsUsingEstimates")),
    /** The edition decides: QuickBooks Pro has none. */
    SALES_ORDERS(
            "sales orders",
            books -> books.host().getOrDefault("ProductName", "").matches("(?i)QuickBooks Pro\\b.*"));

    private final String label;
    private final Predicate<Row.Books> isOff;

    Feature(String label, Predicate<Row.Books> isOff) {
        this.label = label;
        this.isOff = isOff;
    }

    /** False also when the books do not say: then QuickBooks decides. */
    private static Predicate<Row.Books> preferenceIsOff(String path) {
        return books -> "false".equals(books.preferences().get(path));
    }

    /** As QuickBooks' preferences call it, within a sentence. */
    String label() {
        return label;
    }

    static Optional<Feature> of(String label) {
        return Arrays.stream(values())
                .filter(feature -> feature.label.equals(label))
                .findFirst();
    }

    static Set<String> off(Row.Books books) {
        return Arrays.stream(values())
                .filter(feature -> feature.isOff.test(books))
                .map(Feature::label)
                .collect(Collectors.toUnmodifiableSet());
    }
}
