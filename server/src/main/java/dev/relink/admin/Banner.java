package dev.relink.admin;

import dev.relink.connection.Leg;
import dev.relink.connection.Trouble;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One for a connection that is broken, however many records wait for it.
 *
 * @param pending how many wait
 */
public record Banner(Trouble trouble, String company, long pending) {

    /** How a leg does: those before the broken one work, those behind it cannot be known. */
    public enum State {
        WORKS("works", "circle-check"),
        BROKEN("broken", "x"),
        UNKNOWN("not known", "");

        private final String word;
        private final String icon;

        State(String word, String icon) {
            this.word = word;
            this.icon = icon;
        }

        public String word() {
            return word;
        }

        public String icon() {
            return icon;
        }
    }

    public Tone tone() {
        return Health.tone(trouble.decoded().severity());
    }

    public String name() {
        return trouble.decoded().name();
    }

    public String code() {
        return trouble.code();
    }

    public @Nullable Instant since() {
        return trouble.since();
    }

    public String sentence() {
        return trouble.sentence(names());
    }

    public Prose fix() {
        return Prose.of(trouble.guide(names()).fix());
    }

    /** What it means for the records. */
    public String waits() {
        if (trouble.isAhead()) {
            return "Until then everything goes on.";
        }
        return switch ((int) Math.min(2, pending)) {
            case 0 -> "No record waits for it.";
            case 1 -> "1 record waits for it and goes by itself at the next good run.";
            default ->
                Times.grouped(pending) + " records wait for it. None of them has failed: they go by themselves"
                        + " at the next good run.";
        };
    }

    public State state(Leg leg) {
        int place = leg.compareTo(trouble.leg());
        return place == 0 ? State.BROKEN : place < 0 ? State.WORKS : State.UNKNOWN;
    }

    private Map<String, String> names() {
        return Map.of("company", company);
    }
}
