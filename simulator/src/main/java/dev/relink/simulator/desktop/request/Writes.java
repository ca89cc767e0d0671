package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListElement.Heading;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.Set;

/** CustomerAdd, InvoiceMod and their like: check, write, answer with the record as it is now. */
final class Writes {
    private Writes() {}

    static Handler addTo(ListType type) {
        return (call, response) -> {
            Change change = Change.add(call, type);
            Checks.run(change);
            Heading heading = NameChecks.heading(change, type);
            answer(call, call.books().add(type, heading, new Stored(change).fields()), response);
        };
    }

    static Handler modify(ListType type) {
        return (call, response) -> {
            Change change = Change.modify(call, type);
            Checks.run(change);
            ListElement element = change.element();
            Heading heading = NameChecks.heading(change, type);
            call.books().change(element, heading, new Stored(change).fields());
            answer(call, element, response);
        };
    }

    static Handler enter(TxnType type) {
        return (call, response) -> {
            Change change = Change.add(call, type);
            Checks.run(change);
            answer(call, new TxnWriter(change, type).write(), response);
        };
    }

    static Handler modify(TxnType type) {
        return (call, response) -> {
            Change change = Change.modify(call, type);
            Checks.run(change);
            answer(call, new TxnWriter(change, type).write(), response);
        };
    }

    private static void answer(Call call, Entry entry, Element response) {
        Books books = call.books();
        Set<String> elements = Query.texts(call.request(), "IncludeRetElement");
        response.add(new Ret(books, call.version(), Ret.Parts.WHOLE.only(elements)).print(entry));
    }
}
