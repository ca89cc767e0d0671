package dev.relink.platform.database;

import com.sun.security.auth.module.UnixSystem;
import dev.relink.platform.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run PostgreSQL, which refuses to run as root. An ordinary user runs it as is. Root runs it in a user namespace
 * of its own, where it is nobody; where the kernel or the container forbids that, as an unprivileged user who then owns
 * the folder.
 *
 * @param prefix what to put before each command
 */
record Unprivileged(List<String> prefix) {

    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> USERS = List.of("relink", "postgres", "nobody");

    /** @param folder everything that PostgreSQL must be able to write; it exists */
    static Unprivileged in(Path folder) {
        if (new UnixSystem().getUid() != 0) {
            return new Unprivileged(List.of());
        }
        String owner = owner(folder);
        if (!owner.equals("root")) {
            return as(owner, folder);
        }
        if (Command.succeeds(
                Stream.concat(NAMESPACE.stream(), Stream.of("true")).toList())) {
            return new Unprivileged(NAMESPACE);
        }
        return USERS.stream()
                .filter(user -> Command.succeeds(List.of("id", user)))
                .findFirst()
                .map(user -> as(user, folder))
                .orElseThrow(() -> noWay(folder));
    }

    private static Unprivileged as(String user, Path folder) {
        var switched = Stream.of(
                        List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--"),
                        List.of("runuser", "-u", user, "--"))
                .filter(prefix -> Command.succeeds(
                        Stream.concat(prefix.stream(), Stream.of("true")).toList()))
                .findFirst()
                .orElseThrow(() -> noWay(folder));
        Command.run(List.of("chown", "-R", user, folder.toString()));
        if (!Command.succeeds(Stream.concat(switched.stream(), Stream.of("ls", folder.toString()))
                .toList())) {
            throw new StartRefused("PostgreSQL must not run as root, and the user " + user + " who would run it cannot"
                    + " enter " + folder + ": set RELINK_DATA to a folder that others may enter, such as"
                    + " /var/lib/relink, or start Relink as an ordinary user.");
        }
        return new Unprivileged(switched);
    }

    private static StartRefused noWay(Path folder) {
        return new StartRefused("PostgreSQL must not run as root, and this machine lets root neither open a user"
                + " namespace (unshare --user) nor switch to one of the users " + String.join(", ", USERS)
                + " (setpriv, runuser): start Relink as the ordinary user who owns " + folder
                + ", or set RELINK_DATABASE_URL to a PostgreSQL server.");
    }

    private static String owner(Path folder) {
        try {
            return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end; what it printed. */
    String run(String... command) {
        return Command.run(Stream.concat(prefix.stream(), Stream.of(command)).toList());
    }
}
