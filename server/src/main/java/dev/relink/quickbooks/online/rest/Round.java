package dev.relink.quickbooks.online.rest;

import dev.relink.company.CompanyId;
import dev.relink.quickbooks.online.oauth.AccessTokens;
import dev.relink.quickbooks.online.oauth.AccessTokens.Access;
import dev.relink.quickbooks.online.oauth.NeedsReconnecting;
import dev.relink.quickbooks.online.oauth.TokensUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of one plan, made by several threads. Once one of them has to stop, the others begin nothing more. */
final class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final Duration THROTTLED = Duration.ofSeconds(60);
    private static final Duration TOKENS_AWAY = Duration.ofSeconds(30);
    private static final Duration UNTIL_A_PERSON_ACTS = Duration.ofMinutes(5);
    private static final Duration UNREACHABLE = Duration.ofSeconds(15);

    private final CompanyId company;
    private final AccessTokens tokens;
    private final Pace pace;
    private final Wire wire;
    private final Instant now;
    private final ConcurrentLinkedQueue<Came> came = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Halt> halt = new AtomicReference<>();
    private final AtomicReference<@Nullable Access> used = new AtomicReference<>();
    private final AtomicInteger reads = new AtomicInteger();

    private record Halt(Duration pause, String why, boolean limit) {}

    private record Sent(Came came, @Nullable Access access) {}

    Round(CompanyId company, AccessTokens tokens, Pace pace, Wire wire, Instant now) {
        this.company = company;
        this.tokens = tokens;
        this.pace = pace;
        this.wire = wire;
        this.now = now;
    }

    List<Came> came() {
        return List.copyOf(came);
    }

    Duration pause() {
        Halt reason = halt.get();
        return reason == null ? Duration.ZERO : reason.pause;
    }

    @Nullable
    String trouble() {
        Halt reason = halt.get();
        return reason == null ? null : reason.why;
    }

    boolean isLimit() {
        Halt reason = halt.get();
        return reason != null && reason.limit;
    }

    String realm() {
        Access access = used.get();
        return access == null ? "" : access.realm();
    }

    String environment() {
        return Objects.requireNonNull(used.get(), "nothing was read without access")
                .environment();
    }

    int reads() {
        return reads.get();
    }

    void make(Plan.Call planned) {
        Plan.Call call = Following.within30Days(planned, now);
        Came first = once(call);
        Plan.Call next = Following.next(first, planned);
        while (next != null) {
            came.add(first.withMore());
            first = once(next);
            next = Following.next(first, planned);
        }
        List<Plan.Call> types = Following.byType(first, call);
        if (types.isEmpty()) {
            came.add(first);
        } else {
            for (int i = 0; i < types.size(); i++) {
                Came one = once(types.get(i));
                came.add(i < types.size() - 1 ? one.withMore() : one);
            }
        }
    }

    /** A token that was refused is renewed, and the same call goes once more: under its requestid it has one effect. */
    private Came once(Plan.Call call) {
        Sent first = paced(call, null);
        Came answer = first.came;
        if (answer.status() == 401 && first.access != null && !call.hasPayment() && !isOtherServer(answer)) {
            Came again = paced(call, first.access).came;
            answer = again.notSent() == null ? again : answer;
        }
        return noted(answer);
    }

    /** Another token would not lead to the server that has the company. */
    private static boolean isOtherServer(Came answer) {
        return Faults.in(Following.body(answer))
                .filter(fault -> fault.code().equals("130"))
                .isPresent();
    }

    private Came noted(Came answer) {
        if (answer.status() == 429) {
            Duration asked = answer.retryAfter();
            var limit = new Halt(
                    asked == null ? THROTTLED : asked,
                    "QuickBooks Online asks Relink to wait: too many requests",
                    true);
            halt.compareAndSet(null, limit);
        } else if (answer.notSent() != null) {
            stop(UNREACHABLE, answer.notSent());
        } else if (answer.status() == 200) {
            reads.addAndGet(answer.call().reads());
        }
        return answer;
    }

    private void stop(Duration pause, String why) {
        halt.compareAndSet(null, new Halt(pause, why, false));
    }

    /** @param refused a token that is not to be used again */
    private Sent paced(Plan.Call call, @Nullable Access refused) {
        Halt reason = halt.get();
        if (reason != null) {
            return new Sent(Came.notSent(call, reason.why), null);
        }
        Sent sent = null;
        try {
            // before its turn: what lies between that and the wire makes calls arrive closer together than they left
            Access access = refused == null ? tokens.of(company) : tokens.renewed(company, refused);
            used.set(access);
            try (var unused = pace.enter(company, call.isBatch())) {
                // a limit that another call has run into meanwhile holds this one too
                sent = halt.get() == null ? new Sent(wire.send(call, access), access) : null;
            }
        } catch (NeedsReconnecting e) {
            stop(UNTIL_A_PERSON_ACTS, String.valueOf(e.getMessage()));
        } catch (TokensUnavailable e) {
            stop(TOKENS_AWAY, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop(Duration.ZERO, "Relink is being stopped");
        } catch (RuntimeException e) {
            LOG.warn(
                    "A call to QuickBooks Online of {} could not be prepared, or its end not be written down",
                    company,
                    e);
            stop(UNREACHABLE, "Relink could not prepare the call: its log says why");
        }
        return sent == null ? new Sent(Came.notSent(call, String.valueOf(trouble())), null) : sent;
    }
}
