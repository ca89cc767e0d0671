package dev.relink.benchmark;

/** Customers sent as one NDJSON body to the real server: checked, stored and queued durably when it answers. */
final class IntakeBenchmark {

    private static final int LINES = 20_000;
    private static final int ROUNDS = 5;

    private IntakeBenchmark() {}

    static void run(Table table) throws Exception {
        try (var server = RelinkServer.start()) {
            double[] rounds = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                String company = "round-" + (round + 1);
                server.company(company);
                long start = System.nanoTime();
                int accepted = server.records(company, Customers.lines(LINES));
                rounds[Math.max(0, round)] = LINES * 1e9 / (System.nanoTime() - start);
                if (accepted != LINES || server.count(company, "pending") != LINES) {
                    throw new IllegalStateException("%,d of %,d lines were accepted".formatted(accepted, LINES));
                }
            }
            table.line("new customers taken in, lines/s", "%s", new Rounds(rounds));
            table.atMost(256, "server: heap at its fullest", server.peakHeap(), "MB");
        }
    }
}
