package dev.relink.proof;

import dev.relink.company.CompanyId;
import dev.relink.simulator.desktop.Application;
import dev.relink.simulator.desktop.CompanyFile;
import dev.relink.simulator.desktop.RequestProcessor;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One seed: a company, its books, its people and all that befalls them. First things happen, then the faults stop, people
 * decide what only people can, and the {@link Judge} says whether anything was lost, made twice, or got stuck.
 */
final class World {

    /** So many runs may pass after the last fault until nothing moves any more by itself. */
    private static final int RUNS_TO_SETTLE = 6;

    /** So often may people go through what is held. */
    private static final int ROUNDS_OF_PEOPLE = 8;

    final Stage stage;
    final long seed;
    final Dice dice;
    final Trace trace = new Trace();
    final CompanyId company;
    final CompanyFile books;
    final Ledger ledger;
    final TheApp app;
    final Judge judge;
    final Visits visits;

    /** Ids that people have changed by hand where the app writes: what stands there may be theirs. */
    final Set<String> touched = new HashSet<>();

    /** What people wrote where the app writes nothing, by id: it must stay. */
    final Map<String, Map.Entry<String, String>> others = new HashMap<>();

    /** Ids that were merged into others; nobody tells, in some worlds. */
    final Set<String> merged = new HashSet<>();

    /** What is read by time may be seen late, or when it is sent again. */
    boolean clockJumped;

    /** An older state of the books has taken the place of the newer one. */
    boolean restored;

    private boolean troubled = true;
    private final AtTheBooks bookkeeper;
    private final AtTheDesk desk;

    /** Where it breaks: at which call of a visit, counted from 0. */
    record CrashPoint(Trouble trouble, int call) {}

    World(Stage stage, long seed) {
        this.stage = stage;
        this.seed = seed;
        this.dice = new Dice(seed);
        this.company = stage.company("seed-" + seed);
        this.books = CompanyFile.create("Acme Tree Care", stage.clock);
        this.ledger = new Ledger(books);
        this.app = new TheApp(this);
        this.judge = new Judge(this);
        this.visits = new Visits(this);
        this.bookkeeper = new AtTheBooks(this);
        this.desk = new AtTheDesk(this);
        Unsettled.questions(books.switches(), dice, trace);
        session().register();
        books.bookkeeper().add("ItemService", "Tree care", Map.of("SalesOrPurchase/AccountRef/FullName", "Sales"));
    }

    /** Things still happen. */
    boolean isTroubled() {
        return troubled;
    }

    /** A session of the Web Connector with QuickBooks. */
    RequestProcessor session() {
        return books.session(new Application("Relink", Stage.OWNER, Stage.FILE));
    }

    /** @throws Violated when the promise is broken */
    void play() {
        app.begins();
        for (int chapter = 0; chapter < 3 + dice.below(5); chapter++) {
            stage.clock.forward(Duration.ofSeconds(dice.of(5, 40, 90, 1000)));
            people();
            visits.troubled();
            judge.now();
        }
        ends();
    }

    /**
     * No chance: so many customers with an invoice each and a payment, one visit per point, and the end.
     *
     * @throws Violated when the promise is broken
     */
    void enumerate(int customers, List<CrashPoint> points) {
        app.has(customers);
        for (CrashPoint point : points) {
            stage.clock.forward(Duration.ofSeconds(90));
            visits.with(point.trouble(), point.call());
            judge.now();
        }
        ends();
    }

    private void ends() {
        troubled = false;
        visits.over();
        settle();
        for (int round = 0; !judge.isAllDone(); round++) {
            if (round == ROUNDS_OF_PEOPLE) {
                throw new Violated("Stuck: " + judge.undone());
            }
            desk.decides(round);
            if (round == 2) {
                bookkeeper.makesAllActive();
            }
            settle();
        }
        judge.atTheEnd();
    }

    private void people() {
        for (int act = dice.below(3); act > 0; act--) {
            switch (dice.below(4)) {
                case 0, 1 -> app.acts();
                case 2 -> bookkeeper.acts();
                default -> desk.acts();
            }
        }
    }

    private void settle() {
        bookkeeper.closesAllWindows();
        for (int run = 0; run < RUNS_TO_SETTLE && (run < 2 || judge.isMoving()); run++) {
            stage.clock.forward(Duration.ofMinutes(16));
            visits.calm();
            judge.now();
        }
        judge.nothingHangs();
    }
}
