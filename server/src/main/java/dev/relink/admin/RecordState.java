package dev.relink.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one state that every record is in. */
public enum RecordState {
    IN_STEP("In step", Tone.OK, ""),
    WAITING("Pending", Tone.WAIT, "Goes at the next run."),
    AWAITING_APPROVAL("Awaiting approval", Tone.YOU, "Goes once somebody approves it."),
    WAITING_ON_PARENT("Waiting on a parent", Tone.OFF, "Goes by itself once its parent is in QuickBooks."),
    IN_FLIGHT("Under way", Tone.WAIT, "Sent; its answer is awaited."),
    IN_DOUBT("In doubt", Tone.DOUBT, "Its answer was lost; it is looked up first, and never sent again blindly."),
    HELD("Error", Tone.ERROR, "Held until somebody acts."),
    SKIPPED("Skipped", Tone.OFF, "Sent when the app changes it."),
    NOT_SENT("Not sent", Tone.OFF, "The flow of its type is off."),
    DELETED("Deleted", Tone.OFF, "The app deleted it, and QuickBooks was told what the flow says.");

    private final String label;
    private final Tone tone;
    private final String means;

    RecordState(String label, Tone tone, String means) {
        this.label = label;
        this.tone = tone;
        this.means = means;
    }

    static RecordState of(@Nullable String pending, @Nullable String skipped, boolean deleted, boolean bound) {
        if (pending != null) {
            return valueOf(pending.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
        if (deleted) {
            return DELETED;
        }
        if (skipped != null) {
            return SKIPPED;
        }
        return bound ? IN_STEP : NOT_SENT;
    }

    public String label() {
        return label;
    }

    public Tone tone() {
        return tone;
    }

    /** What follows from it, in a sentence; empty when nothing. */
    public String means() {
        return means;
    }

    public String icon() {
        return switch (this) {
            case WAITING_ON_PARENT -> "hierarchy-2";
            case AWAITING_APPROVAL -> "user-check";
            case IN_FLIGHT -> "send";
            default -> tone.icon();
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<Choice> choices() {
        return Arrays.stream(values())
                .map(state -> new Choice(state.word(), state.label()))
                .toList();
    }
}
