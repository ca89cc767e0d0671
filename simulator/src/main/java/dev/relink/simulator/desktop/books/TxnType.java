package dev.relink.simulator.desktop.books;

import org.jspecify.annotations.Nullable;

/** The types of transactions. Their fields stand in the tables of the schema; here is what the tables do not say. */
public enum TxnType implements ObjectType {
    // spotless:off
    //              name              effect          voidable  needs
    INVOICE        ("Invoice",        Effect.CHARGES, true,  null),
    RECEIVE_PAYMENT("ReceivePayment", Effect.CREDITS, false, null),
    CREDIT_MEMO    ("CreditMemo",     Effect.CREDITS, true,  null),
    SALES_RECEIPT  ("SalesReceipt",   Effect.NONE,    true,  null),
    ESTIMATE       ("Estimate",       Effect.NONE,    false, Feature.ESTIMATES),
    SALES_ORDER    ("SalesOrder",     Effect.NONE,    false, Feature.SALES_ORDERS);
    // spotless:on

    /** What a transaction does to the balance of its customer. */
    public enum Effect {
        CHARGES,
        CREDITS,
        NONE
    }

    private final String label;
    private final Effect effect;
    private final boolean voidable;
    private final @Nullable Feature needs;

    TxnType(String label, Effect effect, boolean voidable, @Nullable Feature needs) {
        this.label = label;
        this.effect = effect;
        this.voidable = voidable;
        this.needs = needs;
    }

    /** The type of that qbXML name, or null. */
    public static @Nullable TxnType named(String label) {
        for (TxnType type : values()) {
            if (type.label.equals(label)) {
                return type;
            }
        }
        return null;
    }

    @Override
    public String label() {
        return label;
    }

    public Effect effect() {
        return effect;
    }

    /** Whether TxnVoid knows it; the others can only be deleted. */
    public boolean voidable() {
        return voidable;
    }

    /** Whether it has lines of items. */
    public boolean hasLines() {
        return this != RECEIVE_PAYMENT;
    }

    /** The name of its lines in answers. */
    public String line() {
        return label + "LineRet";
    }

    @Override
    public @Nullable Feature needs() {
        return needs;
    }
}
