package dev.relink.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Thousands of new customers and invoices in one company, and one stream of single requests as the yardstick. */
final class OnlineSpeed {

    /** {@code RELINK_BENCH_ONLINE_RECORDS}: of each type. */
    private static final int OF_EACH = Integer.parseInt(
            java.util.Objects.requireNonNullElse(System.getenv("RELINK_BENCH_ONLINE_RECORDS"), "2500"));

    private static final int YARDSTICK_SECONDS = 90;
    private static final int WARM_UP_SECONDS = 60;
    private static final double GOAL = 1_100;

    private static final String YARDSTICK_REALM = "9130359999999999";

    private final RelinkServer server;
    private final PracticeIntuit intuit;
    private final OnlineCompany company = OnlineCompany.number(1);

    OnlineSpeed(RelinkServer server, PracticeIntuit intuit) {
        this.server = server;
        this.intuit = intuit;
    }

    private record Seen(long nanos, long bound) {}

    void into(Table table) throws Exception {
        double alone = SequentialStream.perMinute(intuit, YARDSTICK_REALM, YARDSTICK_SECONDS);
        table.line("yardstick: one record after another", "%,.0f records/min", alone);
        company.connect(server, intuit, new Visitor(server.port()));
        sends();
        List<Seen> seen = watched();
        double steady = steady(seen);
        table.atLeast(GOAL, "bound, records/min in steady state", steady, "");
        table.line("against the yardstick", "%.1f times", steady / alone);
        Seen last = seen.getLast();
        table.line(
                "of %,d records, from the first sent to the last bound".formatted(last.bound),
                "%.0f s",
                (last.nanos - seen.getFirst().nanos) / 1e9);
        table.atMost(
                0, "calls refused for a limit (429)", intuit.throttled(List.of(company.realm(), YARDSTICK_REALM)), "");
        table.atMost(0, "records that are there twice, or not at all", astray(), "");
        table.atMost(0, "sync errors", server.count(company.id(), "syncErrors"), "");
    }

    private void sends() throws IOException, InterruptedException {
        server.records(company.id(), OnlineRecords.lines(1, 1, n -> OnlineRecords.ITEM));
        OnlineBenchmark.until("the item is bound", 2, () -> bound() == 1);
        server.records(company.id(), OnlineRecords.lines(1, OF_EACH, Customers::line));
        server.records(company.id(), OnlineRecords.lines(1, OF_EACH, n -> OnlineRecords.invoice(n, "First visit")));
    }

    private long bound() {
        try {
            return server.count(company.id(), "bound");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Each moment at which more were bound than before. */
    private List<Seen> watched() throws InterruptedException {
        var seen = new ArrayList<Seen>();
        seen.add(new Seen(System.nanoTime(), bound()));
        OnlineBenchmark.until("all are bound", 20, () -> {
            long now = bound();
            if (now > seen.getLast().bound) {
                seen.add(new Seen(System.nanoTime(), now));
                System.err.printf(
                        "  %,d bound after %.1f s%n", now, (seen.getLast().nanos - seen.getFirst().nanos) / 1e9);
            }
            return now >= 2L * OF_EACH + 1;
        });
        return seen;
    }

    /** From one moment at which something was bound to another: the first minute, and the last few records, do not count. */
    private static double steady(List<Seen> seen) {
        Seen first = seen.stream()
                .filter(one -> one.nanos - seen.getFirst().nanos >= WARM_UP_SECONDS * 1_000_000_000L)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Too few records for a steady state"));
        Seen last = seen.get(seen.size() - 2);
        return (last.bound - first.bound) * 60e9 / (last.nanos - first.nanos);
    }

    /** Told by the realm's own books, not by us. */
    private long astray() throws IOException, InterruptedException {
        Map<String, List<String>> customers = intuit.ids(company.realm(), "customer");
        Map<String, List<String>> invoices = intuit.ids(company.realm(), "invoice");
        long good = 0;
        for (int n = 1; n <= OF_EACH; n++) {
            good += once(customers, Customers.name(n)) + once(invoices, "N-" + n);
        }
        var counts = intuit.of(company.realm(), "").path("counts");
        return 2L * OF_EACH
                - good
                + Math.abs(counts.path("customer").asLong() - OF_EACH)
                + Math.abs(counts.path("invoice").asLong() - OF_EACH);
    }

    private static long once(Map<String, List<String>> ids, String name) {
        return ids.getOrDefault(name, List.of()).size() == 1 ? 1 : 0;
    }
}
