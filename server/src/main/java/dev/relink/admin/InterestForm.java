package dev.relink.admin;

import dev.relink.notice.Interest;
import dev.relink.platform.web.Refused;
import java.time.Duration;
import java.util.Map;

/** What somebody wants to be told, as a form sends it. */
final class InterestForm {

    private InterestForm() {}

    /** @throws Refused with a sentence */
    static Interest read(Map<String, String> form) {
        String minutes = form.getOrDefault("every", "15");
        if (!minutes.matches("\\d{1,5}")) {
            throw Refused.badField("/every", "“" + minutes + "” is no number of minutes.");
        }
        try {
            return new Interest(
                    form.containsKey("causes"),
                    form.containsKey("silence"),
                    form.containsKey("recovery"),
                    Duration.ofMinutes(Long.parseLong(minutes)));
        } catch (IllegalArgumentException bad) {
            throw Refused.badField("/every", String.valueOf(bad.getMessage()));
        }
    }
}
