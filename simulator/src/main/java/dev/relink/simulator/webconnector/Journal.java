package dev.relink.simulator.webconnector;

import dev.relink.simulator.webconnector.LogLine.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written down while a run goes on. Read by the page's thread, so guarded. */
final class Journal {
    private static final int EXCHANGES = 200;
    private static final int LINES = 2_000;

    private final InstantSource clock;
    private final Instant started;
    private final List<LogLine> lines = new ArrayList<>();
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private Run.Counts counts = Run.Counts.NONE;
    private @Nullable Duration postponedFor;
    private @Nullable Duration atMostEvery;
    private @Nullable Ending ending;
    private @Nullable Instant ended;
    private String code = "";
    private String said = "";

    Journal(InstantSource clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    void plain(String text) {
        line(text, Kind.PLAIN);
    }

    void good(String text) {
        line(text, Kind.GOOD);
    }

    void bad(String text) {
        line(text, Kind.BAD);
    }

    void odd(String text) {
        line(text, Kind.ODD);
    }

    private synchronized void line(String text, Kind kind) {
        if (lines.size() < LINES) {
            lines.add(new LogLine(clock.instant(), text, kind));
        }
    }

    synchronized void exchange(String what, String sent, String received) {
        if (exchanges.size() == EXCHANGES) {
            exchanges.removeFirst();
        }
        exchanges.addLast(new Exchange(clock.instant(), what, sent, received));
    }

    synchronized void count(Run.Counts more) {
        counts = counts.plus(more);
    }

    synchronized void wishes(@Nullable Duration postpone, @Nullable Duration interval) {
        postponedFor = postpone;
        atMostEvery = interval;
    }

    /** Settles how the run ended; the first word stands. */
    synchronized void ending(Ending how, String errorNumber, String words) {
        if (ending == null) {
            ending = how;
            code = errorNumber;
            said = words;
        }
    }

    void over() {
        plain("run over: " + report().counts().inWords());
        synchronized (this) {
            ended = clock.instant();
        }
    }

    synchronized Run report() {
        return new Run(
                started,
                ended,
                ending,
                code,
                said,
                counts,
                postponedFor,
                atMostEvery,
                List.copyOf(lines),
                List.copyOf(exchanges));
    }
}
