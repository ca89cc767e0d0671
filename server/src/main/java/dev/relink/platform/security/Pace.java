package dev.relink.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what costs work at a bearable pace, by whoever asks: so many at once, then one at a time. Remembers the last
 * 10,000 names. Thread-safe.
 */
public final class Pace {

    private static final int REMEMBERED = 10_000;

    private final InstantSource clock;
    private final int atOnce;
    private final Duration thenEvery;

    /** When each has all of its turns again. */
    private final Map<String, Instant> fullAt = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Pace(InstantSource clock, int atOnce, Duration thenEvery) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.thenEvery = thenEvery;
    }

    /** Takes a turn. @return how long to wait for one instead; zero when it was taken */
    public synchronized Duration take(String name) {
        Instant now = clock.instant();
        Instant full = fullAt.getOrDefault(name, now);
        Instant base = full.isAfter(now) ? full : now;
        Duration early = Duration.between(now, base).minus(thenEvery.multipliedBy(atOnce - 1L));
        if (early.isPositive()) {
            return early;
        }
        fullAt.put(name, base.plus(thenEvery));
        return Duration.ZERO;
    }
}
