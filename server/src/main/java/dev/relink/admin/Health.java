package dev.relink.admin;

import dev.relink.catalogue.Severity;
import dev.relink.connection.LinkFacts;
import dev.relink.connection.Trouble;
import java.time.Instant;
import java.util.Map;
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

    /** Whether the sentence is about {@link #seen} and wants it as its end. */
    public boolean isAge() {
        return sentence.endsWith(" seen") || sentence.endsWith(" answered");
    }

    static Health of(LinkFacts facts, @Nullable Trouble trouble, String company) {
        if (trouble != null) {
            return new Health(
                    tone(trouble.decoded().severity()),
                    word(facts, trouble),
                    withoutStop(trouble.sentence(Map.of("company", company))),
                    facts.lastSeen(),
                    trouble.code());
        }
        if (facts.lastSeen() == null) {
            return new Health(
                    Tone.WAIT,
                    "Not asked yet",
                    "QuickBooks Online is connected and was not asked anything yet",
                    null,
                    null);
        }
        String who = facts.desktop() ? "Web Connector last seen" : "QuickBooks Online last answered";
        return new Health(Tone.OK, "Working", who, facts.lastSeen(), null);
    }

    /** More is said after it. */
    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String word(LinkFacts facts, Trouble trouble) {
        if (facts.stoppedBecause() != null && trouble.decoded().severity() != Severity.INFO) {
            return "Stopped";
        }
        if (trouble.isAhead()) {
            return "Ends soon";
        }
        return switch (trouble.decoded().severity()) {
            case INFO -> "Not connected yet";
            case WARNING, ERROR -> "Broken";
        };
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case INFO -> Tone.WAIT;
            case WARNING -> Tone.YOU;
            case ERROR -> Tone.ERROR;
        };
    }
}
