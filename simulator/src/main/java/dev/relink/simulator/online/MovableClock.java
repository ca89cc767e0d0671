package dev.relink.simulator.online;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time, moved: tokens and memories age in a moment, and a past can be entered. */
public final class MovableClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    /** From now on it is that much later; negative: earlier. */
    public synchronized void forward(Duration by) {
        offset = offset.plus(by);
    }

    /** By how much it differs from the real time. */
    public Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.offset(Clock.system(other), offset);
    }
}
