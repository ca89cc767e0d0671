package dev.relink.platform.database;

import dev.relink.platform.DataFolder;
import java.nio.file.Path;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process of its own to be killed: commits one row after the other and tells which. */
final class PostgresInAProcess {

    private PostgresInAProcess() {}

    @SuppressWarnings("SystemOut") // the pipe to the test
    public static void main(String[] args) throws Exception {
        var folder = DataFolder.open(Path.of(args[1]));
        var server = PostgresServer.start(Path.of(args[0]), folder.resolve("postgresql"), PostgresServer.DURABLE);
        var database = new DriverManagerDataSource(server.url("postgres"), server.username(), server.password());
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table felled (tree integer)");
            for (int tree = 1; tree < Integer.MAX_VALUE; tree++) {
                statement.execute("insert into felled values (" + tree + ")");
                System.out.println(tree);
            }
        }
    }
}
