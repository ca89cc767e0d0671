package dev.relink.admin;

import dev.relink.syncerror.Count;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and numbers as pages show them. {@code relink.js} turns the times into the reader's zone. */
public final class Times {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private Times() {}

    public static String utc(Instant at) {
        return UTC.format(at);
    }

    /** "3 minutes ago": for health only, where age is what counts. */
    public static String ago(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return counted(age.toMinutes(), "minute");
        }
        return age.toDays() < 2 ? counted(age.toHours(), "hour") : counted(age.toDays(), "day");
    }

    private static String counted(long n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s") + " ago";
    }

    /** 4,810; and "10,000+" for a count that stopped there, see {@link Count#LIMIT}. */
    public static String grouped(long number) {
        return number == Count.LIMIT + 1L
                ? String.format(Locale.UK, "%,d+", Count.LIMIT)
                : String.format(Locale.UK, "%,d", number);
    }
}
