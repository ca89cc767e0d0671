package dev.relink.simulator.webconnector;

import java.time.Duration;

/** Waiting, so that tests need not. */
@FunctionalInterface
public interface Pause {
    void pause(Duration length);

    /** Really waits. An interruption ends the wait early. */
    static Pause real() {
        return length -> {
            try {
                Thread.sleep(length);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Does not wait at all. */
    static Pause none() {
        return length -> {};
    }
}
