package dev.relink.proof;

import dev.relink.simulator.desktop.Bookkeeper;
import dev.relink.simulator.desktop.CompanyFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The books, read without Relink: the judge of everything. Each record of the app carries a tag that nobody else writes and
 * nobody changes, by which its entries are known however they are named.
 */
final class Ledger {

    private static final int ALL = 5000;

    private final CompanyFile file;

    Ledger(CompanyFile file) {
        this.file = file;
    }

    /** One entry. @param fields by qbXML path */
    record Entry(String id, String tag, Map<String, String> fields) {}

    /** All living entries that were made for a record of the app, by its tag. */
    Map<String, List<Entry>> living() {
        var living = new LinkedHashMap<String, List<Entry>>();
        entries(entry ->
                living.computeIfAbsent(entry.tag(), _ -> new ArrayList<>()).add(entry));
        return living;
    }

    List<Entry> of(String tag) {
        return living().getOrDefault(tag, List.of());
    }

    /** The entry with this id, whoever made it; empty when it does not live. */
    Optional<Map<String, String>> fields(String id) {
        try {
            return Optional.of(file.bookkeeper().fields(id));
        } catch (dev.relink.simulator.desktop.Refused gone) {
            return Optional.empty();
        }
    }

    private void entries(Consumer<Entry> each) {
        Bookkeeper look = file.bookkeeper();
        look.list("Customer", "", 0, ALL).rows().forEach(row -> take(each, look, row.listId(), "AccountNumber"));
        look.list("ItemService", "", 0, ALL)
                .rows()
                .forEach(row -> take(each, look, row.listId(), "SalesOrPurchase/Desc"));
        look.transactions("Invoice", "", 0, ALL).rows().stream()
                .filter(row -> !row.voided())
                .forEach(row -> take(each, look, row.txnId(), "Memo"));
        look.transactions("ReceivePayment", "", 0, ALL).rows().forEach(row -> take(each, look, row.txnId(), "Memo"));
    }

    /** The tag is the first word. */
    private static void take(Consumer<Entry> each, Bookkeeper look, String id, String path) {
        Map<String, String> fields = look.fields(id);
        String text = fields.getOrDefault(path, "");
        if (text.startsWith("#")) {
            each.accept(new Entry(id, text.split(" ", 2)[0], fields));
        }
    }
}
