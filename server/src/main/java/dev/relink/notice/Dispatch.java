package dev.relink.notice;

import dev.relink.company.CompanyId;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every few seconds: is a company to be looked at, or a message to be sent? With nothing to do it costs one read. */
@Component
class Dispatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int EVERY_SECONDS = 10;

    /** Longer than a mail server and a webhook may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** Both halves walk along an index and stop at once when nothing is due. Nothing is locked. */
    private static final String DUE = """
            (select 'watch' as kind, company_id, 0::bigint as id, due_at as due from notice_watch
              where due_at <= :now order by due_at limit 100)
            union all
            (select 'delivery', company_id, id, next_try from notice_delivery
              where state = 'waiting' and next_try <= :now order by next_try limit 50)
            """;

    private record Due(boolean isDelivery, CompanyId company, long id, Instant at) {}

    private final JdbcClient jdbc;
    private final Watch watch;
    private final Deliveries deliveries;
    private final Sending sending;
    private final InstantSource clock;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("notices").factory());

    Dispatch(JdbcClient jdbc, Watch watch, Deliveries deliveries, Sending sending, InstantSource clock) {
        this.jdbc = jdbc;
        this.watch = watch;
        this.deliveries = deliveries;
        this.sending = sending;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        turns.scheduleWithFixedDelay(this::tryTurn, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void tryTurn() {
        try {
            turn();
        } catch (RuntimeException e) {
            LOG.warn("Notices could not be looked for or sent; it is tried again soon", e);
        }
    }

    /** What is due now. @return how much that was */
    int turn() {
        List<Due> due = due();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(one -> threads.execute(() -> tryDo(one)));
        }
        return due.size();
    }

    private List<Due> due() {
        return jdbc.sql(DUE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Due(
                        row.getString("kind").equals("delivery"),
                        new CompanyId(row.getString("company_id")),
                        row.getLong("id"),
                        row.getTimestamp("due").toInstant()))
                .list();
    }

    /** One company's trouble is not another's. */
    private void tryDo(Due due) {
        try {
            if (due.isDelivery) {
                deliveries
                        .claim(due.company, due.id, due.at, clock.instant().plus(LEASE))
                        .ifPresent(sending::send);
            } else {
                watch.look(due.company, due.at);
            }
        } catch (RuntimeException e) {
            LOG.warn("The notices of {} failed; it is tried again", due.company, e);
        }
    }

    @Override
    @PreDestroy
    public void close() {
        turns.shutdown();
    }
}
