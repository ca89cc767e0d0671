package dev.relink.notice;

import java.time.Duration;
import java.util.List;

/**
 * What a reader wants to be told.
 *
 * @param causes a new reason why records are held, or a stopped connection
 * @param silence the Web Connector was not seen for long
 * @param recovery a cause is gone, the Web Connector is back
 * @param every at most one message in this time
 */
public record Interest(boolean causes, boolean silence, boolean recovery, Duration every) {

    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofDays(7);

    /** What pages offer. */
    public static final List<Duration> OFFERED =
            List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(1));

    public static final Interest USUAL = new Interest(true, true, true, Duration.ofMinutes(15));

    /** @throws IllegalArgumentException with a sentence about the time, or when nothing is wanted */
    public Interest {
        if (every.compareTo(OFTEN) < 0 || every.compareTo(SELDOM) > 0) {
            throw new IllegalArgumentException("The time between two messages is 1 minute to 7 days.");
        }
        if (!causes && !silence && !recovery) {
            throw new IllegalArgumentException("Choose at least one of new causes, silence and recovery.");
        }
    }

    boolean wants(Event.Kind kind) {
        return switch (kind) {
            case CAUSE, STOPPED, WEBHOOK_OFF -> causes;
            case SILENT -> silence;
            case CAUSE_GONE, SEEN_AGAIN, WORKING_AGAIN -> recovery;
        };
    }

    /** "every 15 minutes" */
    public String often() {
        long minutes = every.toMinutes();
        if (minutes % 1440 == 0) {
            return minutes == 1440 ? "once a day" : "every " + minutes / 1440 + " days";
        }
        if (minutes % 60 == 0) {
            return minutes == 60 ? "once an hour" : "every " + minutes / 60 + " hours";
        }
        return minutes == 1 ? "every minute" : "every " + minutes + " minutes";
    }
}
