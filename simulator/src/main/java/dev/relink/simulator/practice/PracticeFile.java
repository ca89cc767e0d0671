package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Application;
import dev.relink.simulator.desktop.Bookkeeper;
import dev.relink.simulator.desktop.CompanyFile;
import dev.relink.simulator.desktop.Snapshot;
import dev.relink.simulator.webconnector.Faults;
import dev.relink.simulator.webconnector.Pause;
import dev.relink.simulator.webconnector.Qwc;
import dev.relink.simulator.webconnector.Run;
import dev.relink.simulator.webconnector.Visit;
import dev.relink.simulator.webconnector.WebConnector;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One practice company: its books, the PCs with a Web Connector on which it may be open, its troubles and its runs. */
final class PracticeFile {
    /** Practice companies live in the east of the United States. */
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final int VISITS_KEPT = 30;

    private final String id;
    private final String name;
    private final Faults faults = new Faults();
    private final Doings doings = new Doings();
    private final List<Added> added = new CopyOnWriteArrayList<>();
    private final List<Visit> visits = new CopyOnWriteArrayList<>();
    private final Map<Integer, ReentrantLock> pcs = new ConcurrentHashMap<>();
    private volatile CompanyFile books;
    private volatile Business business;
    private volatile boolean mayEnterBills = true;
    private volatile String closingDate = "";
    private volatile @Nullable CompanyFile other;
    private volatile @Nullable Snapshot backup;

    /** An application in the Web Connector's list, with the password its user typed in. */
    record Added(Qwc qwc, String password) {}

    PracticeFile(String id, String name, Business business) {
        this(id, name, business, business.open(name));
    }

    PracticeFile(String id, String name, Business business, CompanyFile books) {
        this.id = id;
        this.name = name;
        this.business = business;
        this.books = books;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    Business business() {
        return business;
    }

    CompanyFile books() {
        return books;
    }

    Bookkeeper bookkeeper() {
        return books.bookkeeper();
    }

    Faults faults() {
        return faults;
    }

    Doings doings() {
        return doings;
    }

    List<Added> applications() {
        return List.copyOf(added);
    }

    /** The file of another company, which somebody may have left open on the PC. */
    CompanyFile otherBooks() {
        CompanyFile cedar = other;
        if (cedar == null) {
            cedar = Business.NONE.open("Cedar Valley");
            other = cedar;
        }
        return cedar;
    }

    /** Adds an application to the Web Connector and writes its FileID into the company. Adding it again replaces it. */
    void add(Qwc qwc, String password) {
        added.removeIf(before -> before.qwc().ownerId().equals(qwc.ownerId()));
        register(qwc);
        added.add(new Added(qwc, password));
    }

    private void register(Qwc qwc) {
        books.session(application(qwc)).register();
    }

    private static Application application(Qwc qwc) {
        return new Application(qwc.appName(), qwc.ownerId(), qwc.fileId());
    }

    /**
     * A visit of the application that was added last.
     *
     * @throws NothingAdded when there is none
     */
    Visit visit(boolean bySchedule) {
        if (added.isEmpty()) {
            throw new NothingAdded();
        }
        Added last = added.getLast();
        var quickBooks =
                new TroubledQuickBooks(() -> books, this::otherBooks, application(last.qwc()), faults, Pause.real());
        WebConnector webConnector =
                WebConnector.of(last.qwc(), last.password(), quickBooks).with(faults);
        Visit visit = (bySchedule ? webConnector.bySchedule() : webConnector).visit();
        visits.add(visit);
        if (visits.size() > VISITS_KEPT) {
            visits.removeFirst();
        }
        return visit;
    }

    /** Makes a visit on one of the PCs; a PC makes one at a time. */
    Run run(int pc, Visit visit) {
        ReentrantLock lock = pcs.computeIfAbsent(pc, number -> new ReentrantLock());
        lock.lock();
        try {
            return visit.finish();
        } finally {
            lock.unlock();
        }
    }

    /** The visits so far, oldest first. */
    List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** What the last visit did. */
    Optional<Run> lastRun() {
        return visits.isEmpty()
                ? Optional.empty()
                : Optional.of(visits.getLast().report());
    }

    /** Whether the user who is logged in may enter bills. */
    boolean mayEnterBills() {
        return mayEnterBills;
    }

    void mayEnterBills(boolean may) {
        bookkeeper().permit("Bill", may, may);
        mayEnterBills = may;
    }

    /** The closing date as ISO text, or {@code ""} when the books are open. */
    String closingDate() {
        return closingDate;
    }

    void closeBooks(String date) {
        bookkeeper().closeBooks(date.isEmpty() ? null : LocalDate.parse(date));
        closingDate = date;
    }

    /** New books in the place of these. The applications stay added. */
    void startOver(Business anew) {
        books = anew.open(name);
        business = anew;
        other = null;
        backup = null;
        mayEnterBills = true;
        closingDate = "";
        faults.clear();
        doings.clear();
        new ArrayList<>(added).forEach(application -> register(application.qwc()));
    }

    void backUp() {
        backup = bookkeeper().snapshot();
    }

    boolean hasBackup() {
        return backup != null;
    }

    /** Puts the backup in the place of the books, as a person does who restores a copy. */
    void restore() {
        Snapshot kept = backup;
        if (kept == null) {
            throw new IllegalArgumentException("there is no backup of " + name + " yet: make one first");
        }
        bookkeeper().restore(kept);
    }

    /** Lets the person at the keyboard do something to a record and notes it. */
    <T> T act(String record, String doing, Function<Bookkeeper, T> act) {
        T result = act.apply(bookkeeper());
        doings.note(record, doing);
        return result;
    }

    /** No application was added to the Web Connector yet. */
    static final class NothingAdded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingAdded() {
            super("The Web Connector has no application yet: add Relink’s .qwc file first.");
        }
    }
}
