package dev.relink.admin;

import dev.relink.catalogue.Family;
import dev.relink.catalogue.RepairKind;
import dev.relink.cycle.Match;
import dev.relink.entity.RecordKey;
import dev.relink.repair.Lookalike;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One error.
 *
 * @param sides the record beside its twin, or beside what it is linked to
 * @param parents what the record refers to
 * @param waiting the first records that wait on it
 */
public record SyncErrorView(
        ErrorLine line,
        List<Reason> reasons,
        Sides sides,
        Map<RecordKey, String> parents,
        Exchange exchange,
        List<HistoryLine> history,
        List<Waiting> waiting,
        LinkRow link,
        @Nullable Neighbours neighbours) {

    /** A record that waits on this one. */
    public record Waiting(String type, String id, String name) {

        public String encodedId() {
            return Queries.encoded(id);
        }
    }

    /** Its place among the open errors; null = none there. */
    public record Neighbours(
            @Nullable Long previous, @Nullable Long next, long place, long all) {}

    public String title() {
        return line.kind().label() + " " + line.name();
    }

    public Prose problem() {
        return Prose.of(line.guide().problem());
    }

    /** The one sentence with names and times. */
    public String lead() {
        return line.problem();
    }

    /** The guide says something else than the sentence with names does. */
    public boolean tellsMore() {
        return !Prose.plain(line.guide().problem()).startsWith(Prose.plain(lead()));
    }

    public String icon() {
        var failure = line.failure();
        var decoded = line.decoded();
        return failure == null || decoded == null
                ? "alert-circle"
                : Cause.of(failure, decoded, "", 1, 0).icon();
    }

    /** The one filled button: the safest useful act, unless the twin's own stands above. */
    public boolean isFirst(RepairButton button, Page page) {
        return (twin() == null || !line.isOffered(RepairKind.RELINK))
                && button.kind() != RepairKind.SKIP
                && button.equals(line.buttons(page).getFirst());
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

    public @Nullable Lookalike twin() {
        return line.lookalike();
    }

    /** Found too, but less likely the same. */
    public List<Match> others() {
        Lookalike twin = twin();
        return line.found().stream()
                .filter(match -> twin == null || !match.quickbooksId().equals(twin.quickbooksId()))
                .toList();
    }

    /** What a run does after the repair that is offered first; empty where only the guide can tell. */
    public List<String> turns() {
        if (isRetrying() || line.decoded() == null || line.decoded().family() != Family.MISSING_LINK) {
            return List.of();
        }
        if (twin() != null) {
            return List.of(
                    "Read **" + twin().name() + "**, to be sure that it is still there", "Bind it and update it");
        }
        return line.row().oldIdAnswered()
                ? List.of("Update it under its old ID")
                : List.of(
                        "Look for its old ID, our marker and its name or number, inactive records included",
                        "Create it if nothing is found; otherwise bind what was found");
    }

    public boolean isRetrying() {
        return !line.row().state().equals("held");
    }
}
