package dev.relink.quickbooks.online.rest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call.
 *
 * @param status of HTTP; 0 when there was no whole answer
 * @param tid by which Intuit finds it
 * @param lost why nobody can tell whether it was done
 * @param notSent why it surely was not
 * @param more whether further pages of it follow
 * @param retryAfter as the answer asks for
 */
record Came(
        Plan.Call call,
        int status,
        @Nullable String tid,
        byte @Nullable [] body,
        @Nullable String lost,
        @Nullable String notSent,
        boolean more,
        @Nullable Duration retryAfter) {

    static Came lost(Plan.Call call, String why) {
        return new Came(call, 0, null, null, why, null, false, null);
    }

    static Came notSent(Plan.Call call, String why) {
        return new Came(call, 0, null, null, null, why, false, null);
    }

    Came withMore() {
        return new Came(call, status, tid, body, lost, notSent, true, retryAfter);
    }
}
