package dev.relink.simulator.desktop.books;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Gives out ListIDs ({@code 8000001B-1405768916}) and TxnIDs ({@code C5-1417118624}): a number and the time of creation. */
final class Ids {
    private static final long NEW_LISTS = 0x80000000L;

    private final Map<Space, Integer> lists = new EnumMap<>(Space.class);
    private int lastTxn;
    private int lastTxnNumber;

    String list(Space space, Instant now) {
        return text(NEW_LISTS + lists.merge(space, 1, Integer::sum), now);
    }

    /** For transactions and their lines, which share one count. */
    String txn(Instant now) {
        return text(++lastTxn, now);
    }

    int txnNumber() {
        return ++lastTxnNumber;
    }

    /** The number in front of the time of creation. */
    static String number(String id) {
        return id.substring(0, Math.max(0, id.indexOf('-')));
    }

    Map<Space, Integer> lists() {
        return lists;
    }

    int[] txns() {
        return new int[] {lastTxn, lastTxnNumber};
    }

    void restore(Map<Space, Integer> lastLists, int txn, int txnNumber) {
        lists.putAll(lastLists);
        lastTxn = txn;
        lastTxnNumber = txnNumber;
    }

    private static String text(long number, Instant now) {
        return Long.toHexString(number).toUpperCase(Locale.ROOT) + "-" + now.getEpochSecond();
    }
}
