package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Feature;
import dev.relink.simulator.desktop.books.Switches;
import dev.relink.simulator.desktop.books.Switches.ExternalGuid;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 3250: what the company has not switched on. */
final class Features {
    private static final Map<String, Feature> BY_ELEMENT = Map.ofEntries(
            Map.entry("CurrencyRef", Feature.MULTI_CURRENCY),
            Map.entry("ExchangeRate", Feature.MULTI_CURRENCY),
            Map.entry("ClassRef", Feature.CLASS_TRACKING),
            Map.entry("SalesTaxCodeRef", Feature.SALES_TAX),
            Map.entry("CustomerSalesTaxCodeRef", Feature.SALES_TAX),
            Map.entry("ItemSalesTaxRef", Feature.SALES_TAX),
            Map.entry("PriceLevelRef", Feature.PRICE_LEVELS),
            Map.entry("UnitOfMeasure", Feature.UNITS_OF_MEASURE),
            Map.entry("UnitOfMeasureSetRef", Feature.UNITS_OF_MEASURE),
            Map.entry("OverrideUOMSetRef", Feature.UNITS_OF_MEASURE),
            Map.entry("InventorySiteRef", Feature.INVENTORY_SITES),
            Map.entry("InventorySiteLocationRef", Feature.INVENTORY_SITES));

    private Features() {}

    static void check(Change change) throws RequestFailed {
        require(change.call(), change.type().needs());
        below(change.call(), change.body());
        Switches switches = change.call().switches();
        if (change.body().child("ExternalGUID") != null
                && externalGuid(switches, change.type().label()) == ExternalGuid.REFUSED) {
            throw Status.featureOff();
        }
    }

    /** What happens to the ExternalGUID of a type. */
    static ExternalGuid externalGuid(Switches switches, String type) {
        return switches.externalGuidByType.getOrDefault(type, switches.externalGuid);
    }

    static void require(Call call, @Nullable Feature feature) throws RequestFailed {
        if (feature != null && !call.books().company().features().contains(feature)) {
            throw Status.featureOff();
        }
    }

    private static void below(Call call, Element element) throws RequestFailed {
        for (Element child : element.children()) {
            require(call, BY_ELEMENT.get(child.name()));
            below(call, child);
        }
    }
}
