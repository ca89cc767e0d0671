package dev.relink.simulator.practice;

import dev.relink.simulator.online.KeptRealm;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.oauth.KeptConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keeps realms and who was let into them, a second after they changed and at the end. Settings, troubles, calls and what is
 * remembered of requestids begin anew with the process.
 */
final class RealmsFolder implements AutoCloseable {
    private static final String CONNECTIONS = "connections.json";

    private final Path folder;
    private final PracticeRealms realms;
    private final Map<Path, String> written = new HashMap<>();
    private final Map<Realm, Object> seen = new HashMap<>();
    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("realms").factory());

    /** What is kept of a realm. */
    record Kept(Business business, KeptRealm realm) {}

    /** What is kept of all. */
    record Connections(List<KeptConnection> connections) {}

    private record Seen(long commits, int webhooks) {}

    RealmsFolder(Path folder, PracticeRealms realms) {
        this.folder = folder.resolve("online");
        this.realms = realms;
    }

    void begin(boolean fresh) {
        if (!fresh && Files.isDirectory(folder)) {
            bringBack();
        }
        clerk.scheduleWithFixedDelay(this::keep, 1, 1, TimeUnit.SECONDS);
    }

    private void bringBack() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                String text = Files.readString(file);
                if (file.endsWith(CONNECTIONS)) {
                    realms.online()
                            .oauth()
                            .bringBack(Json.value(text, Connections.class).connections());
                } else {
                    realms.bringBack(Json.value(text, Kept.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the realms in " + folder + " cannot be read", e);
        }
    }

    /** What has changed since the last time. */
    private synchronized void keep() {
        try {
            Files.createDirectories(folder);
            for (Realm realm : realms.online().realms()) {
                var now = new Seen(
                        realm.commits(), realm.webhooks().subscriptions().size());
                if (!now.equals(seen.put(realm, now))) {
                    write(realm.id() + ".json", Json.text(new Kept(realms.business(realm), realm.kept())));
                }
            }
            write(CONNECTIONS, Json.text(new Connections(realms.online().oauth().kept())));
        } catch (IOException e) {
            System.err.println("The realms cannot be kept in " + folder + ": " + e);
        }
    }

    /** Whole or not at all. */
    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        if (!text.equals(written.put(file, text))) {
            Path fresh = folder.resolve(name + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() {
        clerk.shutdown();
        keep();
    }
}
