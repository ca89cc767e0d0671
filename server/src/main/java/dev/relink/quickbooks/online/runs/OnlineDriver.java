package dev.relink.quickbooks.online.runs;

import dev.relink.company.CompanyId;
import dev.relink.connection.OnlineRuns;
import dev.relink.platform.Failure;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks twice a second which companies have something to do, and runs each on a thread of its own. */
@Component
final class OnlineDriver implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OnlineDriver.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LAST_RUNS_MAY_TAKE = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 64;

    private final OnlineRuns runs;
    private final OnlineRun run;
    private final Set<CompanyId> running = ConcurrentHashMap.newKeySet();
    private volatile boolean isOn;

    OnlineDriver(OnlineRuns runs, OnlineRun run) {
        this.runs = runs;
        this.run = run;
    }

    @Override
    public void start() {
        isOn = true;
        Thread.ofVirtual().name("online-driver").start(this::look);
    }

    private void look() {
        while (isOn) {
            try {
                int free = MOST_AT_ONCE - running.size();
                if (free > 0) {
                    runs.due(free).forEach(this::begin);
                }
            } catch (RuntimeException fault) {
                Failure.of(fault).log(LOG, "QuickBooks Online: what is due could not be read");
            }
            pause(LOOK_EVERY);
        }
    }

    private void begin(CompanyId company) {
        if (running.add(company)) {
            Thread.ofVirtual().name("online-run-" + company).start(() -> {
                try {
                    run.of(company);
                } catch (RuntimeException fault) {
                    Failure.of(fault).log(LOG, "Company %s: a run could not be made".formatted(company));
                } finally {
                    running.remove(company);
                }
            });
        }
    }

    /** What is under way may end; what does not is in doubt and looked up at the next start. */
    @Override
    public void stop() {
        isOn = false;
        long until = System.nanoTime() + LAST_RUNS_MAY_TAKE.toNanos();
        while (!running.isEmpty() && System.nanoTime() < until) {
            pause(Duration.ofMillis(20));
        }
    }

    @Override
    public boolean isRunning() {
        return isOn;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
