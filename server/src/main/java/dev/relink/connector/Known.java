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
     * @param whole the line as it stands over there, where a line that is sent again must be sent whole (Online's JSON);
     *     null where its id alone keeps it
     */
    public record Line(
            String quickbooksId,
            @Nullable String recordLine,
            boolean group,
            @Nullable String whole) {

        /** Kept by its id alone. */
        public Line(String quickbooksId, @Nullable String recordLine, boolean group) {
            this(quickbooksId, recordLine, group, null);
        }

        /** The same line, known to be this one of the record's. */
        Line of(String idInRecord) {
            return new Line(quickbooksId, idInRecord, false, whole);
        }

        /** The same line of the same record's, as it stands there now. */
        Line as(Line now) {
            return new Line(quickbooksId, recordLine, group, now.whole);
        }
    }
}
