package dev.relink.quickbooks.online.runs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.company.CompanyId;
import dev.relink.connection.OnlineRuns;
import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import dev.relink.cycle.Cycles;
import dev.relink.cycle.Progress;
import dev.relink.cycle.Turn;
import dev.relink.cycle.Visit;
import dev.relink.platform.Failure;
import dev.relink.quickbooks.online.rest.Calls;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One run over a company: the cycle is turned until nothing is left that this visit can do. */
@Component
final class OnlineRun {

    private static final Logger LOG = LoggerFactory.getLogger(OnlineRun.class);

    /** What is in use, in doubt or was answered with a passing error is tried again. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

    /** After a run that could do nothing although something is new: it would come back at once otherwise. */
    private static final Duration IN_VAIN = Duration.ofSeconds(10);

    /** A subscription that ended, a wrong realm: somebody must act, and may have. */
    private static final Duration IN_TROUBLE = Duration.ofMinutes(5);

    private static final StatusCode NOT_SENT = new StatusCode(Platform.ONLINE, "relink-not-sent");

    private static final StatusCode LIMIT = new StatusCode(Platform.ONLINE, "3001");

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    private final Cycles cycles;
    private final Calls calls;
    private final OnlineRuns runs;
    private final Heartbeat heartbeat;

    OnlineRun(Cycles cycles, Calls calls, OnlineRuns runs, Heartbeat heartbeat) {
        this.cycles = cycles;
        this.calls = calls;
        this.runs = runs;
        this.heartbeat = heartbeat;
    }

    /** Does nothing where another node works on the company. */
    void of(CompanyId company) {
        cycles.tryBegin(company).ifPresent(this::run);
    }

    private void run(Visit visit) {
        runs.began(visit.company());
        Ending ending = ending(visit);
        try {
            cycles.end(visit);
        } finally {
            OnlineRuns.Standing link = runs.standing(visit.company());
            boolean more = ending.overtaken() || link.troubled() || cycles.isMoreToDo(visit.company());
            Duration again = link.shutOut() ? IN_TROUBLE : AGAIN_AFTER;
            runs.ran(visit.company(), more ? again : null, ending.inVain() && more ? IN_VAIN : ending.pause());
        }
    }

    /**
     * @param inVain there was nothing to send
     * @param pause for how long no run shall begin
     */
    private record Ending(boolean overtaken, boolean inVain, Duration pause) {
        static Ending after(Duration pause) {
            return new Ending(false, false, pause);
        }
    }

    private Ending ending(Visit visit) {
        try {
            return turned(visit);
        } catch (Cycles.Overtaken _) {
            return new Ending(true, false, Duration.ZERO);
        } catch (RuntimeException fault) {
            Failure.of(fault).log(LOG, "Company %s: a run broke off".formatted(visit.company()));
            return Ending.after(AFTER_A_FAULT);
        }
    }

    private Ending turned(Visit visit) {
        byte[] before = null;
        for (byte[] body = next(visit); body != null; body = next(visit)) {
            Calls.Exchange exchange = exchange(visit, body);
            boolean goesOn = accept(visit, exchange);
            if (exchange.trouble() == null) {
                runs.reached(visit.company());
            } else {
                cycles.unreached(visit, exchange.isLimit() ? LIMIT : NOT_SENT, exchange.trouble());
            }
            if (exchange.pause().isPositive() || !goesOn) {
                return Ending.after(exchange.pause());
            }
            if (Arrays.equals(before, body)) {
                return Ending.after(AFTER_A_FAULT); // what was answered led to the same question
            }
            before = body;
        }
        return new Ending(false, before == null, Duration.ZERO);
    }

    private Calls.Exchange exchange(Visit visit, byte[] body) {
        return heartbeat.during(visit, () -> calls.exchange(visit.company(), body));
    }

    private byte @Nullable [] next(Visit visit) {
        return switch (cycles.next(visit, null)) {
            case Turn.Send(byte[] body) -> body;
            case Turn.Nothing(), Turn.Stopped(String _) -> null;
        };
    }

    private boolean accept(Visit visit, Calls.Exchange exchange) {
        var text = new InputStreamReader(new ByteArrayInputStream(exchange.answer()), UTF_8);
        return switch (cycles.accept(visit, text)) {
            case Progress.Percent(int percent) -> percent < 100;
            case Progress.Later _, Progress.NotExpected _ -> false;
        };
    }
}
