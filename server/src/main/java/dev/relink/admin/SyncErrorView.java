package dev.relink.admin;

import dev.relink.cycle.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One error.
 *
 * @param fields of the record, beside those of its twin
 * @param waiting the first records that wait on it
 */
public record SyncErrorView(
        ErrorLine line,
        RecordFields fields,
        Exchange exchange,
        List<HistoryLine> history,
        List<Waiting> waiting,
        @Nullable Neighbours neighbours) {

    /** A record that waits on this one. */
    public record Waiting(String type, String id, String name) {}

    /** Its place among the open errors; null = none there. */
    public record Neighbours(
            @Nullable Long previous, @Nullable Long next, long place, long all) {}

    public String title() {
        return line.kind().label() + " " + line.name();
    }

    public Prose problem() {
        return Prose.of(line.guide().problem());
    }

    public Prose why() {
        return Prose.of(line.guide().why());
    }

    public Prose fix() {
        return Prose.of(line.guide().fix());
    }

    public Prose next() {
        return Prose.of(line.guide().next());
    }

    /** The likeliest of what was found, also where there are several. */
    public @Nullable Match twin() {
        return line.found().stream()
                .filter(match -> match.type().equals(line.row().key().type()))
                .findFirst()
                .orElse(null);
    }

    public List<Match> others() {
        Match twin = twin();
        return line.found().stream().filter(match -> !match.equals(twin)).toList();
    }

    public boolean isRetrying() {
        return !line.row().state().equals("held");
    }
}
