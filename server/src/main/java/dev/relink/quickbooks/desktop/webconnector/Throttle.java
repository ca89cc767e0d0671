package dev.relink.quickbooks.desktop.webconnector;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever tries passwords: per user name and address, so that nobody can lock out another company, nor this
 * company's own computer. Ten wrong ones at once, then one every six seconds. Passwords have 192 random bits: this saves
 * work, it is not what keeps them secret.
 */
final class Throttle {

    private static final int BURST = 10;
    private static final Duration ONE_EVERY = Duration.ofSeconds(6);
    private static final int MOST_REMEMBERED = 10_000;

    private final InstantSource clock;

    /** When the bucket will be full again; forgotten when it is the least recently used of many. */
    private final Map<Key, Instant> fullAt = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Key(String userName, String address) {}

    Throttle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long to wait before the next try; zero: try. */
    synchronized Duration wait(String userName, String address) {
        Instant now = clock.instant();
        Instant full = fullAt.getOrDefault(new Key(userName, address), now);
        Duration tooEarly = Duration.between(now, full).minus(ONE_EVERY.multipliedBy(BURST - 1));
        return tooEarly.isPositive() ? tooEarly : Duration.ZERO;
    }

    synchronized void wrong(String userName, String address) {
        Instant now = clock.instant();
        fullAt.merge(new Key(userName, address), now, (full, _) -> full.isAfter(now) ? full : now);
        fullAt.computeIfPresent(new Key(userName, address), (_, full) -> full.plus(ONE_EVERY));
    }
}
