package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Bookkeeper;
import dev.relink.simulator.desktop.CompanyFile;
import dev.relink.simulator.desktop.ListRow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree-care company in Ohio, the same at every start but for the dates, which end yesterday. */
final class TreeCare {
    private final Bookkeeper bookkeeper;
    private final PastClock clock;
    private final LocalDate today = LocalDate.now(PracticeFile.ZONE);

    TreeCare(CompanyFile books, PastClock clock) {
        this.bookkeeper = books.bookkeeper();
        this.clock = clock;
    }

    /** What the books hold on the day before an app is connected, and two names that the app’s records will run into. */
    void lists() {
        setUp(today.minusYears(6));
        at(today.minusYears(2));
        ensure("Customer", "Smith, John", Map.of("FirstName", "John", "LastName", "Smith", "Phone", "555-0131"));
        TreeCareTable.rows("vendors").stream()
                .filter(row -> value(row, "name").equals("Greenleaf Nursery"))
                .forEach(this::vendor);
    }

    /** The company at work. */
    void whole() {
        setUp(today.minusYears(6));
        at(today.minusYears(5));
        TreeCareTable.rows("items").forEach(this::item);
        TreeCareTable.rows("vendors").forEach(this::vendor);
        List<Map<String, String>> customers = TreeCareTable.rows("customers");
        for (int i = 0; i < customers.size(); i++) {
            at(today.minusDays(1_800 - 25L * i));
            customer(customers.get(i));
        }
        new TreeCareTrade(bookkeeper, today, this::at).enter(customers);
    }

    private void at(LocalDate day) {
        clock.putBackTo(
                day.atTime(LocalTime.of(9, 20)).atZone(PracticeFile.ZONE).toInstant());
    }

    private void setUp(LocalDate day) {
        at(day);
        TreeCareTable.rows("accounts").forEach(this::account);
        TreeCareTable.rows("terms")
                .forEach(row -> ensure("StandardTerms", value(row, "name"), Map.of("StdDueDays", value(row, "days"))));
        ensure("SalesTaxCode", "Tax", Map.of("IsTaxable", "true", "Desc", "Taxable"));
        ensure("SalesTaxCode", "Non", Map.of("IsTaxable", "false", "Desc", "Not taxable"));
        ensure("Vendor", "Ohio Department of Taxation", Map.of());
        ensure(
                "ItemSalesTax",
                "Delaware County",
                Map.of(
                        "ItemDesc",
                        "Sales tax",
                        "TaxRate",
                        "7.00",
                        "TaxVendorRef/FullName",
                        "Ohio Department of Taxation"));
        List.of("Residential", "Commercial", "Municipal").forEach(name -> ensure("Class", name, Map.of()));
        List.of("Cash", "Check", "Visa", "MasterCard").forEach(name -> ensure("PaymentMethod", name, Map.of()));
    }

    private void account(Map<String, String> row) {
        String full = value(row, "name");
        var fields = new LinkedHashMap<String, String>();
        int colon = full.indexOf(':');
        if (colon > 0) {
            fields.put("ParentRef/FullName", full.substring(0, colon));
        }
        fields.put("AccountType", value(row, "type"));
        put(fields, "Desc", value(row, "description"));
        if (!has("Account", full)) {
            bookkeeper.add("Account", full.substring(colon + 1), fields);
        }
    }

    private void item(Map<String, String> row) {
        ensure(
                value(row, "type"),
                value(row, "name"),
                Map.of(
                        "SalesTaxCodeRef/FullName", value(row, "taxable").equals("yes") ? "Tax" : "Non",
                        "SalesOrPurchase/Desc", value(row, "description"),
                        "SalesOrPurchase/Price", value(row, "price"),
                        "SalesOrPurchase/AccountRef/FullName", value(row, "account")));
    }

    private void vendor(Map<String, String> row) {
        ensure(
                "Vendor",
                value(row, "name"),
                Map.of(
                        "CompanyName", value(row, "name"),
                        "VendorAddress/Addr1", value(row, "street"),
                        "VendorAddress/City", value(row, "city"),
                        "VendorAddress/State", "OH",
                        "VendorAddress/PostalCode", value(row, "zip"),
                        "Phone", value(row, "phone")));
    }

    private void customer(Map<String, String> row) {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "ParentRef/FullName", value(row, "parent"));
        put(fields, "CompanyName", value(row, "company"));
        put(fields, "FirstName", value(row, "first"));
        put(fields, "LastName", value(row, "last"));
        put(fields, "BillAddress/Addr1", value(row, "street"));
        put(fields, "BillAddress/City", value(row, "city"));
        put(fields, "BillAddress/State", value(row, "city").isEmpty() ? "" : "OH");
        put(fields, "BillAddress/PostalCode", value(row, "zip"));
        put(fields, "Phone", value(row, "phone"));
        put(fields, "TermsRef/FullName", value(row, "terms"));
        bookkeeper.add("Customer", value(row, "name"), fields);
    }

    /** Adds a top-level element unless QuickBooks put it into the new company itself. */
    private void ensure(String type, String name, Map<String, String> fields) {
        if (!has(type, name)) {
            bookkeeper.add(type, name, fields);
        }
    }

    private boolean has(String type, String fullName) {
        return bookkeeper.list(type, "", 0, Integer.MAX_VALUE).rows().stream()
                .map(ListRow::fullName)
                .anyMatch(fullName::equalsIgnoreCase);
    }

    static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static void put(Map<String, String> fields, String path, String value) {
        if (!value.isEmpty()) {
            fields.put(path, value);
        }
    }
}
