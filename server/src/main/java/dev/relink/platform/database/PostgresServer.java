package dev.relink.platform.database;

import dev.relink.platform.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own, in a folder, that listens on 127.0.0.1 only and asks for a password. It outlives a JVM that is
 * killed; the next start on the folder stops such an orphan first. The caller sees to it that one JVM at a time uses the
 * folder ({@link DataFolder}).
 */
public final class PostgresServer implements AutoCloseable {

    /** What is asked of every server of ours, whatever its folder's configuration says. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "timezone=UTC",
            "log_timezone=UTC",
            "logging_collector=on",
            "log_directory=../log",
            "log_filename=postgresql-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d");

    /** A commit that was acknowledged survives the loss of the process, of the system and of power. */
    public static final List<String> DURABLE = List.of(
            "fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_connections=60", "shared_buffers=256MB");

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final String USERNAME = "relink";

    private final PostgresPrograms programs;
    private final Unprivileged unprivileged;
    private final Path cluster;
    private final String password;
    private final int port;

    private PostgresServer(
            PostgresPrograms programs, Unprivileged unprivileged, Path cluster, String password, int port) {
        this.programs = programs;
        this.unprivileged = unprivileged;
        this.cluster = cluster;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts the server of a folder, and makes its database on first use.
     *
     * @param programs where PostgreSQL's programs are, or are unpacked to; several servers may share it
     * @param folder this server's alone: its password, its log and its cluster are kept in it
     * @param settings {@code name=value}, such as {@link #DURABLE}
     * @throws StartRefused when it cannot, with what to do
     */
    public static PostgresServer start(Path programs, Path folder, List<String> settings) {
        try {
            Files.createDirectories(folder);
            return start(PostgresPrograms.unpackedIn(programs.toAbsolutePath()), folder.toRealPath(), settings);
        } catch (IOException | Command.CommandFailed e) {
            throw new StartRefused(
                    "PostgreSQL did not start in " + folder + " (its log is in log/ and start.log there): "
                            + e.getMessage(),
                    e);
        }
    }

    private static PostgresServer start(PostgresPrograms programs, Path home, List<String> settings)
            throws IOException {
        Path cluster = home.resolve("cluster");
        Path passwordFile = home.resolve("password");
        if (!Files.exists(passwordFile)) {
            writePassword(passwordFile);
        }
        Unprivileged unprivileged = Unprivileged.in(home);
        if (Files.exists(cluster)) {
            refuseOtherVersion(programs, cluster);
        } else {
            initialise(programs, unprivileged, cluster, passwordFile);
        }
        Postmaster.leftIn(cluster).stop(unprivileged, programs);
        var server = new PostgresServer(
                programs, unprivileged, cluster, Files.readString(passwordFile).strip(), freePort());
        server.launch(settings);
        return server;
    }

    private static void refuseOtherVersion(PostgresPrograms programs, Path cluster) throws IOException {
        String made = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!made.equals(programs.majorVersion())) {
            throw new StartRefused("The database in " + cluster + " was made by PostgreSQL " + made
                    + ", and this Relink brings " + programs.majorVersion()
                    + ": start the Relink that made it, copy it out with pg_dump, and restore it into an empty folder;"
                    + " or serve it with PostgreSQL " + made + " and set RELINK_DATABASE_URL.");
        }
    }

    private static void writePassword(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
    }

    /** Whole or not at all. The built-in locale: its order never changes with the operating system, so no index ever goes wrong by it. */
    private static void initialise(
            PostgresPrograms programs, Unprivileged unprivileged, Path cluster, Path passwordFile) throws IOException {
        Path unfinished = cluster.resolveSibling("cluster.new");
        FileSystemUtils.deleteRecursively(unfinished);
        unprivileged.run(
                programs.program("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + USERNAME,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        Files.move(unfinished, cluster);
    }

    private void launch(List<String> settings) {
        String options = Stream.of(SETTINGS.stream(), settings.stream(), Stream.of("port=" + port))
                .flatMap(all -> all)
                .map(setting -> "-c '" + setting + "'")
                .collect(Collectors.joining(" "));
        pgCtl(
                "start",
                "--wait",
                "--timeout=300",
                "--log=" + cluster.resolveSibling("start.log"),
                "--options=" + options);
        LOG.debug("PostgreSQL listens on port {}", port);
    }

    private void pgCtl(String verb, String... options) {
        unprivileged.run(
                Stream.concat(Stream.of(programs.program("pg_ctl"), verb, "--pgdata=" + cluster), Stream.of(options))
                        .toArray(String[]::new));
    }

    /** JDBC address of one of its databases; {@code postgres} always exists. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Makes a database unless there is one of this name. */
    void createIfMissing(String database) {
        var maintenance = JdbcClient.create(new DriverManagerDataSource(url("postgres"), USERNAME, password));
        boolean missing = maintenance
                .sql("select not exists (select from pg_database where datname = :name)")
                .param("name", database)
                .query(Boolean.class)
                .single();
        if (missing) {
            maintenance.sql("create database " + database).update();
        }
    }

    public String username() {
        return USERNAME;
    }

    public String password() {
        return password;
    }

    /** Stops it cleanly: sessions are ended, everything is on the disk. */
    @Override
    public void close() {
        pgCtl("stop", "--wait", "--mode=fast", "--timeout=60");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
