package dev.relink.simulator.desktop.books;

import dev.relink.simulator.desktop.qbxml.Element;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A transaction: an invoice, a payment ... */
public final class Transaction extends Entry {
    private final TxnType type;
    private final int number;
    private Heading heading;
    private Totals totals;
    private boolean voided;
    private boolean deposited;
    private final List<Link> links = new ArrayList<>(0);

    Transaction(TxnType type, String id, int number, Instant created, Draft draft) {
        super(id, created, draft.fields);
        this.type = type;
        this.number = number;
        this.heading = draft.heading;
        this.totals = draft.totals;
    }

    /** Who, when, under which number. */
    public record Heading(ListElement customer, LocalDate date, String refNumber) {}

    /**
     * The amounts of a transaction.
     *
     * @param taxPercent in per cent
     */
    public record Totals(BigDecimal subtotal, BigDecimal taxPercent, BigDecimal tax) {
        /** All zero. */
        public static final Totals ZERO = new Totals(Money.ZERO, Money.ZERO, Money.ZERO);

        /** Tax included. */
        public BigDecimal total() {
            return subtotal.add(tax);
        }
    }

    /** What is written into the books by an Add or Mod. */
    public record Draft(Heading heading, Totals totals, Element fields) {}

    /**
     * Money of a payment or credit memo that pays a part of an invoice.
     *
     * @param discount forgiven on top of the amount
     */
    public record Link(Transaction credit, Transaction charge, BigDecimal amount, BigDecimal discount) {
        /** What the invoice no longer has to be paid. */
        public BigDecimal settled() {
            return amount.add(discount);
        }
    }

    @Override
    public TxnType type() {
        return type;
    }

    /** TxnNumber: counts all transactions of the company. */
    public int number() {
        return number;
    }

    public Heading heading() {
        return heading;
    }

    public ListElement customer() {
        return heading.customer;
    }

    public Totals totals() {
        return totals;
    }

    /** A voided transaction stays, with all amounts zero. */
    public boolean voided() {
        return voided;
    }

    /** Whether it was put on a bank deposit. */
    public boolean deposited() {
        return deposited;
    }

    /** Payments and credits on an invoice; the invoices that a payment or credit pays. */
    public List<Link> links() {
        return links;
    }

    /** What payments and credits have settled of an invoice. */
    public BigDecimal settled() {
        return links.stream().map(Link::settled).reduce(Money.ZERO, BigDecimal::add);
    }

    /** What payment or credit money has gone into invoices. */
    public BigDecimal used() {
        return links.stream().map(Link::amount).reduce(Money.ZERO, BigDecimal::add);
    }

    /** What is still to be paid of an invoice, or still unused of a payment or credit memo; zero for the others. */
    public BigDecimal remaining() {
        return switch (type.effect()) {
            case CHARGES -> totals.total().subtract(settled());
            case CREDITS -> totals.total().subtract(used());
            case NONE -> Money.ZERO;
        };
    }

    /** What the customer owes through this transaction; negative for money that came in. */
    BigDecimal effect() {
        return switch (type.effect()) {
            case CHARGES -> totals.total();
            case CREDITS -> totals.total().add(discounts()).negate();
            case NONE -> Money.ZERO;
        };
    }

    private BigDecimal discounts() {
        return links.stream().map(Link::discount).reduce(Money.ZERO, BigDecimal::add);
    }

    void rewrite(Draft draft) {
        heading = draft.heading;
        totals = draft.totals;
        replaceFields(draft.fields);
    }

    void markVoid() {
        voided = true;
    }

    void markDeposited() {
        deposited = true;
    }
}
