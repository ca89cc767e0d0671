package dev.relink.api;

import dev.relink.platform.web.Refused;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. */
record Slice(int limit, @Nullable String cursor) {

    static final int USUAL = 50;
    static final int MOST = 500;

    static Slice of(@Nullable String limit, @Nullable String cursor) {
        int wanted = limit == null ? USUAL : number(limit);
        if (wanted < 1 || wanted > MOST) {
            throw Refused.badRequest("limit is %s; it may be 1 to %d.".formatted(limit, MOST));
        }
        return new Slice(wanted, cursor);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refused.badRequest("limit is \"%s\"; write a number from 1 to %d.".formatted(text, MOST));
        }
    }

    /** Rows to read: one more tells whether there is a next part. */
    int rows() {
        return limit + 1;
    }

    @Nullable
    String[] place(int words) {
        return Cursor.read(cursor, words);
    }

    /** The place in a list that is ordered by one number; null at the beginning. */
    @Nullable
    Long number() {
        String place = place(1)[0];
        return place == null ? null : parseLong(place);
    }

    static long parseLong(String place) {
        try {
            return Long.parseLong(place);
        } catch (NumberFormatException e) {
            throw Cursor.unreadable();
        }
    }

    static OffsetDateTime parseTime(String place) {
        try {
            return OffsetDateTime.parse(place);
        } catch (DateTimeException e) {
            throw Cursor.unreadable();
        }
    }
}
