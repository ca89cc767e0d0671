package dev.relink.syncerror;

import dev.relink.connector.StatusCode;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A code that the catalogue does not know yet, over all companies that somebody administers.
 *
 * @param message QuickBooks' own words, the last time
 */
public record UnknownCode(
        StatusCode code, long times, long companies, Instant firstSeen, Instant lastSeen, String message) {

    /** Names stand in quotes in QuickBooks' messages. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|“[^”]*”|'[^']*'(?![a-z])");

    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+\\.\\w+");
    private static final Pattern ID = Pattern.compile("\\b[0-9A-Fa-f]{1,8}-\\d{6,10}\\b|\\b\\d{4,}\\b");

    /** The message without names, addresses, ids and long numbers, so that it may leave the house. */
    public String redacted() {
        String names = QUOTED.matcher(message).replaceAll("\"…\"");
        return ID.matcher(ADDRESS.matcher(names).replaceAll("…")).replaceAll("…");
    }

    /** Ready to be sent to those who keep the catalogue. */
    public String report() {
        return """
                A status code that Relink does not know
                Code: %s
                QuickBooks said: %s
                Seen: %s in %d %s, from %s to %s
                """.formatted(
                        code,
                        message.isBlank() ? "(nothing)" : redacted(),
                        times == 1 ? "once" : times + " times",
                        companies,
                        companies == 1 ? "company" : "companies",
                        firstSeen,
                        lastSeen);
    }
}
