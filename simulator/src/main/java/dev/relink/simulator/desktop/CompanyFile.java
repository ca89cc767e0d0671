package dev.relink.simulator.desktop;

import dev.relink.simulator.desktop.books.Archive;
import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Restorer;
import dev.relink.simulator.desktop.books.StarterLists;
import dev.relink.simulator.desktop.books.Switches;
import dev.relink.simulator.desktop.qbxml.QbxmlReader;
import dev.relink.simulator.desktop.qbxml.QbxmlWriter;
import dev.relink.simulator.desktop.qbxml.StructureError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The books of one company, in memory. Thread safe: one message set or one act of the bookkeeper at a time. The zone of
 * the clock is the zone in which QuickBooks prints times.
 */
public final class CompanyFile {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Clock clock;
    private final Switches switches;
    private volatile Books books;

    private CompanyFile(Books books, Switches switches, Clock clock) {
        this.books = books;
        this.switches = switches;
        this.clock = clock;
    }

    /** New books with the accounts, terms, tax codes and other lists that QuickBooks puts into every new company. */
    public static CompanyFile create(String companyName, Clock clock) {
        Switches switches = new Switches();
        Books books = new Books(companyName, switches, clock);
        StarterLists.into(books);
        return new CompanyFile(books, switches, clock);
    }

    /**
     * The books that {@link #save} wrote, with all switches at their defaults.
     *
     * @throws IOException if the file cannot be read or is no practice company file
     */
    public static CompanyFile load(Path file, Clock clock) throws IOException {
        Switches switches = new Switches();
        try {
            return new CompanyFile(read(Files.readString(file), switches, clock), switches, clock);
        } catch (StructureError | IllegalArgumentException e) {
            throw new IOException("The practice company file " + file + " cannot be read; delete it to start over", e);
        }
    }

    /** Writes the books to a file, whole or not at all. */
    public void save(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(folder, "company", ".unfinished");
        try {
            Files.writeString(unfinished, snapshot().content(), StandardCharsets.UTF_8);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Name of the company. */
    public String name() {
        return books.company().name();
    }

    /** What nobody has verified, and faults. */
    public Switches switches() {
        return switches;
    }

    /** Opens a session for an application (BeginSession): iterators live and die with it. */
    public RequestProcessor session(Application application) {
        return new RequestProcessor(this, application);
    }

    /** The person at the keyboard. */
    public Bookkeeper bookkeeper() {
        return new Bookkeeper(this);
    }

    /** Does something with the books while nobody else does. */
    <T> T alone(Function<Books, T> act) {
        lock.lock();
        try {
            return act.apply(books);
        } finally {
            lock.unlock();
        }
    }

    Snapshot snapshot() {
        return alone(now -> new Snapshot(QbxmlWriter.text(Archive.write(now))));
    }

    void restore(Snapshot snapshot) {
        alone(_ -> {
            try {
                books = read(snapshot.content(), switches, clock);
            } catch (StructureError e) {
                throw new IllegalArgumentException("That is no snapshot of a practice company file", e);
            }
            return books;
        });
    }

    private static Books read(String content, Switches switches, Clock clock) throws StructureError {
        return Restorer.read(QbxmlReader.tree(content), switches, clock);
    }
}
