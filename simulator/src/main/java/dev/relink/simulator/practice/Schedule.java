package dev.relink.simulator.practice;

import dev.relink.simulator.webconnector.Run;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Auto-Run: the Web Connector visits by itself, as often as the .qwc file says and the server lets it. */
final class Schedule implements AutoCloseable {
    private static final Duration USUAL = Duration.ofMinutes(15);

    private final Practice practice;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("auto-run").factory());
    private final Map<String, Future<?>> next = new ConcurrentHashMap<>();

    Schedule(Practice practice) {
        this.practice = practice;
    }

    boolean isOn(PracticeFile file) {
        return next.containsKey(file.id());
    }

    void set(PracticeFile file, boolean on) {
        Future<?> before = next.remove(file.id());
        if (before != null) {
            before.cancel(false);
        }
        if (on) {
            plan(file, interval(file));
        }
    }

    static Duration interval(PracticeFile file) {
        Duration every = file.applications().isEmpty()
                ? null
                : file.applications().getLast().qwc().every();
        return every == null ? USUAL : every;
    }

    private void plan(PracticeFile file, Duration after) {
        next.put(file.id(), timer.schedule(() -> start(file), after.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Runs off the timer's thread, so that one slow company does not hold up another. */
    private void start(PracticeFile file) {
        Thread.ofVirtual().start(() -> {
            Run run = file.applications().isEmpty() ? null : file.run(1, file.visit(true));
            practice.keep(file);
            if (isOn(file)) {
                plan(file, pause(file, run));
            }
        });
    }

    private static Duration pause(PracticeFile file, @Nullable Run run) {
        Duration pause = interval(file);
        if (run == null) {
            return pause;
        }
        if (run.postponedFor() != null) {
            return run.postponedFor();
        }
        Duration least = run.atMostEvery();
        return least != null && least.compareTo(pause) > 0 ? least : pause;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
