package dev.relink.repair;

import dev.relink.entity.RecordKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A repair that was pressed for many records, and how far it has come. It goes on whoever looks at which page.
 *
 * @param repair its word; {@code undo} takes back what another press did
 * @param undoes that other press; null = none
 * @param by who pressed it
 * @param done so many were judged, in the order of the press
 * @param totals of those judged
 * @param refusals the first of them
 * @param ended null while it is under way
 * @param fault why it stopped before its end; null = it did not
 */
public record Press(
        long id,
        String repair,
        @Nullable Long undoes,
        String by,
        int records,
        int done,
        Repairs.Totals totals,
        List<Refusal> refusals,
        Instant started,
        @Nullable Instant ended,
        @Nullable String fault) {

    /** From more records than these a repair is a press: at once it would take longer than a page may. */
    public static final int FROM = 500;

    /** At most. */
    public static final int MOST = 10_000;

    /** In one transaction: a fraction of a second, in which no run turns. */
    static final int PART = 250;

    /** So many refusals are kept with their reasons. */
    static final int REFUSALS = 200;

    public Press {
        refusals = List.copyOf(refusals);
    }

    /** A record that was not repaired, and why. */
    public record Refusal(String type, String id, String why) {

        public RecordKey key() {
            return new RecordKey(type, id);
        }
    }

    public boolean isUndo() {
        return undoes != null;
    }

    /** Were deleted, or in step, when their turn came. */
    public long gone() {
        return done - totals.accepted() - totals.refused();
    }
}
