package dev.relink.admin;

import dev.relink.entity.RecordKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record.
 *
 * @param failure why it is held or retried; null = nothing failed
 * @param parents names of what it belongs to, by type and id
 * @param undo the newest repair that may be taken back; null = none
 */
public record RecordView(
        RecordLine line,
        RecordFields fields,
        @Nullable ErrorLine failure,
        List<HistoryLine> history,
        Map<RecordKey, String> parents,
        @Nullable Long undo) {

    public Kind kind() {
        return Kind.of(line.key().type());
    }

    public String title() {
        return kind().label() + " " + line.name();
    }

    /** Where a creation may be told from an update, when it goes. */
    public boolean isBound() {
        return line.bound() != null;
    }
}
