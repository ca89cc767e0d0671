package dev.relink.benchmark;

import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The server against practice QuickBooks Online with Intuit's limits and recorded latencies: two processes, and this one that
 * plays the app. The limits are those that Intuit publishes; how long a batch really takes, nobody has published.
 */
final class OnlineBenchmark {

    private static final String SPEED = "speed";
    private static final String CLEAR_ID = "clear-id";
    private static final String IDLE = "idle";

    /** What can be run alone. */
    static final Set<String> PARTS = Set.of(SPEED, CLEAR_ID, IDLE);

    private OnlineBenchmark() {}

    static void run(Table table, Set<String> parts) throws Exception {
        table.line("shared by all processes", "%d cores", Runtime.getRuntime().availableProcessors());
        if (parts.contains(SPEED) || parts.contains(CLEAR_ID)) {
            try (var intuit = PracticeIntuit.start();
                    var server = start(intuit)) {
                if (parts.contains(SPEED)) {
                    new OnlineSpeed(server, intuit).into(table);
                }
                if (parts.contains(CLEAR_ID)) {
                    new OnlineClearId(server, intuit).into(table);
                }
                table.atMost(0, "server: complaints in its log", server.complaints(), "");
            }
        }
        if (parts.contains(IDLE)) {
            try (var intuit = PracticeIntuit.start();
                    var server = start(intuit)) {
                new OnlineIdle(server, intuit).into(table);
            }
        }
    }

    private static RelinkServer start(PracticeIntuit intuit) throws Exception {
        var settings = new java.util.HashMap<>(intuit.keys());
        settings.putAll(Map.of("RELINK_ADMIN_EMAIL", Visitor.EMAIL, "RELINK_ADMIN_PASSWORD", Visitor.PASSWORD));
        return RelinkServer.start(settings);
    }

    /** @throws IllegalStateException when it does not come true within some minutes */
    static void until(String what, int minutes, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + minutes * 60_000_000_000L;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "It did not come to this within %d minutes: %s".formatted(minutes, what));
            }
            Thread.sleep(100);
        }
    }
}
