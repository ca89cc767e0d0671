package dev.relink.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Invoices that somebody deleted in QuickBooks: each failed, and Clear ID is pressed for one after another. */
final class OnlineClearId {

    private static final int COUNT = 120;
    private static final double GOAL = 3_000;

    private final RelinkServer server;
    private final PracticeIntuit intuit;
    private final OnlineCompany company = OnlineCompany.number(2);
    private final String api = "/companies/" + company.id();

    OnlineClearId(RelinkServer server, PracticeIntuit intuit) {
        this.server = server;
        this.intuit = intuit;
    }

    void into(Table table) throws Exception {
        company.connect(server, intuit, new Visitor(server.port()));
        Map<String, String> errors = deadInvoices();
        double[] milliseconds = new double[COUNT];
        for (int n = 1; n <= COUNT; n++) {
            String record = "invoice/N-" + n;
            long start = System.nanoTime();
            String error = java.util.Objects.requireNonNull(errors.get(record), record + " has no error");
            server.post(api + "/repairs", "{\"repair\":\"clear-id\",\"syncErrors\":[\"" + error + "\"]}");
            OnlineBenchmark.until(record + " is synced", 2, () -> state(record).equals("synced"));
            milliseconds[n - 1] = (System.nanoTime() - start) / 1e6;
        }
        table.within(GOAL, "Clear ID of one to synced, %d times".formatted(COUNT), new Latencies(milliseconds));
        table.atMost(0, "Clear ID: calls refused for a limit (429)", intuit.throttled(List.of(company.realm())), "");
        table.atMost(0, "Clear ID: records that are there twice, or not at all", astray(), "");
    }

    /** All are made, deleted by the bookkeeper, changed in the app, and refused. @return the ids of the errors by record */
    private Map<String, String> deadInvoices() throws Exception {
        server.records(company.id(), OnlineRecords.lines(1, 1, n -> OnlineRecords.ITEM));
        server.records(company.id(), OnlineRecords.lines(1, COUNT, Customers::line));
        server.records(company.id(), OnlineRecords.lines(1, COUNT, n -> OnlineRecords.invoice(n, "First visit")));
        OnlineBenchmark.until("all are bound", 5, () -> count("bound") == 2L * COUNT + 1);
        for (List<String> ids : intuit.ids(company.realm(), "invoice").values()) {
            intuit.delete(company.realm(), "invoice", ids.getFirst());
        }
        server.records(company.id(), OnlineRecords.lines(1, COUNT, n -> OnlineRecords.invoice(n, "Second visit")));
        OnlineBenchmark.until("all are refused", 5, () -> count("syncErrors") == COUNT && count("pending") == 0);
        var errors = new HashMap<String, String>();
        server.ask(api + "/sync-errors?limit=500")
                .path("items")
                .forEach(one -> errors.put(
                        one.path("type").asString() + "/" + one.path("recordId").asString(),
                        one.path("id").asString()));
        return errors;
    }

    private long count(String what) {
        try {
            return server.count(company.id(), what);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String state(String record) {
        try {
            return server.ask(api + "/records/" + record).path("state").asString();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long astray() throws IOException, InterruptedException {
        Map<String, List<String>> ids = intuit.ids(company.realm(), "invoice");
        var names = new ArrayList<String>(
                IntStream.rangeClosed(1, COUNT).mapToObj(n -> "N-" + n).toList());
        names.removeIf(name -> ids.getOrDefault(name, List.of()).size() == 1);
        return names.size();
    }
}
