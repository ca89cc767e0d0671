package dev.relink.simulator.online;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often a realm may be called. The numbers are Intuit's; 0 is no limit. All may be set at any time. */
public final class Limits {
    /** Calls a minute, of all apps together. */
    public volatile int callsPerMinute = 500;

    /** Calls a second of one app. */
    public volatile int appCallsPerSecond = 10;

    /** Calls of one app that are under way at once. */
    public volatile int appCallsInFlight = 10;

    /** Batches a minute of one app. */
    public volatile int appBatchesPerMinute = 40;

    /** Batches a minute, of all apps together. */
    public volatile int batchesPerMinute = 120;

    /** A batch counts as a call too. */
    public volatile boolean batchIsCall = true;

    private final Map<String, Window> windows = new HashMap<>();
    private final Map<String, Integer> inFlight = new HashMap<>();

    /** When something happened lately. */
    private static final class Window {
        private final Deque<Instant> times = new ArrayDeque<>();

        boolean isFull(int limit, Duration length, Instant now) {
            while (!times.isEmpty() && !times.getFirst().plus(length).isAfter(now)) {
                times.removeFirst();
            }
            return limit > 0 && times.size() >= limit;
        }

        void note(Instant now) {
            times.addLast(now);
        }
    }

    /** No limits at all. */
    public void none() {
        callsPerMinute = 0;
        appCallsPerSecond = 0;
        appCallsInFlight = 0;
        appBatchesPerMinute = 0;
        batchesPerMinute = 0;
    }

    /** Lets a call in, or says no. Who was let in calls {@link #leave}. A call that is refused does not count. */
    public synchronized boolean enter(String app, boolean batch, Instant now) {
        boolean call = !batch || batchIsCall;
        boolean busy = appCallsInFlight > 0 && inFlight.getOrDefault(app, 0) >= appCallsInFlight;
        boolean full = (call && window("calls").isFull(callsPerMinute, Duration.ofMinutes(1), now))
                || window("second " + app).isFull(appCallsPerSecond, Duration.ofSeconds(1), now)
                || (batch && window("batches").isFull(batchesPerMinute, Duration.ofMinutes(1), now))
                || (batch && window("batches " + app).isFull(appBatchesPerMinute, Duration.ofMinutes(1), now));
        if (busy || full) {
            return false;
        }
        note(app, batch, call, now);
        return true;
    }

    private void note(String app, boolean batch, boolean call, Instant now) {
        inFlight.merge(app, 1, Integer::sum);
        window("second " + app).note(now);
        if (call) {
            window("calls").note(now);
        }
        if (batch) {
            window("batches").note(now);
            window("batches " + app).note(now);
        }
    }

    private Window window(String name) {
        return windows.computeIfAbsent(name, any -> new Window());
    }

    public synchronized void leave(String app) {
        inFlight.merge(app, -1, Integer::sum);
    }
}
