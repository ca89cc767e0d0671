package dev.relink.simulator.desktop;

import dev.relink.simulator.desktop.books.Feature;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        throw later();
    }

    /** Names of the transaction types, in menu order. */
    public List<String> transactionTypes() {
        throw later();
    }

    /** A page of a list, inactive elements included, in list order. {@code type} may also be Item, Entity or Terms. */
    public Page<ListRow> list(String type, String search, int offset, int limit) {
        throw later();
    }

    /** A page of the transactions of a type, newest first. The search looks at number, customer and memo. */
    public Page<TransactionRow> transactions(String type, String search, int offset, int limit) {
        throw later();
    }

    /** All fields of a list element or transaction by their path, such as {@code BillAddress/City}; refs by full name. */
    public Map<String, String> fields(String id) {
        throw later();
    }

    /** The list element or transaction as its {@code ...Ret}. */
    public String qbxml(String id) {
        throw later();
    }

    // ---- lists

    /** Adds a list element; {@code fields} by path, such as {@code BillAddress/City} or {@code ParentRef/FullName}. */
    public ListRow add(String type, String name, Map<String, String> fields) {
        throw later();
    }

    /** Gives a list element another name. */
    public ListRow rename(String listId, String newName) {
        throw later();
    }

    /** Changes one field of a list element or transaction, by its path; an empty value clears it. */
    public void change(String id, String path, String value) {
        throw later();
    }

    /** Merges {@code gone} into {@code kept}, of the same list: every reference follows. */
    public void merge(String gone, String kept) {
        throw later();
    }

    /** Makes a list element active or inactive. */
    public void setActive(String listId, boolean active) {
        throw later();
    }

    /** Deletes a list element that nothing uses, or a transaction. */
    public void delete(String id) {
        throw later();
    }

    // ---- transactions

    /**
     * Enters a transaction (or list element), given as the content of its Add request.
     *
     * @param add for example {@code <InvoiceAdd><CustomerRef>...</CustomerRef>...</InvoiceAdd>}
     * @return its TxnID or ListID
     */
    public String enter(String add) {
        throw later();
    }

    /** Voids a transaction: it stays, with all amounts zero. */
    public void voidTransaction(String txnId) {
        throw later();
    }

    /** Puts a payment or sales receipt on a bank deposit: from then on QuickBooks refuses to change it. */
    public void deposit(String txnId) {
        throw later();
    }

    // ---- windows

    /** Opens a record in a window: whoever wants to change it meanwhile is told that it is in use. */
    public void open(String id) {
        throw later();
    }

    /** Closes the window. */
    public void close(String id) {
        throw later();
    }

    /** Another user saves something in a list at the moment of the next Add (3180) or Mod (3170) to it, once. */
    public void disturb(String type) {
        throw later();
    }

    // ---- company

    /** The features that are on. */
    public Set<Feature> features() {
        throw later();
    }

    /** Switches a feature on or off. */
    public void setFeature(Feature feature, boolean on) {
        throw later();
    }

    /** Says whether the user who is logged in may create and may modify (and delete) records of a type. */
    public void permit(String type, boolean create, boolean modify) {
        throw later();
    }

    /** Sets the closing date; null opens the books. */
    public void closeBooks(@Nullable LocalDate closingDate) {
        throw later();
    }

    /** A backup of everything. */
    public Snapshot snapshot() {
        throw later();
    }

    /** Puts a backup in the place of the books, under the same FileID: what a restored copy is. */
    public void restore(Snapshot snapshot) {
        throw later();
    }

    private UnsupportedOperationException later() {
        return new UnsupportedOperationException("to come: " + file.name());
    }
}
