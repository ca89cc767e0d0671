package dev.relink.simulator.desktop.books;

/** Where a name must be unique, and what a status message calls a record of it. One space may hold several types. */
public enum Space {
    /** Customers, vendors, employees and other names share one. */
    ENTITY("Name"),
    ACCOUNT("Account"),
    CLASS("Class"),
    TERMS("Terms"),
    PAYMENT_METHOD("Payment Method"),
    TAX_CODE("Sales Tax Code"),
    ITEM("Item"),
    CURRENCY("Currency"),
    CUSTOMER_TYPE("Customer Type"),
    CUSTOMER_MESSAGE("Customer Message"),
    JOB_TYPE("Job Type"),
    SHIP_METHOD("Ship Method");

    private final String word;

    Space(String word) {
        this.word = word;
    }

    /** What a status message calls a record of this space. */
    public String word() {
        return word;
    }
}
