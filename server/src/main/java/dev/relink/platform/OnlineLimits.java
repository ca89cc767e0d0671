package dev.relink.platform;

import java.time.Duration;

/**
 * How often one company of QuickBooks Online may be called, shared by all nodes. Intuit's limits unless set otherwise.
 *
 * @param callsInFlight calls under way at once
 * @param timeout of one call; Intuit itself gives up after 120 seconds
 */
public record OnlineLimits(
        int callsPerMinute, int callsPerSecond, int callsInFlight, int batchesPerMinute, Duration timeout) {}
