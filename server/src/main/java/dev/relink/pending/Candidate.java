package dev.relink.pending;

import dev.relink.binding.Binding;
import dev.relink.entity.RecordKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pending sync with what is needed to send it or look it up.
 *
 * @param snapshot the record as JSON, of this {@code version}
 * @param generation rises when a person asks for a new one: a part of the marker
 * @param forced a person wants it sent, whatever is foreseen
 * @param removed it is void or inactive in QuickBooks because the app had deleted it
 * @param batchLimit the largest message set it may travel in; small after a set was refused whole
 * @param lookFor what a look-up needs besides the record, as JSON
 * @param alias the name to use in QuickBooks instead of the app's, after Rename
 * @param merged what to send instead of the snapshot, as JSON with the version it was made for
 */
public record Candidate(
        RecordKey key,
        Operation operation,
        Mode mode,
        WhenFound whenFound,
        boolean held,
        boolean forced,
        int tries,
        int batchLimit,
        @Nullable String lookFor,
        @Nullable String merged,
        String name,
        @Nullable String alias,
        String snapshot,
        long version,
        int generation,
        boolean removed,
        @Nullable Binding binding) {

    /** As many from the head of the queue as each of them may travel with. */
    public static List<Candidate> together(List<Candidate> head) {
        int most = Integer.MAX_VALUE;
        for (int i = 0; i < head.size(); i++) {
            most = Math.min(most, head.get(i).batchLimit());
            if (i >= most) {
                return head.subList(0, i);
            }
        }
        return head;
    }

    /** Something is to be asked about it before it is sent, or because it is held by a name clash. */
    public boolean isLookedUp() {
        return held ? lookFor != null : mode != Mode.SEND;
    }

    /** How it is looked up: where the binding is gone meanwhile there is nothing to read again. */
    public Mode lookUp() {
        return mode == Mode.READ_AGAIN && binding == null ? Mode.FIND_OR_CREATE : mode;
    }
}
