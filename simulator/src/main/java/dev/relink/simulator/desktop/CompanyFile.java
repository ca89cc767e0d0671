package dev.relink.simulator.desktop;

import dev.relink.simulator.desktop.books.Switches;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The books of one company, in memory. Thread safe: one message set or one act of the bookkeeper at a time. The zone of
 * the clock is the zone in which QuickBooks prints times.
 */
public final class CompanyFile {
    private final String name;
    private final Clock clock;
    private final Switches switches = new Switches();

    private CompanyFile(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    /** New books with the accounts, terms, tax codes and other lists that QuickBooks puts into every new company. */
    public static CompanyFile create(String companyName, Clock clock) {
        return new CompanyFile(companyName, clock);
    }

    /** The books that {@link #save} wrote. */
    public static CompanyFile load(Path file, Clock clock) throws IOException {
        throw new UnsupportedOperationException("to come: " + file + clock);
    }

    /** Writes the books to a file, whole or not at all. */
    public void save(Path file) throws IOException {
        throw new UnsupportedOperationException("to come: " + file);
    }

    /** Name of the company. */
    public String name() {
        return name;
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

    Clock clock() {
        return clock;
    }
}
