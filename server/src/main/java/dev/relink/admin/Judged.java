package dev.relink.admin;

import dev.relink.repair.Lookalike;
import dev.relink.repair.Prospect;
import dev.relink.repair.Repairs;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One record in the dialog: what will happen to it, or why not. */
public record Judged(ErrorLine line, Repairs.Verdict verdict) {

    /** How a {@link Prospect} is shown. */
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

        static Standing of(@Nullable Prospect prospect) {
            return switch (prospect) {
                case LIKELY_TWIN -> TWIN;
                case GONE -> GONE;
                case NOT_CHECKED -> NOT_CHECKED;
                case STILL_THERE -> STILL_THERE;
                case IN_DOUBT -> UNSETTLED;
                case NO_DEAD_LINK, NOT_ALLOWED -> NO_DEAD_LINK;
                case null -> NO_DEAD_LINK;
            };
        }
    }

    public boolean accepted() {
        return verdict.accepted();
    }

    /** Of the link to QuickBooks. */
    public Standing standing() {
        return Standing.of(verdict.prospect());
    }

    /** Name of what looks like it in QuickBooks; null when nothing is known, or when it is not to be cleared anyway. */
    public @Nullable Lookalike twin() {
        return accepted() ? verdict.lookalike() : null;
    }

    /** What is known of QuickBooks, in words. */
    public String found() {
        ErrorRow row = line.row();
        return switch (standing()) {
            case TWIN -> "";
            case GONE ->
                "Nothing under the old ID" + (row.deletedAt() == null ? "" : ", deleted " + Prose.at(row.deletedAt()));
            case NOT_CHECKED -> "QuickBooks is asked at the next run, before anything is created";
            case STILL_THERE -> "The old ID answered after the error";
            case UNSETTLED -> "The answer to its last write is not known yet";
            case NO_DEAD_LINK -> row.quickbooksId() == null ? "Was never linked" : "Linked to " + row.quickbooksId();
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
