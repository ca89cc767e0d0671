package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Bookkeeper;
import java.util.List;

/** Finds the record that a person or a script names: by its ListID or TxnID, or by its full name or number. */
final class Records {
    private Records() {}

    static String id(Bookkeeper bookkeeper, Menu menu, String idOrName) {
        if (idOrName.matches("[0-9A-F]{1,8}-[0-9]{6,}")) {
            return idOrName;
        }
        List<String> found = menu.isTransactions()
                ? bookkeeper.transactions(menu.type(), idOrName, 0, Integer.MAX_VALUE).rows().stream()
                        .filter(row -> row.refNumber().equalsIgnoreCase(idOrName))
                        .map(row -> row.txnId())
                        .toList()
                : bookkeeper.list(menu.type(), "", 0, Integer.MAX_VALUE).rows().stream()
                        .filter(row -> row.fullName().equalsIgnoreCase(idOrName))
                        .map(row -> row.listId())
                        .toList();
        if (found.isEmpty()) {
            throw new Practice.NotThere("There is no " + menu.one() + " " + idOrName);
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    "There are " + found.size() + " of the name " + idOrName + ": say which ID");
        }
        return found.getFirst();
    }

    /** What a person calls a record. */
    static String name(Bookkeeper bookkeeper, String id) {
        var fields = bookkeeper.fields(id);
        for (String path : List.of("FullName", "Name", "RefNumber")) {
            String value = fields.getOrDefault(path, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return id;
    }
}
