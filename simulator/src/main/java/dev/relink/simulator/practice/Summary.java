package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Bookkeeper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A company file in a few words.
 *
 * @param counts how many there are, by the names of {@link Menu}
 */
record Summary(
        String id,
        String name,
        String path,
        Business business,
        Map<String, Integer> counts,
        int applications,
        boolean backup) {

    static Summary of(PracticeFile file) {
        Bookkeeper bookkeeper = file.bookkeeper();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Menu menu : Menu.values()) {
            if (!menu.isTransactions() || bookkeeper.transactionTypes().contains(menu.type())) {
                counts.put(menu.path(), count(bookkeeper, menu));
            }
        }
        return new Summary(
                file.id(),
                file.name(),
                TroubledQuickBooks.path(file.books()),
                file.business(),
                counts,
                file.applications().size(),
                file.hasBackup());
    }

    static int count(Bookkeeper bookkeeper, Menu menu) {
        return menu.isTransactions()
                ? bookkeeper.transactions(menu.type(), "", 0, 1).total()
                : bookkeeper.list(menu.type(), "", 0, 1).total();
    }
}
