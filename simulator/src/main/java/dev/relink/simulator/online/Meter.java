package dev.relink.simulator.online;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Counts the reads of each app by month: what Intuit charges for, over all realms. Failed calls and writes are free. */
public final class Meter {
    /** Reads a month that an app has; after them reads are refused. 0: no limit. */
    public volatile long monthlyReads = 500_000;

    private final Map<String, Long> reads = new HashMap<>();

    private static String key(String app, Instant now) {
        return app + " " + YearMonth.from(now.atZone(ZoneOffset.UTC));
    }

    public synchronized boolean isUsedUp(String app, Instant now) {
        return monthlyReads > 0 && count(app, now) >= monthlyReads;
    }

    public synchronized void note(String app, Instant now) {
        reads.merge(key(app, now), 1L, Long::sum);
    }

    /** Reads of this month. */
    public synchronized long count(String app, Instant now) {
        return reads.getOrDefault(key(app, now), 0L);
    }
}
