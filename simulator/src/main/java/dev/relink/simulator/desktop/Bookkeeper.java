package dev.relink.simulator.desktop;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Company.Right;
import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.books.Feature;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.QbxmlReader;
import dev.relink.simulator.desktop.qbxml.QbxmlWriter;
import dev.relink.simulator.desktop.qbxml.StructureError;
import dev.relink.simulator.desktop.request.Form;
import dev.relink.simulator.desktop.request.Ret;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The person at the keyboard of QuickBooks. The rules that hold for qbXML hold here too; a rule that stands in the way
 * raises {@link Refused} with the text of the warning. Types are named as in qbXML: Customer, ItemService, Invoice ...
 */
public final class Bookkeeper {
    private final CompanyFile file;

    Bookkeeper(CompanyFile file) {
        this.file = file;
    }

    // ---- look

    /** Names of the lists, in menu order. */
    public List<String> lists() {
        return Arrays.stream(ListType.values()).map(ListType::label).toList();
    }

    /** Names of the transaction types, in menu order. */
    public List<String> transactionTypes() {
        return Arrays.stream(TxnType.values()).map(TxnType::label).toList();
    }

    /** A page of a list, inactive elements included, by full name. {@code type} may also be Item, Entity or Terms. */
    public Page<ListRow> list(String type, String search, int offset, int limit) {
        return file.alone(books -> new Rows(books).list(type, search, offset, limit));
    }

    /** A page of the transactions of a type, newest first. The search looks at number, customer and memo. */
    public Page<TransactionRow> transactions(String type, String search, int offset, int limit) {
        return file.alone(books -> new Rows(books).transactions(type, search, offset, limit));
    }

    /** All fields of a list element or transaction by their path, such as {@code BillAddress/City}. */
    public Map<String, String> fields(String id) {
        return file.alone(books -> Form.read(ret(books, id)));
    }

    /** The list element or transaction as its {@code ...Ret}. */
    public String qbxml(String id) {
        return file.alone(books -> QbxmlWriter.text(ret(books, id)));
    }

    // ---- lists

    /** Adds a list element; {@code fields} by path, such as {@code BillAddress/City} or {@code ParentRef/FullName}. */
    public ListRow add(String type, String name, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(type.equals("Employee") ? "FirstName" : "Name", name);
        return file.alone(books -> row(books, new Keyboard(books).add(type, all)));
    }

    /** Gives a list element another name. */
    public ListRow rename(String listId, String newName) {
        change(listId, "Name", newName);
        return file.alone(books -> row(books, listId));
    }

    /** Changes one field of a list element or transaction, by its path; an empty value clears it. */
    public void change(String id, String path, String value) {
        act(books -> new Keyboard(books).change(entry(books, id), Map.of(path, value)));
    }

    /** Makes a list element active or inactive. */
    public void setActive(String listId, boolean active) {
        change(listId, "IsActive", Boolean.toString(active));
    }

    /** Merges {@code gone} into {@code kept}, of the same type: every reference follows. */
    public void merge(String gone, String kept) {
        act(books -> new Keyboard(books)
                .run(new Element("ListMergeRq")
                        .add("ListMergeType", element(books, kept).type().label())
                        .add(side("MergeFrom", element(books, gone)))
                        .add(side("MergeTo", element(books, kept)))));
    }

    /** Deletes a list element that nothing uses, or a transaction. */
    public void delete(String id) {
        act(books -> {
            boolean list = entry(books, id) instanceof ListElement;
            String kind = list ? "List" : "Txn";
            new Keyboard(books)
                    .run(new Element(kind + "DelRq")
                            .add(kind + "DelType", entry(books, id).type().label())
                            .add(kind + "ID", id));
        });
    }

    // ---- transactions

