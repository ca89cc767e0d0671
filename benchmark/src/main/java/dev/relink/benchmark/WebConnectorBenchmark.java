package dev.relink.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The server with PostgreSQL on disk, the load client and the yardstick: three processes on one machine. The two servers
 * are measured in turns, since a machine is never quiet; what counts is how one does beside the other.
 */
final class WebConnectorBenchmark {

    private static final String POLLS = "polls";
    private static final String DRAIN = "drain";

    /** What can be run alone. */
    static final Set<String> PARTS = Set.of(POLLS, DRAIN);

    private static final int POLLING = 48;
    private static final int WARM_UP_ROUNDS = 6;
    private static final int ROUNDS = 5;
    private static final int SECONDS = 4;
    private static final int DRAINING = 2;
    private static final int RECORDS = 20_000;
    private static final int WARM_UP = 20_000;

    private final RelinkServer server;
    private final JavaChild client;
    private final Table table;

    private WebConnectorBenchmark(RelinkServer server, JavaChild client, Table table) {
        this.server = server;
        this.client = client;
        this.table = table;
    }

    static void run(Table table, Set<String> parts) throws Exception {
        try (var client = JavaChild.start(LoadClient.class, 256);
                var server = RelinkServer.start()) {
            var benchmark = new WebConnectorBenchmark(server, client, table);
            benchmark.shares();
            if (parts.contains(POLLS)) {
                benchmark.emptyPolls();
            }
            if (parts.contains(DRAIN)) {
                benchmark.draining();
            }
            benchmark.memory();
        }
    }

    private void emptyPolls() throws Exception {
        try (var yardstick = JavaChild.start(Yardstick.class, 256)) {
            emptyPolls(yardstick.answer());
        }
    }

    private void shares() throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        String disk = Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")))
                .type();
        table.line("shared by server, database, client, yardstick", "%d cores, data on %s", cores, disk);
    }

    private void emptyPolls(String yardstick) throws Exception {
        var signIns = new ArrayList<SignIn>();
        for (int i = 0; i < POLLING; i++) {
            signIns.add(server.company("polling-" + i));
        }
        double[] canned = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        var unused = visit(signIns); // what there is to read is read now: then nothing is left to do
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            double theirs = polls(yardstick, signIns);
            double own = polls(Integer.toString(server.port()), signIns);
            System.err.printf("empty polls: %,.0f/s, canned answers %,.0f/s%n", own, theirs);
            if (round >= 0) {
                canned[round] = theirs;
                ours[round] = own;
                ratios[round] = 100 * own / theirs;
            }
        }
        table.line("yardstick: canned answers, sessions/s", "%s", new Rounds(canned));
        table.line("empty polls, sessions/s", "%s", new Rounds(ours));
        table.atLeast(50, "empty polls against the yardstick", new Rounds(ratios).median(), "%");
    }

    private double polls(String port, List<SignIn> signIns) throws IOException {
        return Double.parseDouble(client.ask("polls " + port + " " + SECONDS + " " + words(signIns)));
    }

    private String visit(List<SignIn> signIns) throws IOException {
        return client.ask("visit " + server.port() + " " + words(signIns));
    }

    private static String words(List<SignIn> signIns) {
        return signIns.stream().map(SignIn::toString).collect(Collectors.joining(" "));
    }

    private void draining() throws Exception {
        var unused = visit(List.of(loaded("warm-up", WARM_UP)));
        var signIns = new ArrayList<SignIn>();
        for (int i = 0; i < DRAINING; i++) {
            signIns.add(loaded("draining-" + i, RECORDS));
        }
        Duration server = Machine.used(this.server.handle());
        Duration client = Machine.used(this.client.handle());
        Duration database = this.server.databaseUsed();
        Duration all = Machine.busy();
        String[] done = visit(signIns).split(" ");
        server = Machine.used(this.server.handle()).minus(server);
        client = Machine.used(this.client.handle()).minus(client);
        database = this.server.databaseUsed().minus(database);
        all = Machine.busy().minus(all);
        long records = Long.parseLong(done[0]);
        double seconds = Long.parseLong(done[2]) / 1e9;
        verify(signIns, records);
        table.atLeast(5_000, "draining, records/s bound and committed", records / seconds, "");
        table.atMost(30, "calls per 1,000 records, reads and all", 1000 * Double.parseDouble(done[1]) / records, "");
        table.line(
                "of %,d records in %d companies, CPU".formatted(records, signIns.size()),
                "%.1f s: server %.1f, database %.1f, client %.1f, others %.1f",
                seconds,
                server.toMillis() / 1e3,
                database.toMillis() / 1e3,
                client.toMillis() / 1e3,
                all.minus(server).minus(database).minus(client).toMillis() / 1e3);
    }

    private SignIn loaded(String company, int records) throws Exception {
        SignIn signIn = server.company(company);
        expect(records, server.records(company, Customers.lines(records)), "accepted of " + company);
        return signIn;
    }

    /** Every record is bound, and to its own customer. */
    private void verify(List<SignIn> signIns, long sent) throws Exception {
        expect((long) RECORDS * signIns.size(), sent, "sent");
        for (SignIn signIn : signIns) {
            expect(RECORDS, server.count(signIn.company(), "bound"), "bound");
            for (String none : List.of("pending", "inDoubt", "syncErrors")) {
                expect(0, server.count(signIn.company(), none), none);
            }
            Set<String> bindings = server.bindings(signIn.company())
                    .lines()
                    .map(line -> line.split(",", 4))
                    .map(cells -> cells[1] + " = " + cells[2])
                    .collect(Collectors.toSet());
            for (int n = 1; n <= RECORDS; n++) {
                String pair = Customers.id(n) + " = " + CannedQuickBooks.listId(n);
                if (!bindings.contains(pair)) {
                    throw new IllegalStateException("Not among the bindings of " + signIn.company() + ": " + pair);
                }
            }
        }
    }

    private static void expect(long wanted, long got, String what) {
        if (wanted != got) {
            throw new IllegalStateException("%,d should be %s, %,d are".formatted(wanted, what, got));
        }
    }

    private void memory() throws IOException {
        expect(0, server.complaints(), "warnings in the server's log");
        table.atMost(256, "server: heap at its fullest", server.peakHeap(), "MB");
        table.line(
                "server: most memory resident",
                "%,d MB",
                Machine.mostResident(server.handle().pid()));
    }
}
