package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.PrivateField;
import dev.relink.simulator.desktop.books.Reference;
import dev.relink.simulator.desktop.books.Times;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.QbxmlVersion;
import dev.relink.simulator.desktop.qbxml.Shape;
import java.util.Set;

/** Prints a record of the books as its {@code ...Ret}: stored fields, computed fields, names of references, wire order. */
public final class Ret {
    private final Books books;
    private final QbxmlVersion version;
    private final Parts parts;
    private final Times times;

    /** Prints for one version of qbXML. */
    public Ret(Books books, QbxmlVersion version, Parts parts) {
        this.books = books;
        this.version = version;
        this.parts = parts;
        this.times = books.times();
    }

    /**
     * Which parts of a record to print.
     *
     * @param elements names of the elements to print; empty for all
     * @param owners whose private fields to print
     */
    public record Parts(boolean lines, boolean links, Set<String> elements, Set<String> owners) {
        /** What an Add or Mod answers. */
        public static final Parts WHOLE = new Parts(true, true, Set.of(), Set.of());

        Parts only(Set<String> names) {
            return new Parts(lines, links, names, owners);
        }
    }

    /** The record as an element. */
    public Element print(Entry entry) {
        Element computed = new Element(entry.type().ret());
        heading(entry, computed);
        switch (entry) {
            case ListElement element -> ListFields.add(element, computed);
            case Transaction transaction -> new TxnFields(books, transaction).add(computed, parts);
        }
        Element all = new Element(computed.name());
        computed.children().forEach(all::add);
        for (Element stored : entry.fields().children()) {
            if (computed.child(stored.name()) == null) {
                all.add(stored);
            }
        }
        privateFields(entry, all);
        return ordered(all, Shape.of(entry.type().ret()), true);
    }

    private void heading(Entry entry, Element all) {
        all.add(entry instanceof ListElement ? "ListID" : "TxnID", entry.id());
        all.add("TimeCreated", times.print(entry.created()));
        all.add("TimeModified", times.print(entry.modified()));
        all.add("EditSequence", entry.editSequence());
    }

    private void privateFields(Entry entry, Element all) {
        for (PrivateField field : entry.privateFields()) {
            if (parts.owners().contains(field.ownerId())) {
                all.add(print(field));
            }
        }
    }

    static Element print(PrivateField field) {
        return new Element("DataExtRet")
                .add("OwnerID", field.ownerId())
                .add("DataExtName", field.name())
                .add("DataExtType", field.type())
                .add("DataExtValue", field.value());
    }

    private Element ordered(Element from, Shape shape, boolean top) {
        Element to = new Element(from.name());
        for (Element child : shape.ordered(from.children(), version)) {
            if (top && isLeftOut(child.name())) {
                continue;
            }
            Shape below = shape.below(child.name());
            if (child.children().isEmpty() || below == null) {
                to.add(child);
            } else if (Reference.named(child.name()) != null) {
                to.add(reference(child));
            } else {
                to.add(ordered(child, below, false));
            }
        }
        return to;
    }

    private boolean isLeftOut(String name) {
        if (!parts.elements().isEmpty() && !parts.elements().contains(name)) {
            return true;
        }
        return !parts.lines() && name.endsWith("LineRet") || !parts.links() && name.equals("LinkedTxn");
    }

    private Element reference(Element stored) {
        String listId = stored.value("ListID");
        ListElement target = listId == null ? null : books.lists().get(listId);
        return target == null
                ? stored
                : new Element(stored.name()).add("ListID", target.id()).add("FullName", target.fullName());
    }
}
