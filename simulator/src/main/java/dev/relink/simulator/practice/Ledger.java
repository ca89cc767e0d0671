package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Bookkeeper;
import dev.relink.simulator.desktop.ListRow;
import dev.relink.simulator.desktop.TransactionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything in a company file by what a person would call it, so that a twin is seen at once. */
record Ledger(List<Entry> entries, List<Entry> twins) {
    /**
     * @param type the qbXML name of the type
     * @param name full name of a list element; number, or customer, date and total, of a transaction
     * @param ids the living ones of that name
     * @param deleted the deleted ones of that name
     * @param created how often it was made in all
     */
    record Entry(String type, String name, List<String> ids, List<String> deleted, int created) {}

    private record Key(String type, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : name.compareTo(other.name);
        }
    }

    static Ledger of(Bookkeeper bookkeeper, List<Deleted> deleted) {
        Map<Key, List<String>> living = new TreeMap<>();
        Map<Key, List<String>> gone = new TreeMap<>();
        for (String type : bookkeeper.lists()) {
            for (ListRow row : bookkeeper.list(type, "", 0, Integer.MAX_VALUE).rows()) {
                put(living, row.type(), row.fullName(), row.listId());
            }
        }
        for (String type : bookkeeper.transactionTypes()) {
            for (TransactionRow row :
                    bookkeeper.transactions(type, "", 0, Integer.MAX_VALUE).rows()) {
                put(living, row.type(), name(row), row.txnId());
            }
        }
        deleted.forEach(row -> put(gone, row.type(), row.name(), row.id()));
        return of(living, gone);
    }

    private static void put(Map<Key, List<String>> ids, String type, String name, String id) {
        List<String> same = ids.computeIfAbsent(new Key(type, name), key -> new ArrayList<>());
        if (!same.contains(id)) {
            same.add(id);
        }
    }

    private static String name(TransactionRow row) {
        return row.refNumber().isEmpty()
                ? row.entity() + " " + row.date() + " " + row.total().toPlainString()
                : row.refNumber();
    }

    private static Ledger of(Map<Key, List<String>> living, Map<Key, List<String>> gone) {
        gone.keySet().forEach(key -> living.computeIfAbsent(key, absent -> new ArrayList<>()));
        var entries = new ArrayList<Entry>();
        living.forEach((key, ids) -> {
            List<String> dead = gone.getOrDefault(key, List.of());
            entries.add(new Entry(key.type(), key.name(), List.copyOf(ids), dead, ids.size() + dead.size()));
        });
        return new Ledger(
                entries,
                entries.stream().filter(entry -> entry.ids().size() > 1).toList());
    }
}
