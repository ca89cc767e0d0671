package dev.relink.simulator.practice;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A clock that can be put back while a company's past is entered, so that its IDs and dates are as old as they should be. */
final class PastClock extends Clock {
    private final ZoneId zone;
    private volatile @Nullable Instant past;

    PastClock(ZoneId zone) {
        this.zone = zone;
    }

    /** From now on it is then. */
    void putBackTo(Instant then) {
        past = then;
    }

    /** From now on it is now. */
    void catchUp() {
        past = null;
    }

    @Override
    public Instant instant() {
        Instant then = past;
        return then == null ? Clock.systemUTC().instant() : then;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.system(other);
    }
}
