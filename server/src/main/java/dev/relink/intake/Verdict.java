package dev.relink.intake;

import dev.relink.entity.Problem;
import java.util.List;

/** What became of one {@link Change}. */
public sealed interface Verdict {

    /** QuickBooks will be told. */
    record Pending() implements Verdict {}

    /** We, or QuickBooks, have exactly this already. */
    record Unchanged() implements Verdict {}

    /** Kept, and QuickBooks is not told: the flow of its type is off, or QuickBooks never heard of the deleted record. */
    record Kept() implements Verdict {}

    /** A deletion of what was never sent. */
    record NoSuchRecord() implements Verdict {}

    /** Nothing was written. */
    record Refused(List<Problem> problems) implements Verdict {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
