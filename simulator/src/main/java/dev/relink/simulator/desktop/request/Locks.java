package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records that somebody has open, and lists that somebody is just changing: 3175, 3176, 3170, 3180, 3190. */
final class Locks {
    private Locks() {}

    static void check(Change change) throws RequestFailed {
        if (change.call().atKeyboard()) {
            return;
        }
        disturbance(change);
        openItself(change);
        openNeighbour(change);
    }

    private static void disturbance(Change change) throws RequestFailed {
        String type = change.type().label();
        if (change.books().company().disturbed().remove(type)) {
            throw change.kind() == Change.Kind.ADD
                    ? Status.listDisturbedWhileSaving(
                            type, String.valueOf(change.body().value("Name")))
                    : Status.listDisturbedWhileModifying(type);
        }
    }

    private static void openItself(Change change) throws RequestFailed {
        Entry entry = change.existing();
        if (entry == null || !change.books().company().openRecords().contains(entry.id())) {
            return;
        }
        throw switch (entry) {
            case ListElement element -> Status.listInUse(named(element));
            case Transaction transaction when change.kind() == Change.Kind.VOID -> Status.unvoidable(transaction.id());
            case Transaction transaction -> Status.transactionInUse(named(transaction));
        };
    }

    /** A payment needs its invoices; whether a transaction needs its customer is a switch. */
    private static void openNeighbour(Change change) throws RequestFailed {
        Set<String> open = change.books().company().openRecords();
        if (open.isEmpty()) {
            return;
        }
        for (Element child : change.body().children()) {
            String txnId = child.name().startsWith("AppliedToTxn") ? child.value("TxnID") : null;
            if (txnId != null && open.contains(txnId)) {
                throw Status.relatedInUse(txnId);
            }
        }
        ListElement customer = customer(change.books(), change.body().child("CustomerRef"));
        if (change.call().switches().openCustomerBlocksTransactions
                && customer != null
                && open.contains(customer.id())) {
            throw Status.relatedInUse(customer.id());
        }
    }

    private static @Nullable ListElement customer(Books books, @Nullable Element ref) throws RequestFailed {
        return ref == null ? null : TxnWriter.customer(books, ref);
    }

    private static String named(ListElement element) {
        return element.type().label() + " \"" + element.fullName() + "\"";
    }

    private static String named(Transaction transaction) {
        return transaction.type().label() + " \"" + transaction.heading().refNumber() + "\"";
    }
}
