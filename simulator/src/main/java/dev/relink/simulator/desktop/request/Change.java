package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.ObjectType;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.Rule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants to write: the question that all checks look at.
 *
 * @param body the CustomerAdd, InvoiceMod ..., or the request itself where it has none
 * @param id the record to change, null for a new one
 */
record Change(
        Call call,
        Kind kind,
        ObjectType type,
        Element body,
        Rule rule,
        @Nullable String id) {
    enum Kind {
        ADD,
        MODIFY,
        DELETE,
        VOID
    }

    /** An Add: its body is the one child of that name. */
    static Change add(Call call, ObjectType type) {
        return of(call, Kind.ADD, type, type.label() + "Add", null);
    }

    /** A Mod: its body is the one child of that name and begins with the id. */
    static Change modify(Call call, ObjectType type) {
        Element body = Objects.requireNonNull(call.request().child(type.label() + "Mod"));
        String id = body.value(type instanceof ListType ? "ListID" : "TxnID");
        return of(call, Kind.MODIFY, type, body.name(), id);
    }

    /** A deletion or void: the request has the id. */
    static Change byId(Call call, Kind kind, ObjectType type, @Nullable String id) {
        return new Change(call, kind, type, call.request(), call.rule(), id);
    }

    private static Change of(Call call, Kind kind, ObjectType type, String body, @Nullable String id) {
        Element element = Objects.requireNonNull(call.request().child(body), body);
        Rule rule = Objects.requireNonNull(call.rule().below(body), body);
        return new Change(call, kind, type, element, rule, id);
    }

    Books books() {
        return call.books();
    }

    /** The record to change, or null: for a new one, and where there is none of that id and type. */
    @Nullable
    Entry existing() {
        if (id == null) {
            return null;
        }
        Entry entry = switch (type) {
            case ListType _ -> books().lists().get(id);
            case TxnType _ -> books().register().get(id);
        };
        return entry == null || entry.type() != type ? null : entry;
    }

    /** The record to change; only to be asked for after the check of ids. */
    Entry target() throws RequestFailed {
        Entry entry = existing();
        if (entry == null) {
            throw Status.notFound(id == null ? "" : id);
        }
        return entry;
    }

    ListElement element() throws RequestFailed {
        return (ListElement) target();
    }

    Transaction transaction() throws RequestFailed {
        return (Transaction) target();
    }
}
