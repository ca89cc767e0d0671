package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/** Each press on a thread of its own, part by part. What a server that died has left is taken up by any other. */
@Service
class DatabasePresses implements Presses, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePresses.class);

    /** A part takes a fraction of a second, unless a run holds the company. */
    private static final Duration LEFT_AFTER = Duration.ofSeconds(30);

    private static final int TRIES = 3;

    private final PressRows rows;
    private final PressProgress progress;
    private final PressParts parts;
    private final Clock clock;
    private final Set<PressProgress.UnderWay> mine = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("presses").factory());
    private volatile boolean isOn;

    DatabasePresses(PressRows rows, PressProgress progress, PressParts parts, Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public Optional<Press> begin(CompanyId company, Repair repair, Collection<RecordKey> keys, Repairs.By by) {
        return begun(
                company,
                rows.add(
                        company,
                        repair.word(),
                        ToldRepair.json(repair),
                        null,
                        new LinkedHashSet<>(keys),
                        by,
                        clock.instant()));
    }

    @Override
    public Optional<Press> undo(CompanyId company, long press, Repairs.By by) {
        List<RecordKey> keys = rows.undoable(company, press);
        return keys.isEmpty()
                ? Optional.empty()
                : begun(company, rows.add(company, "undo", "{}", press, keys, by, clock.instant()));
    }

    private Optional<Press> begun(CompanyId company, Optional<Long> press) {
        press.ifPresent(id -> goOn(new PressProgress.UnderWay(company, id)));
        return press.flatMap(id -> rows.find(company, id));
    }

    @Override
    public Optional<Press> find(CompanyId company, long press) {
        return rows.find(company, press);
    }

    @Override
    public Optional<Press> shown(CompanyId company, String who) {
        return rows.shown(company, who, clock.instant());
    }

    @Override
    public void seen(CompanyId company, long press, String who) {
        rows.seen(company, press, who);
    }

    private void goOn(PressProgress.UnderWay one) {
        if (mine.add(one)) {
            Thread.ofVirtual().name("press-" + one.press()).start(() -> {
                try {
                    toItsEnd(one);
                } finally {
                    mine.remove(one);
                }
            });
        }
    }

    private void toItsEnd(PressProgress.UnderWay one) {
        try {
            while (isOn && parts.next(one.company(), one.press())) {}
        } catch (RuntimeException fault) {
            failed(one, Failure.of(fault));
        }
    }

    /** It is tried again when it is found left; what cannot be done three times is at its end. */
    private void failed(PressProgress.UnderWay one, Failure failure) {
        failure.log(LOG, "Company %s: a part of press %d could not be done".formatted(one.company(), one.press()));
        if (!failure.isLostDatabase()) {
            boolean goesOn = progress.failed(
                    one.company(),
                    one.press(),
                    "Relink failed at the next part; the log says why under the reference " + failure.reference() + ".",
                    TRIES,
                    clock.instant());
            LOG.info("Press {} {}", one.press(), goesOn ? "is tried again" : "was given up");
        }
    }

    void takeUp() {
        try {
            progress.left(clock.instant().minus(LEFT_AFTER)).forEach(this::goOn);
        } catch (RuntimeException fault) {
            Failure.of(fault).log(LOG, "What presses are left could not be read");
        }
    }

    @Override
    public void start() {
        isOn = true;
        var unused = turns.scheduleWithFixedDelay(this::takeUp, 0, 5, TimeUnit.SECONDS);
    }

    /** A part under way may end; the next start goes on after it. */
    @Override
    public void stop() {
        isOn = false;
        turns.shutdown();
    }

    @Override
    public boolean isRunning() {
        return isOn;
    }
}
