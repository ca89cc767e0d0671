package dev.relink.platform.database;

import dev.relink.platform.StartRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database that Relink keeps its tables in: its own, or one on somebody's server.
 *
 * @param server the server that is ours to stop; null when it is not ours
 */
record Database(
        String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable PostgresServer server) implements AutoCloseable {

    private static final int OLDEST = 15;
    private static final int NEWEST = 18;
    private static final String NAME = "relink";

    static Database embedded(Path folder) {
        PostgresServer server = PostgresServer.start(folder, folder, PostgresServer.DURABLE);
        server.createIfMissing(NAME);
        return new Database(server.url(NAME), server.username(), server.password(), server);
    }

    /** @throws StartRefused when it cannot be reached, or its version was never tried */
    static Database at(String url, @Nullable String username, @Nullable String password) {
        try (Connection connection = DriverManager.getConnection(url, username, password)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST || version > NEWEST) {
                throw new StartRefused("The database at " + url + " is PostgreSQL " + version + ": Relink needs "
                        + OLDEST + " to " + NEWEST + ".");
            }
            return new Database(url, username, password, null);
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database at " + url + " does not answer (" + e.getMessage()
                            + "): check RELINK_DATABASE_URL, _USERNAME and _PASSWORD, and that the server is up.",
                    e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
