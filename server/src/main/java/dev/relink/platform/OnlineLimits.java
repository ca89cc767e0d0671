package dev.relink.platform;

import java.time.Duration;

/**
 * How often one company of QuickBooks Online may be called, shared by all nodes. Intuit's limits unless set otherwise.
 *
 * @param callsInFlight calls under way at once
 * @param timeout of one call; Intuit itself gives up after 120 seconds
 * @param readsPerMonth what Intuit's plan allows the app in all companies together; 0 = nobody said
 */
public record OnlineLimits(
        int callsPerMinute,
        int callsPerSecond,
        int callsInFlight,
        int batchesPerMinute,
        Duration timeout,
        int readsPerMonth) {

    /** Of Intuit's smallest plan, which costs nothing. */
    public static final int READS_OF_THE_SMALLEST_PLAN = 500_000;

    public OnlineLimits(
            int callsPerMinute, int callsPerSecond, int callsInFlight, int batchesPerMinute, Duration timeout) {
        this(callsPerMinute, callsPerSecond, callsInFlight, batchesPerMinute, timeout, READS_OF_THE_SMALLEST_PLAN);
    }
}
