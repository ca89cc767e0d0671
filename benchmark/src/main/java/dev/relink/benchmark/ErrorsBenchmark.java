package dev.relink.benchmark;

import dev.relink.platform.database.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private ErrorsBenchmark() {}

    /** {@code RELINK_DATABASE_*}: a database that is filled only when it is empty, to measure again without the filling. */
    static void run(Table table) throws Exception {
        String url = System.getenv("RELINK_DATABASE_URL");
        if (url != null) {
            run(table, url, env("RELINK_DATABASE_USERNAME"), env("RELINK_DATABASE_PASSWORD"));
            return;
        }
        Path folder = Files.createTempDirectory("relink-bench-errors");
        try (var postgres = PostgresServer.start(folder.resolve("programs"), folder, PostgresServer.DURABLE)) {
            jdbc(postgres.url("postgres"), postgres.username(), postgres.password())
                    .sql("create database relink")
                    .update();
            run(table, postgres.url("relink"), postgres.username(), postgres.password());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void run(Table table, String url, String username, String password) throws Exception {
        try (var server = RelinkServer.start(Map.of(
                "RELINK_DATABASE_URL", url,
                "RELINK_DATABASE_USERNAME", username,
                "RELINK_DATABASE_PASSWORD", password,
                "RELINK_ADMIN_EMAIL", Visitor.EMAIL,
                "RELINK_ADMIN_PASSWORD", Visitor.PASSWORD))) {
            fill(table, server, jdbc(url, username, password));
            var visitor = new Visitor(server.port());
            new ErrorLatencies(table, server, visitor).measure();
            new ManyCleared(table, server, visitor).measure();
            table.atMost(0, "server: complaints in its log", server.complaints(), "");
        }
    }

    private static void fill(Table table, RelinkServer server, JdbcClient jdbc) throws Exception {
        if (jdbc.sql("select exists (select from sync_error)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        server.company(ManyErrors.COMPANY);
        long start = System.nanoTime();
        ManyErrors.fill(jdbc, ERRORS);
        table.line("filled", "%,d errors in %,d s", ERRORS, (System.nanoTime() - start) / 1_000_000_000);
    }

    private static JdbcClient jdbc(String url, String username, String password) {
        return JdbcClient.create(new DriverManagerDataSource(url, username, password));
    }

    private static String env(String name) {
        return Objects.requireNonNullElse(System.getenv(name), "");
    }
}
