package dev.relink.quickbooks.online.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of changes begins: at a time of last change, and at the how manieth of those from then on. A later time
 * needs no counting, so that what moves to the end meanwhile makes none be skipped.
 *
 * @param time as QuickBooks wrote it; null for the very beginning
 * @param start from 1
 */
record Position(@Nullable String time, int start) {

    static Position of(@Nullable String iterator, @Nullable Instant since) {
        if (iterator == null) {
            return new Position(since == null ? null : Queries.time(since), 1);
        }
        int at = iterator.lastIndexOf('@');
        String time = iterator.substring(0, at);
        return new Position(time.isEmpty() ? null : time, Integer.parseInt(iterator.substring(at + 1)));
    }

    /** @param last the time of last change of the page's last row */
    Position after(String last, int rows) {
        return last.isEmpty() || last.equals(time) ? new Position(time, start + rows) : new Position(last, 1);
    }

    String iterator() {
        return (time == null ? "" : time) + "@" + start;
    }
}
