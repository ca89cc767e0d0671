package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.PrivateField;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** DataExtAdd, DataExtMod and DataExtDel: fields that applications keep with a record or with the company. */
final class PrivateFields {
    private static final String TYPE = "STR255TYPE";

    private PrivateFields() {}

    static void add(Call call, Element response) throws RequestFailed {
        Element body = body(call, "DataExtAdd");
        Holder holder = holder(call, body);
        if (find(holder.fields(), body) != null) {
            throw Status.notSaved(
                    "data extension named \"" + body.value("DataExtName") + "\"", "The data extension already exists.");
        }
        put(call, holder, body, response);
    }

    static void modify(Call call, Element response) throws RequestFailed {
        Element body = body(call, "DataExtMod");
        put(call, holder(call, body), body, response);
    }

    static void delete(Call call, Element response) throws RequestFailed {
        Element body = body(call, "DataExtDel");
        Holder holder = holder(call, body);
        PrivateField field = find(holder.fields(), body);
        if (field == null) {
            throw Status.notFound(String.valueOf(body.value("DataExtName")));
        }
        holder.fields().remove(field);
        touch(call, holder);
        response.add(new Element("DataExtDelRet")
                .add("OwnerID", field.ownerId())
                .add("DataExtName", field.name())
                .add("TimeDeleted", call.books().times().print(call.books().now())));
    }

    /** The record, null for the company itself, and its private fields. */
    private record Holder(@Nullable Entry entry, List<PrivateField> fields) {}

    private static Element body(Call call, String name) throws RequestFailed {
        Rule rule = Objects.requireNonNull(call.rule().below(name));
        Element body = Objects.requireNonNull(call.request().child(name));
        Values.words(body, rule);
        Values.formats(body, rule);
        Values.lengths(body, rule);
        return body;
    }

    private static void put(Call call, Holder holder, Element body, Element response) {
        PrivateField before = find(holder.fields(), body);
        PrivateField field = new PrivateField(
                text(body, "OwnerID"),
                text(body, "DataExtName"),
                TYPE,
                CodePage.stored(call.switches(), text(body, "DataExtValue")));
        holder.fields().remove(before);
        holder.fields().add(field);
        touch(call, holder);
        response.add(Ret.print(field));
    }

    private static void touch(Call call, Holder holder) {
        if (holder.entry() != null && call.switches().privateFieldsTouch) {
            holder.entry().touch(call.books().now());
        }
    }

    private static @Nullable PrivateField find(List<PrivateField> fields, Element body) {
        for (PrivateField field : fields) {
            if (field.is(text(body, "OwnerID"), text(body, "DataExtName"))) {
                return field;
            }
        }
        return null;
    }

    private static Holder holder(Call call, Element body) throws RequestFailed {
        if (body.child("OtherDataExtType") != null) {
            return new Holder(null, call.books().company().privateFields());
        }
        Entry entry = body.child("TxnID") != null ? transaction(call.books(), body) : element(call.books(), body);
        return new Holder(entry, entry.privateFields());
    }

    private static Entry transaction(Books books, Element body) throws RequestFailed {
        String txnId = text(body, "TxnID");
        Transaction transaction = books.register().get(txnId);
        TxnType type = TxnType.named(text(body, "TxnDataExtType"));
        if (transaction == null || transaction.type() != type) {
            throw Status.notFound(txnId);
        }
        return transaction;
    }

    private static Entry element(Books books, Element body) throws RequestFailed {
        List<ListType> types = Arrays.stream(ListType.values())
                .filter(type -> type.label().startsWith(text(body, "ListDataExtType")))
                .filter(type -> type != ListType.CUSTOMER_TYPE && type != ListType.CUSTOMER_MESSAGE)
                .toList();
        Element ref = Objects.requireNonNull(body.child("ListObjRef"));
        String listId = ref.value("ListID");
        String fullName = String.valueOf(ref.value("FullName"));
        ListElement element =
                listId != null ? books.lists().get(listId) : books.lists().find(types, fullName);
        if (element == null || !types.contains(element.type())) {
            throw Status.notFound(listId != null ? listId : fullName);
        }
        return element;
    }

    private static String text(Element body, String name) {
        return Objects.requireNonNullElse(body.value(name), "");
    }
}
