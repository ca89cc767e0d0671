package dev.relink.simulator.online.books;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of object, by the name that the wire gives it. */
public enum EntityType {
    // spotless:off
    COMPANY_INFO  ("CompanyInfo",   Family.ONE),
    PREFERENCES   ("Preferences",   Family.ONE),
    CUSTOMER      ("Customer",      Family.NAME),
    VENDOR        ("Vendor",        Family.NAME),
    EMPLOYEE      ("Employee",      Family.NAME),
    ITEM          ("Item",          Family.LIST),
    ACCOUNT       ("Account",       Family.LIST),
    CLASS         ("Class",         Family.LIST),
    TERM          ("Term",          Family.LIST),
    PAYMENT_METHOD("PaymentMethod", Family.LIST),
    TAX_CODE      ("TaxCode",       Family.LIST),
    TAX_RATE      ("TaxRate",       Family.LIST),
    INVOICE       ("Invoice",       Family.TRANSACTION),
    PAYMENT       ("Payment",       Family.TRANSACTION),
    SALES_RECEIPT ("SalesReceipt",  Family.TRANSACTION),
    ESTIMATE      ("Estimate",      Family.TRANSACTION),
    DEPOSIT       ("Deposit",       Family.TRANSACTION);
    // spotless:on

    private final String wireName;
    private final Family family;

    /** What types have in common. */
    public enum Family {
        /** One per realm; updated, never made or deleted. */
        ONE,
        /** Somebody with a DisplayName; unique across all types of this family. */
        NAME,
        /** A list object with a Name; unique within its type. */
        LIST,
        /** Can be deleted. */
        TRANSACTION
    }

    EntityType(String wireName, Family family) {
        this.wireName = wireName;
        this.family = family;
    }

    /** {@code "SalesReceipt"}. */
    public String wireName() {
        return wireName;
    }

    /** {@code "salesreceipt"}, as in an address. */
    public String path() {
        return wireName.toLowerCase(Locale.ROOT);
    }

    public Family family() {
        return family;
    }

    public boolean isTransaction() {
        return family == Family.TRANSACTION;
    }

    /** Whether it is deactivated and never deleted. */
    public boolean isList() {
        return family == Family.NAME || family == Family.LIST;
    }

    /** The property that names an object of this type: DisplayName, Name or DocNumber. */
    public String nameProperty() {
        return switch (family) {
            case NAME -> "DisplayName";
            case LIST -> "Name";
            case TRANSACTION -> "DocNumber";
            case ONE -> "CompanyName";
        };
    }

    /** Whether an app may make one. Tax codes and rates come from the tax service, the company from Intuit. */
    public boolean canBeCreated() {
        return family != Family.ONE && this != TAX_CODE && this != TAX_RATE;
    }

    /** Whether change data capture covers it. */
    public boolean isCaptured() {
        return family != Family.ONE && this != TAX_CODE && this != TAX_RATE;
    }

    /** Whether this type has a property of that name. */
    public boolean has(String property) {
        return Schema.published().find(wireName, property) != null;
    }

    /** The type of this name, however it is written. */
    public static Optional<EntityType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equalsIgnoreCase(name))
                .findFirst();
    }
}
