package dev.relink.simulator.desktop.books;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the references of qbXML ({@code CustomerRef}, {@code TermsRef} ...) may point at.
 *
 * @param types empty for lists that practice QuickBooks does not have: every such reference is dead
 * @param word what a status message calls the record
 */
public record Reference(List<ListType> types, String word) {
    private static final Map<String, Reference> BY_ELEMENT = table();

    /** The reference that an element of that name makes, or null if it is none. */
    public static @Nullable Reference named(String element) {
        return BY_ELEMENT.get(element);
    }

    private static Map<String, Reference> table() {
        Map<String, Reference> table = new HashMap<>();
        one(table, ListType.CUSTOMER, "Customer", "CustomerRef");
        one(table, ListType.VENDOR, "Vendor", "PrefVendorRef", "TaxVendorRef");
        one(table, ListType.EMPLOYEE, "Employee", "SupervisorRef");
        one(table, ListType.CLASS, "Class", "ClassRef", "DiscountClassRef");
        one(table, ListType.ITEM_SALES_TAX, "Item", "ItemSalesTaxRef");
        any(table, Space.ITEM, "ItemRef");
        any(table, Space.TERMS, "TermsRef");
        any(table, Space.PAYMENT_METHOD, "PaymentMethodRef", "PreferredPaymentMethodRef");
        any(table, Space.TAX_CODE, "SalesTaxCodeRef", "CustomerSalesTaxCodeRef");
        any(table, Space.CURRENCY, "CurrencyRef");
        any(table, Space.CUSTOMER_TYPE, "CustomerTypeRef");
        any(table, Space.CUSTOMER_MESSAGE, "CustomerMsgRef");
        any(table, Space.JOB_TYPE, "JobTypeRef");
        any(table, Space.SHIP_METHOD, "ShipMethodRef");
        any(table, Space.ACCOUNT, "AccountRef", "ARAccountRef", "IncomeAccountRef", "ExpenseAccountRef");
        any(table, Space.ACCOUNT, "COGSAccountRef", "AssetAccountRef", "DepositToAccountRef", "DiscountAccountRef");
        any(table, Space.ACCOUNT, "OverrideItemAccountRef", "PrefillAccountRef");
        none(table, "SalesRep", "SalesRepRef");
        none(table, "Template", "TemplateRef");
        none(table, "Price Level", "PriceLevelRef");
        none(table, "Unit of Measure Set", "UnitOfMeasureSetRef", "OverrideUOMSetRef");
        none(table, "Inventory Site", "InventorySiteRef", "InventorySiteLocationRef");
        none(table, "Vendor Type", "VendorTypeRef");
        none(table, "Billing Rate", "BillingRateRef");
        none(table, "Item Group", "ItemGroupRef");
        none(table, "Payroll Item", "PayrollItemWageRef");
        return Map.copyOf(table);
    }

    private static void one(Map<String, Reference> table, ListType type, String word, String... elements) {
        for (String element : elements) {
            table.put(element, new Reference(List.of(type), word));
        }
    }

    private static void any(Map<String, Reference> table, Space space, String... elements) {
        for (String element : elements) {
            table.put(element, new Reference(ListType.in(space), space.word()));
        }
    }

    private static void none(Map<String, Reference> table, String word, String... elements) {
        for (String element : elements) {
            table.put(element, new Reference(List.of(), word));
        }
    }
}
