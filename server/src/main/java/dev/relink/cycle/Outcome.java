package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.catalogue.Decoded;
import dev.relink.connector.Row;
import dev.relink.entity.RecordKey;
import dev.relink.platform.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one attempt. What follows is one switch in {@link Settlement}. */
sealed interface Outcome {

    /** Done. {@code found} is the record as QuickBooks answered; null where a void or delete answers none. */
    record Synced(Row.@Nullable Found found) implements Outcome {}

    /** Refused; nothing was changed over there; a person or a repair must act. */
    record Rejected(Decoded decoded, String message) implements Outcome {}

    /** The record we are bound to does not exist under its id. */
    record NotThere(Decoded decoded, String message) implements Outcome {}

    /** Refused for a passing reason: the next cycle tries again by itself. */
    record InUse(Decoded decoded, String message) implements Outcome {}

    /** Our EditSequence is old: read again, compare, then decide. */
    record Stale(Decoded decoded, String message) implements Outcome {}

    /** Never looked at: goes again in a smaller set, not counted as a try. */
    record NotProcessed(Decoded decoded, String message) implements Outcome {}

    /** It went again by itself as often as {@link Patience} allows; nothing was changed; a person decides. */
    record GivenUp(Decoded decoded, String message) implements Outcome {}

    /** Nobody knows whether it was done. Only a look-up or a person closes this. */
    record InDoubt(String why) implements Outcome {}

    /** Proved not to be there: may be sent again, with the same marker. */
    record Absent() implements Outcome {}

    /** There is something that could be it, or more than one: a person decides. */
    record Ambiguous(String why, List<Row.Found> candidates) implements Outcome {}

    /** QuickBooks could not be asked about it, run after run: a person looks there and decides. */
    record Unanswerable(String why) implements Outcome {}

    /** It was made, and somebody deleted it since: a person decides. */
    record DeletedInQuickBooks(String why) implements Outcome {}

    /** QuickBooks gave the id that it was bound to, or seemed to get, to another record: it is bound to nothing now. */
    record Taken(String quickbooksId, RecordKey by) implements Outcome {
        String why() {
            return "QuickBooks gave the ID %s to %s".formatted(quickbooksId, by);
        }
    }

    /** QuickBooks answered, and Relink failed to write down what follows. The log has the cause under the reference. */
    record Unsettled(Outcome answered, Failure failure) implements Outcome {
        String why() {
            String what = answered instanceof Synced(Row.Found found) && found != null
                    ? "that it was done, under the ID " + found.quickbooksId()
                    : "%s".formatted(answered.getClass().getSimpleName());
            return "QuickBooks answered (%s), and Relink failed to write that down. The log says why under the reference %s."
                    .formatted(what, failure.reference());
        }
    }

    /** One attempt with what came of it. */
    record Of(Attempt attempt, Outcome outcome) {}
}
