package dev.relink.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.relink.platform.DataFolder;
import dev.relink.platform.StartRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The embedded PostgreSQL as the product runs it: durable, guarded, and there again after a kill. */
class PostgresServerTest {

    private static final Path PROGRAMS = Path.of("target", "test-database").toAbsolutePath();

    @TempDir
    private Path data;

    @Test
    void every_acknowledged_row_survives_the_kill_and_what_was_left_behind_is_stopped_first() throws Exception {
        Process victim = startProcess();
        int acknowledged = 200;
        try (BufferedReader told = victim.inputReader()) {
            for (int i = 0; i < 200; i++) {
                assertThat(told.readLine()).isNotNull();
            }
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> DataFolder.open(data))
                    .withMessageContaining("Another Relink is running");
            victim.toHandle().destroyForcibly(); // SIGKILL; its last words stay readable
            acknowledged += (int) told.lines().count();
        }
        long orphan = postmasterPid();
        assertThat(ProcessHandle.of(orphan)).as("PostgreSQL outlives its JVM").isPresent();

        try (var folder = DataFolder.open(data);
                var server = start(folder)) {
            assertThat(postmasterPid()).isNotEqualTo(orphan);
            assertThat(sql(server)
                            .sql("select count(*) from felled")
                            .query(Integer.class)
                            .single())
                    .isBetween(acknowledged, acknowledged + 1);
        }
    }

    @Test
    void a_process_number_that_belongs_to_something_else_by_now_does_not_hold_the_folder() throws Exception {
        try (var folder = DataFolder.open(data)) {
            start(folder).close();
            Path cluster = data.toRealPath().resolve("postgresql", "cluster");
            Files.writeString(
                    cluster.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + cluster + "\n");
            start(folder).close();
        }
    }

    @Test
    void it_is_durable_listens_on_this_machine_only_and_asks_for_the_password() {
        try (var folder = DataFolder.open(data);
                var server = start(folder)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(server, "unix_socket_directories")).isEmpty();
            var stranger = new DriverManagerDataSource(server.url("postgres"), server.username(), "guess");
            assertThatExceptionOfType(SQLException.class).isThrownBy(stranger::getConnection);
        }
    }

    @Test
    void a_folder_of_another_major_version_is_refused_with_what_to_do() throws Exception {
        Path cluster = Files.createDirectories(data.resolve("postgresql", "cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "16\n");
        try (var folder = DataFolder.open(data)) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> start(folder))
                    .withMessageContaining("made by PostgreSQL 16")
                    .withMessageContaining("pg_dump")
                    .withMessageContaining("RELINK_DATABASE_URL");
        }
    }

    @Test
    void a_server_elsewhere_that_does_not_answer_is_named_without_its_password() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Database.at("jdbc:postgresql://127.0.0.1:1/books", "relink", "hunter2"))
                .withMessageContaining("jdbc:postgresql://127.0.0.1:1/books")
                .withMessageContaining("RELINK_DATABASE_URL")
                .withMessageNotContaining("hunter2");
    }

    private static PostgresServer start(DataFolder folder) {
        return PostgresServer.start(PROGRAMS, folder.resolve("postgresql"), PostgresServer.DURABLE);
    }

    private Process startProcess() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        String main = PostgresInAProcess.class.getName();
        return new ProcessBuilder(java, "-cp", classPath, main, PROGRAMS.toString(), data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private long postmasterPid() throws IOException {
        Path file = data.resolve("postgresql", "cluster", "postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    private static JdbcClient sql(PostgresServer server) {
        return JdbcClient.create(
                new DriverManagerDataSource(server.url("postgres"), server.username(), server.password()));
    }

    private static String setting(PostgresServer server, String name) {
        return sql(server)
                .sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
