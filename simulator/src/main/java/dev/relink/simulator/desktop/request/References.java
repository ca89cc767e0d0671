package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.Reference;
import dev.relink.simulator.desktop.qbxml.Element;
import org.jspecify.annotations.Nullable;

/** 3140: references to records that are not there. */
final class References {
    private References() {}

    static void check(Change change) throws RequestFailed {
        check(change.books(), change.body(), change.type().label());
    }

    private static void check(Books books, Element element, String place) throws RequestFailed {
        for (Element child : element.children()) {
            Reference reference = Reference.named(child.name());
            if (reference != null) {
                resolve(books, reference, child, place);
            } else if (!child.children().isEmpty()) {
                check(books, child, isLine(child) ? place + " line" : place);
            }
        }
    }

    /** The record that a reference names; null where it names none, as one does that is to be cleared. */
    static @Nullable ListElement resolve(Books books, Reference reference, Element element, String place)
            throws RequestFailed {
        String listId = element.value("ListID");
        String fullName = element.value("FullName");
        boolean byId = isById(books, listId, fullName);
        if (!byId && (fullName == null || fullName.isEmpty())) {
            return null;
        }
        String value = String.valueOf(byId ? listId : fullName);
        if (byId) {
            RecordIds.require(value, "list id");
        }
        ListElement target = byId ? books.lists().get(value) : books.lists().find(reference.types(), value);
        boolean dead = target == null
                || !reference.types().contains(target.type())
                || !target.active() && books.switches().inactiveReferencesRefused;
        if (dead) {
            throw Status.badReference(reference.word(), value, place);
        }
        return target;
    }

    /** Whether the ListID is what counts of a reference. */
    static boolean isById(Books books, @Nullable String listId, @Nullable String fullName) {
        boolean named = fullName != null && !fullName.isEmpty();
        return listId != null && !listId.isEmpty() && (!named || books.switches().listIdWins);
    }

    private static boolean isLine(Element element) {
        return element.name().endsWith("LineAdd") || element.name().endsWith("LineMod");
    }
}
