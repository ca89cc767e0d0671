package dev.relink.quickbooks.online.runs;

import dev.relink.cycle.Cycles;
import dev.relink.cycle.Visit;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Keeps hold of a company while QuickBooks is slow. */
@Component
final class Heartbeat {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Cycles cycles;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("online-heartbeat").factory());

    Heartbeat(Cycles cycles) {
        this.cycles = cycles;
    }

    <T> T during(Visit visit, Supplier<T> call) {
        ScheduledFuture<?> beat = clock.scheduleAtFixedRate(
                () -> Thread.startVirtualThread(() -> cycles.keep(visit)),
                EVERY.toMillis(),
                EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return call.get();
        } finally {
            beat.cancel(false);
        }
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
