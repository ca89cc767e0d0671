package dev.relink.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Clear ID for ten thousand at once, from the press until all are pending; and by fifty people for the same ones. */
final class ManyCleared {

    private static final int MANY = 10_000;
    private static final int PEOPLE = 50;
    private static final double GOAL = 5000;
    private static final String API = "/companies/" + ManyErrors.COMPANY;

    private final Table table;
    private final RelinkServer server;
    private final Visitor visitor;

    ManyCleared(Table table, RelinkServer server, Visitor visitor) {
        this.table = table;
        this.server = server;
        this.visitor = visitor;
    }

    void measure() throws Exception {
        List<String> ids = ids(2 * MANY + 1);
        String many = body(ids.subList(0, MANY), true);
        within("Clear ID looked at", MANY, () -> server.post(API + "/repairs", many));
        long pending = pending();
        within(
                "Clear ID for %,d by the API".formatted(MANY),
                MANY,
                () -> server.post(API + "/repairs", body(ids.subList(0, MANY), false)));
        expect(pending + MANY, pending(), "pending after the API");
        page();
        fiftyAtOnce(ids.getLast());
        table.within(
                150,
                "page: errors by cause, afterwards (load %s)".formatted(Machine.load()),
                Latencies.of(10, 100, n -> visitor.page(API + "/errors")));
    }

    /** As a person does: all that match a filter, looked at in the dialog, then confirmed by their number. */
    private void page() throws Exception {
        long pending = pending();
        long errors = server.ask(API + "/sync-errors?limit=1&code=desktop:3240")
                .at("/total")
                .asLong();
        var fields = Map.of("cause", "desktop:3240 ", "all", "yes");
        String press = API + "/errors/clear-id";
        timed("Clear ID for %,d: the dialog on the page".formatted(errors), () -> {
            visitor.post(API + "/errors", press, fields);
            return "";
        });
        var sure = Map.of(
                "cause", "desktop:3240 ", "all", "yes", "sure", "yes", "understood", "yes", "typed", "" + errors);
        timed("Clear ID for %,d on the page, all pending".formatted(errors), () -> {
            visitor.post(API + "/errors", press, sure);
            awaitPending(pending + errors);
            return "";
        });
        expect(pending + errors, pending(), "pending after the page");
    }

    /** The page shows meanwhile how far it has come. */
    private void awaitPending(long wanted) throws Exception {
        for (int tries = 0; pending() < wanted && tries < 3000; tries++) {
            Thread.sleep(20);
        }
    }

    private void fiftyAtOnce(String id) throws Exception {
        var ready = new CountDownLatch(PEOPLE);
        Callable<Long> press = () -> {
            ready.countDown();
            ready.await();
            return server.post(API + "/repairs", body(List.of(id), false))
                    .at("/accepted")
                    .asLong();
        };
        List<Callable<Long>> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            all.add(press);
        }
        long start = System.nanoTime();
        long won = 0;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : people.invokeAll(all)) {
                won += one.get();
            }
        }
        double milliseconds = Math.rint((System.nanoTime() - start) / 1e6);
        table.line(PEOPLE + " press the same Clear ID at once", "%d wins, all told in %,.0f ms", won, milliseconds);
        expect(1, won, "of fifty who press at once");
    }

    private interface Work {
        Object done() throws Exception;
    }

    private void within(String what, int accepted, Work work) throws Exception {
        Object answer = timed(what, work);
        expect(
                accepted,
                ((tools.jackson.databind.JsonNode) answer).at("/accepted").asLong(),
                what);
    }

    private Object timed(String what, Work work) throws Exception {
        long start = System.nanoTime();
        Object answer = work.done();
        double milliseconds = Math.rint((System.nanoTime() - start) / 1e6);
        System.err.printf("  %-46s %,.0f ms%n", what, milliseconds);
        table.atMost(GOAL, "%s (load %s)".formatted(what, Machine.load()), milliseconds, "ms");
        return answer;
    }

    private List<String> ids(int count) throws Exception {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (ids.size() < count) {
            var answer = server.ask(API + "/sync-errors?code=desktop:3120&limit=500" + cursor);
            for (var item : answer.at("/items")) {
                ids.add(item.at("/id").asString());
            }
            cursor = "&cursor=" + answer.at("/nextCursor").asString();
        }
        return ids.subList(0, count);
    }

    private static String body(List<String> ids, boolean dryRun) {
        return ids.stream()
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(
                        ",", "{\"repair\":\"clear-id\",\"dryRun\":" + dryRun + ",\"syncErrors\":[", "]}"));
    }

    private long pending() throws Exception {
        return server.count(ManyErrors.COMPANY, "pending");
    }

    private static void expect(long wanted, long found, String what) {
        if (wanted != found) {
            throw new IllegalStateException("%s: %,d where %,d should be".formatted(what, found, wanted));
        }
    }
}
