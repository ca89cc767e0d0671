package dev.relink.notice;

import dev.relink.company.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at one company: what is new becomes events, and for each reader whose time has come a message. */
@Component
class Watch {

    /** How soon a reader can hear of something. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(90);

    private final Watches watches;
    private final Causes causes;
    private final Events events;
    private final Readers readers;
    private final Deliveries deliveries;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Watch(
            Watches watches,
            Causes causes,
            Events events,
            Readers readers,
            Deliveries deliveries,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.watches = watches;
        this.causes = causes;
        this.events = events;
        this.readers = readers;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param due when it was due: nothing happens when another node was faster */
    void look(CompanyId company, Instant due) {
        transactions.executeWithoutResult(transaction -> {
            Instant now = clock.instant();
            if (watches.claim(company, due, now.plus(EVERY))) {
                note(company, now);
            }
        });
    }

    private void note(CompanyId company, Instant now) {
        if (!readers.any(company)) {
            watches.rest(company);
            return;
        }
        causes.learn(company, now)
                .forEach(cause ->
                        events.add(company, Event.Kind.CAUSE, cause.code(), cause.variant(), cause.title(), now));
        causes.forget(company)
                .forEach(cause ->
                        events.add(company, Event.Kind.CAUSE_GONE, cause.code(), cause.variant(), cause.title(), now));
        watches.standing(company).ifPresent(standing -> noteConnection(company, standing, now));
        if (readers.tell(company, now) > 0) {
            events.forget(company, now.minus(KEPT));
            deliveries.forget(company, now.minus(KEPT));
        }
    }

    private void noteConnection(CompanyId company, Watches.Standing standing, Instant now) {
        Instant seen = standing.lastSeen();
        boolean silent = seen != null && seen.plus(standing.silentAfter()).isBefore(now);
        if (seen != null && silent && !standing.toldSilent()) {
            events.add(company, Event.Kind.SILENT, "Last seen " + Words.time(seen), now);
        } else if (!silent && standing.toldSilent()) {
            events.add(company, Event.Kind.SEEN_AGAIN, "", now);
        }
        if (standing.isStopped() && !standing.toldStopped()) {
            events.add(company, Event.Kind.STOPPED, standing.stoppedDetail(), now);
        } else if (!standing.isStopped() && standing.toldStopped()) {
            events.add(company, Event.Kind.WORKING_AGAIN, "", now);
        }
        if (silent != standing.toldSilent() || standing.isStopped() != standing.toldStopped()) {
            watches.told(company, silent, standing.isStopped());
        }
    }
}
