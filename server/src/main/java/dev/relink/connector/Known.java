package dev.relink.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we know of a record over there: its id, its edit token (EditSequence, SyncToken), its lines in QuickBooks' order. */
public record Known(String quickbooksId, String editToken, List<Line> lines) {

    public Known {
        lines = List.copyOf(lines);
    }

    /**
     * One line over there.
     *
     * @param quickbooksId TxnLineID
     * @param recordLine the app's own line id; null for a line that QuickBooks' user typed, or where the app names none
     * @param group a line group, kept by its id alone
     */
    public record Line(String quickbooksId, @Nullable String recordLine, boolean group) {}
}
