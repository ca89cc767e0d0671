package dev.relink.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier run left in a cluster. A JVM that is killed leaves its PostgreSQL running, which holds the cluster:
 * its {@code postmaster.pid} names the process. After a restart of the machine or the container the same number may
 * belong to anything, this JVM included; PostgreSQL would then take the cluster for busy and never start.
 */
sealed interface Postmaster {

    Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    /** It runs still, and is ours to stop: the caller holds the folder's lock. */
    record Orphaned(Path cluster, long pid) implements Postmaster {}

    /** The file names a process that is something else by now. */
    record Mistaken(Path pidFile) implements Postmaster {}

    /** No file, or a dead process: PostgreSQL recovers from both by itself. */
    record Gone() implements Postmaster {}

    static Postmaster leftIn(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        Optional<ProcessHandle> process = pidIn(pidFile).flatMap(ProcessHandle::of);
        if (process.isEmpty()) {
            return new Gone();
        }
        return isSomethingElse(process.get().info(), cluster)
                ? new Mistaken(pidFile)
                : new Orphaned(cluster, process.get().pid());
    }

    default void stop(Unprivileged unprivileged, PostgresPrograms programs) throws IOException {
        switch (this) {
            case Orphaned(Path cluster, long pid) -> {
                LOG.warn(
                        "An earlier run was killed and left its PostgreSQL behind (process {}): stopping it first",
                        pid);
                unprivileged.run(
                        programs.program("pg_ctl"),
                        "stop",
                        "--pgdata=" + cluster,
                        "--wait",
                        "--mode=fast",
                        "--timeout=60");
            }
            case Mistaken(Path pidFile) -> Files.delete(pidFile);
            case Gone() -> {}
        }
    }

    private static Optional<Long> pidIn(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.stream().findFirst().map(first -> Long.parseLong(first.strip()));
    }

    /** Only on evidence: of a process that shows nothing of itself the worse is believed, that it holds the cluster. */
    private static boolean isSomethingElse(ProcessHandle.Info process, Path cluster) {
        boolean otherProgram = process.command()
                .filter(program -> !program.endsWith("/postgres"))
                .isPresent();
        boolean otherCluster = process.arguments()
                .filter(arguments -> !List.of(arguments).contains(cluster.toString()))
                .isPresent();
        return otherProgram || otherCluster;
    }
}
