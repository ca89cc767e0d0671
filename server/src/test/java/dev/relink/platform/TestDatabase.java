package dev.relink.platform;

import com.zaxxer.hikari.HikariDataSource;
import dev.relink.platform.database.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL database with our schema, for one test: {@code TestDatabase.fresh()}. The server behind it is
 * started once per JVM, the schema is migrated once and then copied, which takes some 30 ms.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final HikariDataSource dataSource = new HikariDataSource();

    private TestDatabase(String name) {
        this.name = name;
        dataSource.setJdbcUrl(url());
        dataSource.setUsername(username());
        dataSource.setPassword(password());
        dataSource.setMaximumPoolSize(20);
        dataSource.setMinimumIdle(0);
    }

    /** A new database, migrated and empty. Closing it is polite, not necessary. */
    public static TestDatabase fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        Server.RUNNING.execute("create database " + name + " template migrated");
        return new TestDatabase(name);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    public String url() {
        return Server.RUNNING.postgres.url(name);
    }

    public String username() {
        return Server.RUNNING.postgres.username();
    }

    public String password() {
        return Server.RUNNING.postgres.password();
    }

    @Override
    public void close() {
        dataSource.close();
        Server.RUNNING.execute("drop database " + name + " with (force)");
    }

    /** Started by the first test that asks, stopped with the JVM. */
    private static final class Server {

        /** Speed, not durability: nobody needs the rows of a test after a power cut. */
        private static final List<String> FAST =
                List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400");

        private static final Path FOLDER = Path.of("target", "test-database");

        static final Server RUNNING = new Server();

        final PostgresServer postgres;

        private Server() {
            removeLeftovers();
            Path folder = FOLDER.resolve("jvm-" + ProcessHandle.current().pid());
            postgres = PostgresServer.start(FOLDER, folder, FAST);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
            execute("create database migrated");
            Flyway.configure()
                    .dataSource(postgres.url("migrated"), postgres.username(), postgres.password())
                    .load()
                    .migrate();
        }

        private void stop(Path folder) {
            postgres.close();
            delete(folder);
        }

        /** A test JVM that was killed leaves its server running. */
        private static void removeLeftovers() {
            for (File folder : Objects.requireNonNullElse(FOLDER.toFile().listFiles(), new File[0])) {
                boolean ours = folder.getName().startsWith("jvm-");
                if (ours
                        && ProcessHandle.of(Long.parseLong(folder.getName().substring(4)))
                                .isEmpty()) {
                    PostgresServer.start(FOLDER, folder.toPath(), FAST).close();
                    delete(folder.toPath());
                }
            }
        }

        private static void delete(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void execute(String sql) {
            var admin = new DriverManagerDataSource(postgres.url("postgres"), postgres.username(), postgres.password());
            JdbcClient.create(admin).sql(sql).update();
        }
    }
}
