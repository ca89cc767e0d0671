package dev.relink.admin;

import java.util.Arrays;
import java.util.Locale;

/** The lists of the errors page: what is held, and what is close to it but no error. */
public enum ErrorTab {
    OPEN("Open", "alert-circle", Tone.ERROR, "p.state = 'held'"),
    WAITING_ON_PARENT("Waiting on parent", "hierarchy-2", Tone.OFF, "p.state = 'waiting-on-parent'"),
    IN_DOUBT("In doubt", "help-hexagon", Tone.DOUBT, "p.state = 'in-doubt'"),
    RETRYING(
            "Retrying",
            "refresh",
            Tone.WAIT,
            "e.state = 'retrying' and p.state in ('waiting', 'in-flight', 'awaiting-approval')"),
    SKIPPED(
            "Skipped",
            "player-skip-forward",
            Tone.OFF,
            "p.record_id is null and not r.deleted and (r.skipped is not null or b.record_id is null)");

    private final String label;
    private final String icon;
    private final Tone tone;
    private final String condition;

    ErrorTab(String label, String icon, Tone tone, String condition) {
        this.label = label;
        this.icon = icon;
        this.tone = tone;
        this.condition = condition;
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

    /** Over record r, pending_sync p, sync_error e, binding b. */
    String condition() {
        return condition;
    }

    static ErrorTab of(String word) {
        return Arrays.stream(values())
                .filter(tab -> tab.word().equals(word))
                .findFirst()
                .orElse(OPEN);
    }
}
