package dev.relink.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses. A few failures are free; after that each failure doubles the wait, up to a quarter of an hour.
 * What was quiet for an hour is forgotten. Remembers the last 10,000 names, whoever makes them up. Thread-safe.
 */
public final class Throttle {

    private static final int REMEMBERED = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private record Failures(int count, Instant last) {}

    private final InstantSource clock;
    private final int free;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param free failures that cost nothing: people mistype */
    public Throttle(InstantSource clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    /** How long this name must wait before its next try; zero = it may try now. */
    public synchronized Duration wait(String name) {
        Failures of = failures.get(name);
        if (of == null || of.count < free) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), of.last.plus(pause(of.count)));
        return left.isPositive() ? left : Duration.ZERO;
    }

    public synchronized void failed(String name) {
        Instant now = clock.instant();
        Failures before = failures.get(name);
        int counted = before == null || before.last.plus(FORGOTTEN_AFTER).isBefore(now) ? 0 : before.count;
        failures.put(name, new Failures(counted + 1, now));
    }

    public synchronized void succeeded(String name) {
        failures.remove(name);
    }

    private Duration pause(int count) {
        Duration pause = Duration.ofSeconds(1L << Math.min(count - free, 20));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