    /**
     * Enters a transaction (or list element), given as the content of its Add request.
     *
     * @param add for example {@code <InvoiceAdd><CustomerRef>...</CustomerRef>...</InvoiceAdd>}
     * @return its TxnID or ListID
     */
    public String enter(String add) {
        try {
            Element body = QbxmlReader.tree(add);
            return file.alone(books -> new Keyboard(books).run(new Element(body.name() + "Rq").add(body)));
        } catch (StructureError e) {
            throw new Refused(e.reason());
        }
    }

    /** Changes one field of one line (counted from 0) of a transaction, by its path below the line. */
    public void changeLine(String txnId, int line, String path, String value) {
        act(books -> new Keyboard(books).changeLine(transaction(books, txnId), line, path, value));
    }

    /** Voids a transaction: it stays, with all amounts zero. */
    public void voidTransaction(String txnId) {
        act(books -> new Keyboard(books)
                .run(new Element("TxnVoidRq")
                        .add("TxnVoidType", transaction(books, txnId).type().label())
                        .add("TxnID", txnId)));
    }

    /** Puts a payment or sales receipt on a bank deposit: from then on QuickBooks refuses to change it. */
    public void deposit(String txnId) {
        act(books -> books.deposit(transaction(books, txnId)));
    }

    // ---- windows

    /** Opens a record in a window: whoever wants to change it meanwhile is told that it is in use. */
    public void open(String id) {
        act(books -> books.company().openRecords().add(entry(books, id).id()));
    }

    /** Closes the window. */
    public void close(String id) {
        act(books -> books.company().openRecords().remove(id));
    }

    /** Another user saves something in a list at the moment of the next Add (3180) or Mod (3170) to it, once. */
    public void disturb(String type) {
        act(books -> books.company().disturbed().add(type));
    }

    // ---- company

    /** The features that are on. */
    public Set<Feature> features() {
        return file.alone(books -> {
            Set<Feature> on = EnumSet.noneOf(Feature.class);
            on.addAll(books.company().features());
            return on;
        });
    }

    /** Switches a feature on or off. */
    public void setFeature(Feature feature, boolean on) {
        act(books -> {
            if (on) {
                books.company().features().add(feature);
            } else {
                books.company().features().remove(feature);
            }
        });
    }

    /** Says whether the user who is logged in may create and may modify (and delete) records of a type. */
    public void permit(String type, boolean create, boolean modify) {
        act(books -> books.company().rights().put(type, new Right(create, modify)));
    }

    /** Sets the closing date; null opens the books. */
    public void closeBooks(@Nullable LocalDate closingDate) {
        act(books -> books.company().close(closingDate));
    }

    /** A backup of everything. */
    public Snapshot snapshot() {
        return file.snapshot();
    }

    /** Puts a backup in the place of the books, under the same FileID: what a restored copy is. */
    public void restore(Snapshot snapshot) {
        file.restore(snapshot);
    }

    private void act(Consumer<Books> act) {
        file.alone(books -> {
            act.accept(books);
            return books;
        });
    }

    private static ListRow row(Books books, String listId) {
        return new Rows(books).row(element(books, listId));
    }

    private static Element ret(Books books, String id) {
        return new Ret(books, books.switches().edition.versions().getLast(), Ret.Parts.WHOLE).print(entry(books, id));
    }

    private static Element side(String name, ListElement element) {
        return new Element(name).add("ListID", element.id()).add("EditSequence", element.editSequence());
    }

    private static Entry entry(Books books, String id) {
        Entry element = books.lists().get(id);
        Entry entry = element == null ? books.register().get(id) : element;
        if (entry == null) {
            throw new Refused(
                    "There is no record " + id + " in " + books.company().name() + " (any more).");
        }
        return entry;
    }

    private static ListElement element(Books books, String id) {
        if (entry(books, id) instanceof ListElement element) {
            return element;
        }
        throw new Refused(id + " is not an element of a list.");
    }

    private static Transaction transaction(Books books, String id) {
        if (entry(books, id) instanceof Transaction transaction) {
            return transaction;
        }
        throw new Refused(id + " is not a transaction.");
    }
}
