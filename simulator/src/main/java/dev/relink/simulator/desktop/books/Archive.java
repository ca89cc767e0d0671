package dev.relink.simulator.desktop.books;

import dev.relink.simulator.desktop.books.MessageSetMemory.Remembered;
import dev.relink.simulator.desktop.books.Transaction.Link;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Writes books down as one element, from which {@link Restorer} makes the same books again. */
public final class Archive {
    private Archive() {}

    /** Everything that is in the books; the switches are not part of a company file. */
    public static Element write(Books books) {
        Element file = new Element("CompanyFile").with("name", books.company().name());
        file.add(ids(books.ids()));
        company(books.company(), file);
        parentsFirst(books).forEach(element -> file.add(element(element)));
        for (TxnType type : TxnType.values()) {
            books.register().all(type).forEach(transaction -> file.add(transaction(transaction)));
        }
        for (TxnType type : TxnType.values()) {
            books.register().all(type).forEach(transaction -> links(transaction, file));
        }
        books.deleted().forEach(deleted -> file.add(deleted(deleted)));
        books.memory()
                .all()
                .forEach((application, sets) -> sets.forEach((id, set) -> file.add(messageSet(application, id, set))));
        return file;
    }

    private static List<ListElement> parentsFirst(Books books) {
        return Arrays.stream(ListType.values())
                .flatMap(type -> books.lists().all(type).stream())
                .sorted(Comparator.comparingInt(ListElement::sublevel))
                .toList();
    }

    private static Element ids(Ids ids) {
        Element element = new Element("Ids")
                .with("txn", Integer.toString(ids.txns()[0]))
                .with("txnNumber", Integer.toString(ids.txns()[1]));
        ids.lists().forEach((space, last) -> element.add(space.name(), last.toString()));
        return element;
    }

    private static void company(Company company, Element file) {
        Element element = new Element("Company");
        if (company.closingDate() != null) {
            element.with("closingDate", company.closingDate().toString());
        }
        company.features().forEach(feature -> element.add("Feature", feature.name()));
        company.rights()
                .forEach((type, right) -> element.add(Element.leaf("Right", type)
                        .with("create", Boolean.toString(right.create()))
                        .with("modify", Boolean.toString(right.modify()))));
        company.privateFields().forEach(field -> element.add(privateField(field)));
        file.add(element);
    }

    private static Element entry(String name, Entry entry) {
        Element element = new Element(name)
                .with("type", entry.type().label())
                .with("id", entry.id())
                .with("created", entry.created().toString())
                .with("modified", entry.modified().toString())
                .with("editSequence", entry.editSequence());
        element.add(new Element("Fields").add(entry.fields()));
        entry.privateFields().forEach(field -> element.add(privateField(field)));
        return element;
    }

    private static Element element(ListElement listElement) {
        Element element = entry("ListElement", listElement)
                .with("name", listElement.name())
                .with("active", Boolean.toString(listElement.active()));
        ListElement parent = listElement.parent();
        return parent == null ? element : element.with("parent", parent.id());
    }

    private static Element transaction(Transaction transaction) {
        return entry("Transaction", transaction)
                .with("number", Integer.toString(transaction.number()))
                .with("customer", transaction.customer().id())
                .with("date", transaction.heading().date().toString())
                .with("refNumber", transaction.heading().refNumber())
                .with("subtotal", transaction.totals().subtotal().toPlainString())
                .with("taxPercent", transaction.totals().taxPercent().toPlainString())
                .with("tax", transaction.totals().tax().toPlainString())
                .with("voided", Boolean.toString(transaction.voided()))
                .with("deposited", Boolean.toString(transaction.deposited()));
    }

    private static void links(Transaction transaction, Element file) {
        for (Link link : transaction.links()) {
            if (link.credit() == transaction) {
                file.add(new Element("Link")
                        .with("credit", link.credit().id())
                        .with("charge", link.charge().id())
                        .with("amount", link.amount().toPlainString())
                        .with("discount", link.discount().toPlainString()));
            }
        }
    }

    private static Element privateField(PrivateField field) {
        return Element.leaf("PrivateField", field.value())
                .with("ownerId", field.ownerId())
                .with("name", field.name())
                .with("type", field.type());
    }

    private static Element deleted(Deleted deleted) {
        return Element.leaf("Deleted", deleted.label())
                .with("type", deleted.type().label())
                .with("id", deleted.id())
                .with("created", deleted.created().toString())
                .with("deleted", deleted.deleted().toString());
    }

    private static Element messageSet(String application, String id, Remembered set) {
        Element element = new Element("MessageSet")
                .with("application", application)
                .with("id", id)
                .with("checksum", set.checksum())
                .with("at", set.at().toString());
        return set.answers() == null ? element : element.with("answers", set.answers());
    }
}
