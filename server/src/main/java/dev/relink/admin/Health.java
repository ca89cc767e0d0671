package dev.relink.admin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a company's link to QuickBooks does, in one line.
 *
 * @param seen when QuickBooks was last heard of; null = never
 * @param code the status code that tells why not; null = none
 */
public record Health(
        Tone tone,
        String word,
        String sentence,
        @Nullable Instant seen,
        @Nullable String code) {

    /** Three visits missed. */
    private static final int MISSED = 3;

    /** The columns of {@code connection} that tell. */
    record Told(
            boolean desktop,
            String state,
            @Nullable String stoppedBecause,
            @Nullable String problemCode,
            @Nullable String problemMessage,
            @Nullable Instant seen,
            Duration runEvery) {}

    /** Whether the sentence is about {@link #seen} and wants it as its end. */
    public boolean isAge() {
        return sentence.endsWith(" seen") || sentence.endsWith(" answered");
    }

    static Health of(Told told, Instant now) {
        if (told.state.equals("stopped")) {
            return new Health(
                    Tone.ERROR, "Stopped", orElse(told.stoppedBecause, "Stopped"), told.seen, told.problemCode);
        }
        if (told.problemCode != null) {
            return new Health(
                    Tone.YOU,
                    "Needs you",
                    orElse(told.problemMessage, "Connection problem"),
                    told.seen,
                    told.problemCode);
        }
        if (told.seen == null) {
            return new Health(
                    Tone.WAIT,
                    "Not connected yet",
                    told.desktop ? "The Web Connector has not called yet" : "QuickBooks Online is not connected yet",
                    null,
                    null);
        }
        boolean silent = Duration.between(told.seen, now).compareTo(told.runEvery.multipliedBy(MISSED)) > 0;
        String who = told.desktop ? "Web Connector last seen" : "QuickBooks Online last answered";
        return silent
                ? new Health(Tone.YOU, "Silent", who, told.seen, null)
                : new Health(Tone.OK, "Working", who, told.seen, null);
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
