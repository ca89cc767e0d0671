package dev.relink.benchmark;

import dev.relink.platform.database.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A company in which everything has gone wrong: its lists must stay usable, and ten thousand be mended at once. */
final class ErrorsBenchmark {

    /** {@code RELINK_BENCH_ERRORS}: fewer, to try it out. */
    private static final int ERRORS =
            Integer.parseInt(Objects.requireNonNullElse(System.getenv("RELINK_BENCH_ERRORS"), "1000000"));

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 100;
    private static final double GOAL = 150;
    private static final String API = "/companies/" + ManyErrors.COMPANY;

    private ErrorsBenchmark() {}

    static void run(Table table) throws Exception {
        Path folder = Files.createTempDirectory("relink-bench-errors");
        try (var postgres = PostgresServer.start(folder.resolve("programs"), folder, PostgresServer.DURABLE)) {
            JdbcClient.create(new DriverManagerDataSource(
                            postgres.url("postgres"), postgres.username(), postgres.password()))
                    .sql("create database relink")
                    .update();
            try (var server = RelinkServer.start(Map.of(
                    "RELINK_DATABASE_URL", postgres.url("relink"),
                    "RELINK_DATABASE_USERNAME", postgres.username(),
                    "RELINK_DATABASE_PASSWORD", postgres.password(),
                    "RELINK_ADMIN_EMAIL", Visitor.EMAIL,
                    "RELINK_ADMIN_PASSWORD", Visitor.PASSWORD))) {
                server.company(ManyErrors.COMPANY);
                long start = System.nanoTime();
                ManyErrors.fill(
                        JdbcClient.create(new DriverManagerDataSource(
                                postgres.url("relink"), postgres.username(), postgres.password())),
                        ERRORS);
                table.line("filled", "%,d errors in %,d s", ERRORS, (System.nanoTime() - start) / 1_000_000_000);
                measure(table, server);
                table.atMost(0, "server: complaints in its log", server.complaints(), "");
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void measure(Table table, RelinkServer server) throws Exception {
        for (var one : lists().entrySet()) {
            table.within(
                    GOAL,
                    "API: " + one.getKey(),
                    Latencies.of(WARM_UP, ROUNDS, n -> server.ask(API + "/sync-errors?" + one.getValue())));
        }
        table.within(GOAL, "API: page after page by cursor, to the 11,000th row", deep(server));
        table.within(GOAL, "API: one error", one(server));
        table.within(GOAL, "API: exact counts of the company", Latencies.of(WARM_UP, ROUNDS, n -> server.ask(API)));
        var visitor = new Visitor(server.port());
        for (var one : pages().entrySet()) {
            table.within(
                    GOAL,
                    "page: " + one.getKey(),
                    Latencies.of(WARM_UP, ROUNDS, n -> visitor.page(API + one.getValue())));
        }
        clear(table, server, visitor);
    }

    private static Map<String, String> lists() {
        var lists = new LinkedHashMap<String, String>();
        lists.put("all", "limit=50");
        lists.put("all, 500 rows", "limit=500");
        lists.put("code, a third of all", "code=desktop:3120");
        lists.put("code, one in ten thousand", "code=desktop:3190");
        lists.put("type", "type=invoice");
        lists.put("family", "family=closed-period");
        lists.put("repair", "repair=clear-id");
        lists.put("repair, rare", "repair=reactivate");
        lists.put("code and type and repair", "code=desktop:3140&type=item&repair=sync-parent-first");
        lists.put("q: one record's number", "q=r77777");
        lists.put("q: one name of twenty", "q=hollis");
        lists.put("q: two words and a filter", "q=oakmont+church&code=desktop:3210");
        lists.put("q: nothing like it", "q=zzzyx");
        lists.put("q: a word of a third of the messages", "q=specified");
        return lists;
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("errors by cause", "/errors");
        pages.put("errors by record", "/errors?by=record");
        pages.put("errors by age", "/errors?by=age");
        pages.put("errors by age, the 20th page", "/errors?by=age&page=20");
        pages.put("errors by record, the 100th page", "/errors?by=record&page=100");
        pages.put("errors, one cause", "/errors?cause=desktop:3120+named");
        pages.put("errors, type", "/errors?type=vendor");
        pages.put("errors, family", "/errors?family=stale");
        pages.put("errors, repair", "/errors?repair=rename");
        pages.put("errors, words", "/errors?q=hollis+margaret");
        pages.put("retrying", "/errors?tab=retrying");
        pages.put("waiting on parent", "/errors?tab=waiting-on-parent");
        pages.put("skipped", "/errors?tab=skipped");
        pages.put("pending", "/pending");
        return pages;
    }

    private static Latencies deep(RelinkServer server) throws Exception {
        String[] cursor = {""};
        return Latencies.of(WARM_UP, ROUNDS, n -> {
            var answer = server.ask(API + "/sync-errors?limit=100" + cursor[0]);
            cursor[0] = "&cursor=" + answer.at("/nextCursor").asString();
        });
    }

    private static Latencies one(RelinkServer server) throws Exception {
        var ids = server.ask(API + "/sync-errors?limit=500").at("/items");
        return Latencies.of(
                WARM_UP,
                ROUNDS,
                n -> server.ask(API + "/sync-errors/" + ids.get(n).at("/id").asString()));
    }

    /** Looked at first, as a person does, then done; and undone, which is as much work. */
    private static void clear(Table table, RelinkServer server, Visitor visitor) throws Exception {
        String filter = "{\"repair\":\"clear-id\",\"filter\":{\"code\":\"desktop:3240\"},\"dryRun\":%s}";
        table.atMost(5000, "Clear ID looked at, by filter", timed(server, filter.formatted(true), 1), "ms");
        table.atMost(5000, "Clear ID done, by filter", timed(server, filter.formatted(false), 1), "ms");
        var ids = server.ask(API + "/sync-errors?code=desktop:3120&limit=500");
        var all = new StringBuilder();
        int count = 0;
        while (count < 10_000 && ids.at("/items").size() > 0) {
            for (var item : ids.at("/items")) {
                all.append(count++ == 0 ? "" : ",")
                        .append('"')
                        .append(item.at("/id").asString())
                        .append('"');
            }
            ids = server.ask(API + "/sync-errors?code=desktop:3120&limit=500&cursor="
                    + ids.at("/nextCursor").asString());
        }
        table.atMost(
                5000,
                "Clear ID done, for %,d named ones".formatted(count),
                timed(server, "{\"repair\":\"clear-id\",\"syncErrors\":[" + all + "]}", count),
                "ms");
        table.within(
                GOAL,
                "page: errors by cause, afterwards",
                Latencies.of(WARM_UP, ROUNDS, n -> visitor.page(API + "/errors")));
    }

    private static double timed(RelinkServer server, String body, int least) throws Exception {
        long start = System.nanoTime();
        var answer = server.post(API + "/repairs", body);
        double milliseconds = Math.rint((System.nanoTime() - start) / 1e6);
        if (answer.at("/accepted").asInt() < least) {
            throw new IllegalStateException("Not repaired: " + answer.toString().substring(0, 500));
        }
        System.err.printf("  %,d accepted in %,.0f ms%n", answer.at("/accepted").asInt(), milliseconds);
        return milliseconds;
    }
}
