package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.ObjectType;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** ListDel, TxnDel, TxnVoid and ListMerge. */
final class Deletions {
    private Deletions() {}

    static void list(Call call, Element response) throws RequestFailed {
        ListType type = practised(ListType.named(text(call.request(), "ListDelType")));
        Change change =
                Change.byId(call, Change.Kind.DELETE, type, call.request().value("ListID"));
        Checks.run(change);
        ListElement element = change.element();
        String fullName = element.fullName();
        call.books().delete(element);
        response.add("ListDelType", type.label())
                .add("ListID", element.id())
                .add("TimeDeleted", call.books().times().print(call.books().now()))
                .add("FullName", fullName);
    }

    static void transaction(Call call, Element response) throws RequestFailed {
        TxnType type = practised(TxnType.named(text(call.request(), "TxnDelType")));
        Change change =
                Change.byId(call, Change.Kind.DELETE, type, call.request().value("TxnID"));
        Checks.run(change);
        Transaction transaction = change.transaction();
        call.books().delete(transaction);
        response.add("TxnDelType", type.label())
                .add("TxnID", transaction.id())
                .add("TimeDeleted", call.books().times().print(call.books().now()));
        addNumber(transaction, response);
    }

    static void voidOut(Call call, Element response) throws RequestFailed {
        TxnType type = practised(TxnType.named(text(call.request(), "TxnVoidType")));
        Change change = Change.byId(call, Change.Kind.VOID, type, call.request().value("TxnID"));
        Checks.run(change);
        Transaction transaction = change.transaction();
        if (!transaction.voided()) {
            call.books().voidOut(transaction);
        }
        response.add("TxnVoidType", type.label())
                .add("TxnID", transaction.id())
                .add("TimeCreated", call.books().times().print(transaction.created()))
                .add("TimeModified", call.books().times().print(transaction.modified()));
        addNumber(transaction, response);
    }

    /** Both must be of the type named and as fresh as their edit sequences say. The winner is answered. */
    static void merge(Call call, Element response) throws RequestFailed {
        ListType type = practised(ListType.named(text(call.request(), "ListMergeType")));
        ListElement gone = side(call, type, "MergeFrom");
        ListElement kept = side(call, type, "MergeTo");
        if (gone == kept || kept.isWithin(gone)) {
            throw Status.conflict();
        }
        Books books = call.books();
        books.merge(gone, kept);
        response.add("ListMergeType", type.label())
                .add(new Element("MergedTo")
                        .add("ListID", kept.id())
                        .add("EditSequence", kept.editSequence())
                        .add("FullName", kept.fullName()));
    }

    private static ListElement side(Call call, ListType type, String name) throws RequestFailed {
        Element side = Objects.requireNonNull(call.request().child(name));
        Change change = new Change(
                call,
                Change.Kind.MODIFY,
                type,
                side,
                Objects.requireNonNull(call.rule().below(name)),
                side.value("ListID"));
        Rights.check(change);
        RecordIds.check(change);
        StateChecks.editSequence(change);
        Locks.check(change);
        return change.element();
    }

    private static void addNumber(Transaction transaction, Element response) {
        String refNumber = transaction.heading().refNumber();
        response.addIf("RefNumber", refNumber.isEmpty() ? null : refNumber);
    }

    private static <T extends ObjectType> T practised(@Nullable T type) throws RequestFailed {
        if (type == null) {
            throw Status.notSupported();
        }
        return type;
    }

    private static String text(Element request, String name) {
        return String.valueOf(request.value(name));
    }
}
