package dev.relink.admin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an ID of QuickBooks Desktop gives away: its kind, and the second at which it was made. */
final class QuickBooksIdReading {

    private static final Pattern ID = Pattern.compile("(?<number>[0-9A-F]{1,8})-(?<second>\\d{9,10})");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

    private QuickBooksIdReading() {}

    /** A sentence's end, or nothing when it is no such ID. */
    static String of(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            return "";
        }
        String kind = matcher.group("number").matches("8[0-9A-F]{7}")
                ? "a ListID (a customer, vendor or item; 8 at the start of eight digits)"
                : "a TxnID (an invoice, payment or another transaction)";
        return "is " + kind + ", made on " + DAY.format(Instant.ofEpochSecond(Long.parseLong(matcher.group("second"))))
                + ".";
    }
}
