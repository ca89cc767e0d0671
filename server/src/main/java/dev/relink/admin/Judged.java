package dev.relink.admin;

import dev.relink.catalogue.RepairKind;
import dev.relink.cycle.Match;
import dev.relink.repair.Repairs;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One record in the dialog: what will happen to it, or why not.
 *
 * @param namesake what QuickBooks has under the same name, as last read; null when nothing
 */
public record Judged(
        ErrorLine line, Repairs.Verdict verdict, @Nullable Namesake namesake) {

    /** An entry of a list in QuickBooks that no record is bound to. */
    public record Namesake(String quickbooksId, String name) {}

    public enum Standing {
        TWIN(Tone.YOU, "arrow-merge", "Likely twin"),
        GONE(Tone.OK, "link-off", "Gone"),
        NOT_CHECKED(Tone.WAIT, "clock", "Not checked yet"),
        STILL_THERE(Tone.ERROR, "alert-circle", "Still there"),
        UNSETTLED(Tone.DOUBT, "help-hexagon", "In doubt"),
        NO_DEAD_LINK(Tone.ERROR, "alert-circle", "Not a dead link");

        private final Tone tone;
        private final String icon;
        private final String word;

        Standing(Tone tone, String icon, String word) {
            this.tone = tone;
            this.icon = icon;
            this.word = word;
        }

        public Tone tone() {
            return tone;
        }

        public String icon() {
            return icon;
        }

        public String word() {
            return word;
        }
    }

    public boolean accepted() {
        return verdict.accepted();
    }

    /** Of the link to QuickBooks. */
    public Standing standing() {
        ErrorRow row = line.row();
        if (accepted()) {
            if (twin() != null) {
                return Standing.TWIN;
            }
            return row.goneAt() == null ? Standing.NOT_CHECKED : Standing.GONE;
        }
        if (row.state().equals("in-doubt") || row.state().equals("in-flight")) {
            return Standing.UNSETTLED;
        }
        return row.quickbooksId() != null && row.oldIdAnswered() && line.isOffered(RepairKind.CLEAR_ID)
                ? Standing.STILL_THERE
                : Standing.NO_DEAD_LINK;
    }

    /** Name of what looks like it in QuickBooks; null when nothing is known. */
    public @Nullable String twin() {
        Match match = line.twin();
        return match != null ? match.name() : namesake == null ? null : namesake.name();
    }

    /** What is known of QuickBooks, in words. */
    public String found() {
        Match match = line.twin();
        if (match != null) {
            return match.score() + " % alike, " + match.quickbooksId();
        }
        if (namesake != null) {
            return "same name, " + namesake.quickbooksId();
        }
        return switch (standing()) {
            case GONE -> "QuickBooks lists the old ID as deleted";
            case NOT_CHECKED -> "QuickBooks is asked at the next run, before anything is created";
            case STILL_THERE -> "The old ID answered after the error";
            case UNSETTLED -> "The answer to its last write is not known yet";
            case NO_DEAD_LINK, TWIN ->
                line.row().quickbooksId() == null
                        ? "Was never linked"
                        : "Linked to " + line.row().quickbooksId();
        };
    }

    /** "Refused" and the like: the part of the sentence before its first colon, in bold. */
    public String lead() {
        int colon = verdict.effect().indexOf(": ");
        return !accepted() && colon > 0 ? verdict.effect().substring(0, colon + 1) : "";
    }

    public String effect() {
        String rest = verdict.effect().substring(lead().length()).strip();
        return rest.isEmpty() || !lead().isEmpty()
                ? rest
                : rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }
}
