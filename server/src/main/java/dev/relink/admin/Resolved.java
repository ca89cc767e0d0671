package dev.relink.admin;

import dev.relink.entity.RecordKey;
import java.time.Instant;

/**
 * A record whose error was settled within the last week.
 *
 * @param code of its last failure
 * @param message QuickBooks' words then
 * @param failed when
 * @param by who pressed the repair before it was settled; empty = it settled by itself
 * @param act what they pressed; empty = nothing
 */
public record Resolved(
        RecordKey key,
        String name,
        String subtitle,
        String code,
        String message,
        Instant failed,
        Instant settled,
        String outcome,
        String act,
        String by) {

    public String address(Page page) {
        return page.at("/records/" + key.type() + "/" + Queries.encoded(key.id()));
    }

    /** "Updated in QuickBooks" */
    public String how() {
        return HistoryLine.words(outcome);
    }

    public String pressed() {
        return act.isEmpty() ? "" : HistoryLine.words(act);
    }
}
