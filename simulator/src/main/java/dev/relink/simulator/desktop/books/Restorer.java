package dev.relink.simulator.desktop.books;

import dev.relink.simulator.desktop.books.MessageSetMemory.Remembered;
import dev.relink.simulator.desktop.books.Transaction.Draft;
import dev.relink.simulator.desktop.books.Transaction.Link;
import dev.relink.simulator.desktop.books.Transaction.Totals;
import dev.relink.simulator.desktop.qbxml.Element;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Makes books of what {@link Archive} wrote. */
public final class Restorer {
    private final Element file;
    private final Books books;

    private Restorer(Element file, Books books) {
        this.file = file;
        this.books = books;
    }

    /**
     * The books again.
     *
     * @throws IllegalArgumentException if that is no company file
     */
    public static Books read(Element file, Switches switches, Clock clock) {
        if (!file.name().equals("CompanyFile")) {
            throw new IllegalArgumentException("This is no practice company file: its root is " + file.name());
        }
        Books books = new Books(text(file, "name"), switches, clock);
        new Restorer(file, books).restore();
        return books;
    }

    private void restore() {
        for (Element element : file.children()) {
            switch (element.name()) {
                case "Ids" -> ids(element);
                case "Company" -> company(element);
                case "ListElement" -> listElement(element);
                case "Transaction" -> transaction(element);
                case "Link" -> link(element);
                case "Deleted" -> deleted(element);
                case "MessageSet" -> messageSet(element);
                default ->
                    throw new IllegalArgumentException("A practice company file has no element " + element.name());
            }
        }
    }

    private void ids(Element element) {
        Map<Space, Integer> lists = new EnumMap<>(Space.class);
        element.children().forEach(list -> lists.put(Space.valueOf(list.name()), Integer.valueOf(list.text())));
        int txn = Integer.parseInt(text(element, "txn"));
        books.ids().restore(lists, txn, Integer.parseInt(text(element, "txnNumber")));
    }

    private void company(Element element) {
        Company company = books.company();
        String closingDate = element.attribute("closingDate");
        company.close(closingDate == null ? null : LocalDate.parse(closingDate));
        company.features().clear();
        element.all("Feature").forEach(feature -> company.features().add(Feature.valueOf(feature.text())));
        element.all("Right")
                .forEach(right -> company.rights()
                        .put(right.text(), new Company.Right(flag(right, "create"), flag(right, "modify"))));
        element.all("PrivateField").forEach(field -> company.privateFields().add(privateField(field)));
    }

    private void listElement(Element element) {
        ListType type = Objects.requireNonNull(ListType.named(text(element, "type")));
        String parent = element.attribute("parent");
        ListElement.Heading heading = new ListElement.Heading(
                text(element, "name"), parent == null ? null : listElement(parent), flag(element, "active"));
        ListElement restored =
                new ListElement(type, text(element, "id"), time(element, "created"), fields(element), heading);
        finish(restored, element);
        books.lists().put(restored);
    }

    private void transaction(Element element) {
        TxnType type = Objects.requireNonNull(TxnType.named(text(element, "type")));
        Transaction.Heading heading = new Transaction.Heading(
                listElement(text(element, "customer")),
                LocalDate.parse(text(element, "date")),
                text(element, "refNumber"));
        Totals totals = new Totals(money(element, "subtotal"), money(element, "taxPercent"), money(element, "tax"));
        Transaction restored = new Transaction(
                type,
                text(element, "id"),
                Integer.parseInt(text(element, "number")),
                time(element, "created"),
                new Draft(heading, totals, fields(element)));
        if (flag(element, "voided")) {
            restored.markVoid();
        }
        if (flag(element, "deposited")) {
            restored.markDeposited();
        }
        finish(restored, element);
        books.register().put(restored);
    }

    private void link(Element element) {
        books.register()
                .link(new Link(
                        transaction(text(element, "credit")),
                        transaction(text(element, "charge")),
                        money(element, "amount"),
                        money(element, "discount")));
    }

    private void deleted(Element element) {
        String label = text(element, "type");
        ListType list = ListType.named(label);
        ObjectType type = list == null ? Objects.requireNonNull(TxnType.named(label)) : list;
        books.deleted()
                .add(new Deleted(
                        type, text(element, "id"), element.text(), time(element, "created"), time(element, "deleted")));
    }

    private void messageSet(Element element) {
        Remembered set = new Remembered(text(element, "checksum"), element.attribute("answers"), time(element, "at"));
        books.memory().put(text(element, "application"), text(element, "id"), set);
    }

    private static void finish(Entry entry, Element element) {
        entry.restore(time(element, "modified"), Long.parseLong(text(element, "editSequence")));
        element.all("PrivateField").forEach(field -> entry.privateFields().add(privateField(field)));
    }

    private ListElement listElement(String listId) {
        return Objects.requireNonNull(books.lists().get(listId), listId);
    }

    private Transaction transaction(String txnId) {
        return Objects.requireNonNull(books.register().get(txnId), txnId);
    }

    private static Element fields(Element element) {
        return Objects.requireNonNull(element.child("Fields")).children().getFirst();
    }

    private static PrivateField privateField(Element element) {
        return new PrivateField(text(element, "ownerId"), text(element, "name"), text(element, "type"), element.text());
    }

    private static BigDecimal money(Element element, String name) {
        return new BigDecimal(text(element, name));
    }

    private static Instant time(Element element, String name) {
        return Instant.parse(text(element, name));
    }

    private static boolean flag(Element element, String name) {
        return Boolean.parseBoolean(text(element, name));
    }

    private static String text(Element element, String name) {
        return Objects.requireNonNull(element.attribute(name), name);
    }
}
