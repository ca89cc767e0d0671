package dev.relink.cycle;

import dev.relink.catalogue.Operation;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.RecordKey;
import dev.relink.pending.Candidate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What follows from the look-up of one record. */
sealed interface Finding {

    Candidate candidate();

    default RecordKey key() {
        return candidate().key();
    }

    /**
     * It is this one: bound, then sent.
     *
     * @param outcome {@code kept} or {@code relinked}, for history
     */
    record Bind(Candidate candidate, Prepared.Ready record, Row.Found row, String outcome, String why)
            implements Finding {}

    /** Read again: its edit token is renewed, then both sides' changes are sent. */
    record Merge(Candidate candidate, Prepared.Ready record, Row.Found row, Merged merged) implements Finding {}

    /** @param anew although something like it is there: with a marker of its own */
    record Create(Candidate candidate, String why, boolean anew) implements Finding {}

    /**
     * For a person.
     *
     * @param renewed both sides changed it: the row as it was read again; null otherwise
     * @param found what the person shall see, as JSON
     */
    record Hold(
            Candidate candidate,
            Prepared.@Nullable Ready record,
            StatusCode code,
            String message,
            Operation operation,
            Row.@Nullable Found renewed,
            @Nullable String found)
            implements Finding {}

    /**
     * What it names is gone or inactive over there: those are held, and it waits on them.
     *
     * @param gone by the records that were bound to them
     */
    record Parents(
            Candidate candidate,
            Map<RecordKey, BrokenBindings.Broken> gone,
            Map<RecordKey, BrokenBindings.Broken> inactive)
            implements Finding {}

    /** All that it needs is there after all: it is sent. @param read, listed as they were read */
    record Alive(Candidate candidate, List<Row.Found> read, List<Row.Entry> listed) implements Finding {}

    /** It is held for its name already; now it is known who has the name. */
    record Clash(Candidate candidate, String found) implements Finding {}
}
