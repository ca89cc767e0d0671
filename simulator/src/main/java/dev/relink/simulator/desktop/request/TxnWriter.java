package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.Money;
import dev.relink.simulator.desktop.books.Reference;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.Transaction.Draft;
import dev.relink.simulator.desktop.books.Transaction.Heading;
import dev.relink.simulator.desktop.books.Transaction.Totals;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a transaction into the books: its heading, its fields, its lines and what it pays. */
final class TxnWriter {
    private static final Reference CUSTOMER = Objects.requireNonNull(Reference.named("CustomerRef"));

    private final Change change;
    private final TxnType type;

    TxnWriter(Change change, TxnType type) {
        this.change = change;
        this.type = type;
    }

    Transaction write() throws RequestFailed {
        if (type == TxnType.RECEIVE_PAYMENT) {
            Payments payments = new Payments(change);
            Payments.Plan plan = payments.plan();
            Transaction payment = save(draft(new Totals(plan.total(), Money.ZERO, Money.ZERO)));
            payments.apply(plan, payment);
            return payment;
        }
        return save(draft(null));
    }

    private Transaction save(Draft draft) throws RequestFailed {
        Books books = change.books();
        if (change.kind() == Change.Kind.ADD) {
            return books.enter(type, draft);
        }
        Transaction transaction = change.transaction();
        books.rewrite(transaction, draft);
        return transaction;
    }

    private Draft draft(@Nullable Totals fixed) throws RequestFailed {
        Element fields = new Stored(change).fields();
        ListElement customer = customer(change);
        fields.set(new Element("CustomerRef").add("ListID", customer.id()));
        Heading heading = new Heading(customer, date(change), refNumber());
        if (change.kind() == Change.Kind.ADD) {
            new TxnDefaults(change.books(), type).add(heading, fields);
        }
        if (fixed != null) {
            return new Draft(heading, fixed, fields);
        }
        new Lines(change, type).write(fields);
        return new Draft(heading, new Pricing(change.books()).totals(fields, type.line()), fields);
    }

    /** The number given, or the one that follows the last of the type; a payment may be without. */
    private String refNumber() {
        String given = change.body().value("RefNumber");
        if (given != null && !given.isEmpty()) {
            return CodePage.stored(change.call().switches(), given);
        }
        if (change.existing() instanceof Transaction transaction) {
            return given == null || !change.call().clearsEmpty()
                    ? transaction.heading().refNumber()
                    : "";
        }
        return type == TxnType.RECEIVE_PAYMENT ? "" : change.books().nextRefNumber(type);
    }

    /** The customer after the change. */
    static ListElement customer(Change change) throws RequestFailed {
        Element ref = change.body().child("CustomerRef");
        ListElement named = ref == null ? null : customer(change.books(), ref);
        if (named != null) {
            return named;
        }
        if (change.existing() instanceof Transaction transaction) {
            return transaction.customer();
        }
        throw Status.missing("CustomerRef");
    }

    static @Nullable ListElement customer(Books books, Element ref) throws RequestFailed {
        return References.resolve(books, CUSTOMER, ref, "transaction");
    }

    /** The date after the change; today for a new transaction that names none. */
    static LocalDate date(Change change) {
        String date = change.body().value("TxnDate");
        if (date != null && !date.isEmpty()) {
            return LocalDate.parse(date);
        }
        return change.existing() instanceof Transaction transaction
                ? transaction.heading().date()
                : change.books().today();
    }
}
