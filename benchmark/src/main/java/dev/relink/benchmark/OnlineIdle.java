package dev.relink.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * A thousand connected companies with nothing to do. As companies that were connected at different times are, they are spread
 * evenly over the quarter of an hour between two reads and the hour for which a token is good; both go on meanwhile.
 */
final class OnlineIdle {

    private static final int COMPANIES = 1_000;
    private static final int PEOPLE = 4;

    /** {@code RELINK_BENCH_ONLINE_SECONDS}: fewer, to try it out. */
    private static final int SECONDS =
            Integer.parseInt(java.util.Objects.requireNonNullElse(System.getenv("RELINK_BENCH_ONLINE_SECONDS"), "240"));

    private static final int WARM_UP_SECONDS = 90;

    private final RelinkServer server;
    private final PracticeIntuit intuit;

    OnlineIdle(RelinkServer server, PracticeIntuit intuit) {
        this.server = server;
        this.intuit = intuit;
    }

    void into(Table table) throws Exception {
        connect();
        var database = server.database();
        OnlineBenchmark.until(
                "all companies were read once",
                20,
                () -> database.sql("select count(*) from connection where next_read_at > now()")
                                .query(Long.class)
                                .single()
                        >= COMPANIES);
        spread();
        Thread.sleep(WARM_UP_SECONDS * 1_000L);
        double heap = server.liveHeap();
        long calls = calls();
        long refreshes = refreshes();
        Duration used = Machine.used(server.handle());
        Duration ofDatabase = server.databaseUsed();
        long start = System.nanoTime();
        Thread.sleep(SECONDS * 1_000L);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = Machine.used(server.handle()).minus(used).toMillis() / seconds / 10;
        double cpuOfDatabase = server.databaseUsed().minus(ofDatabase).toMillis() / seconds / 10;
        double after = server.liveHeap();
        table.line(
                "idle: calls to %,d realms, tokens renewed".formatted(COMPANIES),
                "%,d and %,d in %.0f s",
                calls() - calls,
                refreshes() - refreshes,
                seconds);
        table.line("idle: server and its database, of one core", "%.1f %% and %.1f %%", cpu, cpuOfDatabase);
        table.atMost(10, "idle: both together", cpu + cpuOfDatabase, "%");
        table.line("idle: live heap at the beginning and at the end", "%.1f MB and %.1f MB", heap, after);
        table.atMost(2, "idle: heap grown, after a collection", Math.max(0, after - heap), "MB");
        table.atMost(0, "idle: warnings in the server's log", server.complaints(), "");
    }

    private void connect() throws Exception {
        var people = new ArrayList<Callable<Boolean>>();
        for (int p = 0; p < PEOPLE; p++) {
            int first = p;
            people.add(() -> {
                var admin = new Visitor(server.port());
                for (int n = first; n < COMPANIES; n += PEOPLE) {
                    OnlineCompany.number(10 + n).connect(server, intuit, admin);
                }
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            for (var done : threads.invokeAll(people)) {
                done.get();
            }
        }
    }

    private void spread() throws IOException {
        var database = server.database();
        for (String update : List.of(
                "update connection set next_read_at = now() + random() * interval '15 minutes'",
                "update connection set run_next_at = next_read_at",
                "update online_link set access_until = now() + random() * interval '1 hour'")) {
            database.sql(update).update();
        }
    }

    private long calls() throws IOException, InterruptedException {
        return intuit.all()
                .path("realms")
                .valueStream()
                .mapToLong(realm -> realm.path("calls").asLong())
                .sum();
    }

    private long refreshes() throws IOException {
        return server.database()
                .sql("select coalesce(sum(token_version), 0) from online_link")
                .query(Long.class)
                .single();
    }
}
