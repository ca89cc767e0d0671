package dev.relink.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes when it is told to, also backwards. */
final class Watch extends Clock {

    private static final Instant MORNING = Instant.parse("2026-11-24T14:00:00Z");

    private Instant now = MORNING;

    /** Another world begins. */
    void reset() {
        now = MORNING;
    }

    void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
