package dev.relink.api;

import dev.relink.notice.Interest;
import dev.relink.platform.web.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader wants to be told, as programs say it.
 *
 * @param notices of {@code causes}, {@code silence}, {@code recovery}
 * @param everyMinutes at most one message in this time
 */
record InterestJson(List<String> notices, long everyMinutes) {

    private static final List<String> KNOWN = List.of("causes", "silence", "recovery");

    static InterestJson of(Interest interest) {
        List<String> notices = new ArrayList<>();
        if (interest.causes()) {
            notices.add("causes");
        }
        if (interest.silence()) {
            notices.add("silence");
        }
        if (interest.recovery()) {
            notices.add("recovery");
        }
        return new InterestJson(notices, interest.every().toMinutes());
    }

    /** Reads {@code notices} (default: all) and {@code everyMinutes} (default: 15). @throws Refused with what is wrong */
    static Interest read(Body body) {
        List<String> notices = body.has("notices") ? body.texts("notices") : KNOWN;
        notices.stream()
                .filter(notice -> !KNOWN.contains(notice))
                .forEach(notice -> body.problem(
                        "notices", "has \"%s\"; known are %s".formatted(notice, String.join(", ", KNOWN))));
        long minutes = body.has("everyMinutes") ? body.number("everyMinutes") : 15;
        body.check();
        try {
            return new Interest(
                    notices.contains("causes"),
                    notices.contains("silence"),
                    notices.contains("recovery"),
                    Duration.ofMinutes(minutes));
        } catch (IllegalArgumentException bad) {
            throw Refused.badField("/everyMinutes", String.valueOf(bad.getMessage()));
        }
    }
}
