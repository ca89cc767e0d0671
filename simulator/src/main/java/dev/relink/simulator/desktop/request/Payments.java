package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.Money;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.Transaction.Link;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a payment is spread over invoices: by what the request says, or the oldest first. */
final class Payments {
    private final Change change;
    private final Books books;

    Payments(Change change) {
        this.change = change;
        this.books = change.books();
    }

    /** A part of a payment and the invoice that it goes to. */
    record Part(Transaction charge, BigDecimal amount, BigDecimal discount) {}

    /**
     * What the payment will be.
     *
     * @param parts null where a Mod leaves the links as they are
     */
    record Plan(BigDecimal total, @Nullable List<Part> parts) {}

    Plan plan() throws RequestFailed {
        BigDecimal given = Money.orNull(change.body().value("TotalAmount"));
        List<Element> applied = change.body().children().stream()
                .filter(child -> child.name().startsWith("AppliedToTxn"))
                .toList();
        Transaction before = change.existing() instanceof Transaction payment ? payment : null;
        if (applied.isEmpty() && before != null) {
            BigDecimal total = given == null ? before.totals().total() : Money.amount(given);
            require(before.used(), total);
            return new Plan(total, null);
        }
        List<Part> parts = parts(applied);
        BigDecimal spent = parts.stream().map(Part::amount).reduce(Money.ZERO, BigDecimal::add);
        BigDecimal total = given != null
                ? Money.amount(given)
                : before == null ? spent : before.totals().total();
        if (isAutomatic()) {
            parts = oldestFirst(total);
        }
        require(spent, total);
        return new Plan(total, parts);
    }

    /** Writes the parts of a plan into the books. */
    void apply(Plan plan, Transaction payment) {
        if (plan.parts() == null) {
            return;
        }
        books.unlinkAll(payment);
        for (Part part : plan.parts()) {
            books.link(new Link(payment, part.charge(), part.amount(), part.discount()));
        }
    }

    private boolean isAutomatic() {
        String auto = change.body().value("IsAutoApply");
        return auto != null && (auto.equals("true") || auto.equals("1"));
    }

    private List<Part> parts(List<Element> applied) throws RequestFailed {
        List<Part> parts = new ArrayList<>();
        Map<Transaction, BigDecimal> due = new HashMap<>();
        for (Element element : applied) {
            Transaction charge = charge(String.valueOf(element.value("TxnID")));
            BigDecimal left = due.containsKey(charge) ? due.get(charge) : due(charge);
            Part part = part(element, charge, Objects.requireNonNull(left));
            due.put(charge, left.subtract(part.amount()).subtract(part.discount()));
            parts.add(part);
        }
        return parts;
    }

    private Part part(Element element, Transaction charge, BigDecimal left) throws RequestFailed {
        BigDecimal discount = Objects.requireNonNullElse(Money.orNull(element.value("DiscountAmount")), Money.ZERO);
        BigDecimal given = Money.orNull(element.value("PaymentAmount"));
        BigDecimal amount = Money.amount(given == null ? left.subtract(discount) : given);
        if (amount.add(discount).compareTo(left) > 0) {
            throw Status.overpaid(amount.toPlainString(), change.call().switches().overpaymentIsInfo);
        }
        return new Part(charge, amount, Money.amount(discount));
    }

    private Transaction charge(String txnId) throws RequestFailed {
        Transaction charge = books.register().get(txnId);
        if (charge == null || charge.type() != TxnType.INVOICE) {
            throw Status.notFound(txnId);
        }
        ListElement customer = TxnWriter.customer(change);
        if (!charge.customer().isWithin(customer) && !customer.isWithin(charge.customer())) {
            throw Status.invalidField("AppliedToTxnAdd txn id", txnId, "The transaction belongs to another customer.");
        }
        return charge;
    }

    /** What may be paid of an invoice: a changed payment may pay again what it has paid. */
    private BigDecimal due(Transaction charge) {
        BigDecimal due = charge.remaining();
        for (Link link : charge.links()) {
            due = link.credit() == change.existing() ? due.add(link.settled()) : due;
        }
        return due;
    }

    private List<Part> oldestFirst(BigDecimal total) throws RequestFailed {
        List<Transaction> open = books.register().of(TxnWriter.customer(change)).stream()
                .filter(charge ->
                        charge.type() == TxnType.INVOICE && charge.remaining().signum() > 0)
                .sorted(Comparator.comparing(charge -> charge.heading().date()))
                .toList();
        List<Part> parts = new ArrayList<>();
        BigDecimal left = total;
        for (Transaction charge : open) {
            BigDecimal amount = left.min(charge.remaining());
            if (amount.signum() > 0) {
                parts.add(new Part(charge, amount, Money.ZERO));
                left = left.subtract(amount);
            }
        }
        return parts;
    }

    private static void require(BigDecimal spent, BigDecimal total) throws RequestFailed {
        if (spent.compareTo(total) > 0) {
            throw Status.invalidField(
                    "ReceivePayment total amount",
                    total.toPlainString(),
                    "The amount of the payment is less than what is applied to invoices.");
        }
    }
}
