package dev.relink.connector;

import dev.relink.entity.EntityType;
import dev.relink.entity.Removal;
import dev.relink.entity.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question in a message set. {@code id} is the requestID: unique in its set, at most 20 characters, echoed by the answer. */
public sealed interface Request {

    String id();

    /** Changes the books: at most one effect, always as an attempt. */
    sealed interface Write extends Request {
        EntityType type();
    }

    /** Makes a record. References are resolved: no {@code ToRecord} is left. {@code marker} becomes ExternalGUID. */
    record Add(String id, EntityType type, Values values, String marker) implements Write {}

    /**
     * Changes a record that we know. Carries every line: a line that is not listed is deleted by QuickBooks.
     *
     * @param marker for where it stands in a note that is written anew (Online); null to leave it away
     */
    record Modify(
            String id,
            EntityType type,
            Values values,
            Known known,
            @Nullable String marker) implements Write {

        public Modify(String id, EntityType type, Values values, Known known) {
            this(id, type, values, known, null);
        }
    }

    /** @param values as last synced: the kind of an item picks the element that names it */
    record Remove(String id, EntityType type, Values values, Known known, Removal removal) implements Write {}

    /** Asks only. Inactive records are always included; lines and marker too. */
    sealed interface Read extends Request {}

    /** By ListID or TxnID; one id a request, since one missing id fails a whole answer. */
    record ById(String id, EntityType type, String quickbooksId) implements Read {

        /** Without an id it is never asked: it stands for a write whose answer, whatever record that holds, is read. */
        public boolean isOfAWrite() {
            return quickbooksId.isEmpty();
        }
    }

    /** A list element by its full name ({@code Parent:Child}). */
    record ByName(String id, EntityType type, String fullName) implements Read {}

    /** Who else has this name: customers, vendors, employees, other names share one name space. */
    record ByAnyName(String id, String fullName) implements Read {}

    /** A transaction by its RefNumber. */
    record ByNumber(String id, EntityType type, String number) implements Read {}

    /** Transactions of one customer in a range of dates, both ends included. */
    record ByParty(String id, EntityType type, String partyId, LocalDate from, LocalDate to) implements Read {}

    /** What changed since a moment, a page at a time. {@code iterator} null starts; else it continues; pageSize 0 = all at once. */
    record ChangedSince(
            String id,
            EntityType type,
            @Nullable Instant since,
            int pageSize,
            @Nullable String iterator) implements Read {}

    /** What was deleted since a moment: the list elements or the transactions among {@code types}. */
    record DeletedSince(
            String id,
            boolean transactions,
            List<EntityType> types,
            @Nullable Instant since) implements Read {}

    /** One of QuickBooks' own lists, whole: {@code account}, {@code terms}, {@code class}, {@code sales-tax-code} ... */
    record WholeList(String id, String list) implements Read {}

    /** Whose books are open: host, company (with the FileID under {@code ownerId}), preferences: three requests in one. */
    record WhoseBooks(String id, String ownerId) implements Read {}
}
