package dev.relink.admin;

import dev.relink.syncerror.Wanted;
import java.util.Arrays;
import java.util.Locale;

/** The lists of the errors page: what is held, and what is close to it but no error. */
public enum ErrorTab {
    OPEN("Open", "alert-circle", Tone.ERROR, "open"),
    WAITING_ON_PARENT("Waiting", "hierarchy-2", Tone.OFF, ""),
    IN_DOUBT("In doubt", "help-hexagon", Tone.DOUBT, ""),
    RETRYING("Retrying", "refresh", Tone.WAIT, "retrying"),
    /** What failed within the last week and is in step now: read from history. */
    RESOLVED("Resolved, 7 days", "circle-check", Tone.OK, ""),
    SKIPPED("Skipped", "player-skip-forward", Tone.OFF, "");

    private final String label;
    private final String icon;
    private final Tone tone;
    private final String errorState;

    ErrorTab(String label, String icon, Tone tone, String errorState) {
        this.label = label;
        this.icon = icon;
        this.tone = tone;
        this.errorState = errorState;
    }

    public String label() {
        return label;
    }

    public String icon() {
        return icon;
    }

    public Tone tone() {
        return tone;
    }

    /** In addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its rows are sync errors, and not records that have none. */
    boolean isOfErrors() {
        return !errorState.isEmpty();
    }

    Wanted wanted() {
        return new Wanted(isOfErrors() ? errorState : null, null, null, null, null, null, null);
    }

    String errorState() {
        return errorState;
    }

    static ErrorTab of(String word) {
        return Arrays.stream(values())
                .filter(tab -> tab.word().equals(word))
                .findFirst()
                .orElse(OPEN);
    }
}
