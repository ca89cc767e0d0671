package dev.relink.simulator.practice;

import dev.relink.simulator.online.books.EntityType;
import java.util.Arrays;

/** The lists and registers of a realm that the page shows. */
enum OnlineTab {
    // spotless:off
    CUSTOMERS(EntityType.CUSTOMER,      "Customers", "customer",      "Balance"),
    INVOICES (EntityType.INVOICE,       "Invoices",  "invoice",       "Total"),
    ITEMS    (EntityType.ITEM,          "Items",     "item",          "Price"),
    PAYMENTS (EntityType.PAYMENT,       "Payments",  "payment",       "Total"),
    VENDORS  (EntityType.VENDOR,        "Vendors",   "vendor",        ""),
    ACCOUNTS (EntityType.ACCOUNT,       "Accounts",  "account",       ""),
    CLASSES  (EntityType.CLASS,         "Classes",   "class",         ""),
    DEPOSITS (EntityType.DEPOSIT,       "Deposits",  "deposit",       "Total");
    // spotless:on

    private final EntityType type;
    private final String title;
    private final String one;
    private final String amount;

    OnlineTab(EntityType type, String title, String one, String amount) {
        this.type = type;
        this.title = title;
        this.one = one;
        this.amount = amount;
    }

    EntityType type() {
        return type;
    }

    String title() {
        return title;
    }

    /** "customer". */
    String one() {
        return one;
    }

    /** What the column of amounts is called, {@code ""} for none. */
    String amount() {
        return amount;
    }

    static OnlineTab of(String path) {
        return Arrays.stream(values())
                .filter(tab -> tab.type.path().equals(path))
                .findFirst()
                .orElse(CUSTOMERS);
    }
}
