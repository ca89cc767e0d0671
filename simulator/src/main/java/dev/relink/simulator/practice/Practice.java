package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.CompanyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** All practice company files, and the folder that keeps them. */
final class Practice {
    private final Map<String, PracticeFile> files = new ConcurrentSkipListMap<>();
    private final @Nullable Path folder;

    /** What is kept beside the books of a company. */
    record Kept(String name, Business business, List<PracticeFile.Added> applications) {}

    Practice(@Nullable Path folder) {
        this.folder = folder;
    }

    List<PracticeFile> all() {
        return List.copyOf(files.values());
    }

    PracticeFile file(String id) {
        PracticeFile file = files.get(id);
        if (file == null) {
            throw new NotThere("There is no company file " + id + ". There are: " + String.join(", ", files.keySet()));
        }
        return file;
    }

    /** Makes a new company file, in the place of one of the same id. */
    PracticeFile create(String id, String name, Business business) {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("the id of a company file is lower-case letters, digits and -: " + id);
        }
        var file = new PracticeFile(id, name, business);
        files.put(id, file);
        keep(file);
        return file;
    }

    boolean has(String id) {
        return files.containsKey(id);
    }

    /** Brings back what the folder keeps. */
    void bringBack() {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".json")).toList()) {
                bringBack(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the company files in " + folder + " cannot be read", e);
        }
    }

    private void bringBack(Path file) throws IOException {
        String id = file.getFileName().toString().replace(".json", "");
        Kept kept = Json.read(Files.readString(file), new TypeReference<>() {});
        CompanyFile books = CompanyFile.load(books(file.resolveSibling(id)), Clock.system(PracticeFile.ZONE));
        var practiceFile = new PracticeFile(id, kept.name(), kept.business(), books);
        kept.applications().forEach(added -> practiceFile.add(added.qwc(), added.password()));
        files.put(id, practiceFile);
    }

    /** Keeps a company file as it is now, when there is a folder to keep it in. */
    void keep(PracticeFile file) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path beside = folder.resolve(file.id());
            file.books().save(books(beside));
            Files.writeString(
                    folder.resolve(file.id() + ".json"),
                    Json.write(new Kept(file.name(), file.business(), file.applications())));
        } catch (IOException e) {
            throw new UncheckedIOException("the company file " + file.id() + " cannot be kept in " + folder, e);
        }
    }

    private static Path books(Path beside) {
        return beside.resolveSibling(beside.getFileName() + ".qbw");
    }

    /** What a request names does not exist. */
    static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotThere(String message) {
            super(message);
        }
    }
}
