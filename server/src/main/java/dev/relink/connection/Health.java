package dev.relink.connection;

import dev.relink.company.CompanyId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each company's Web Connector was last seen, and which version it is; who was sent away at the door. */
@Repository
public class Health implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final int FLUSH_EVERY_SECONDS = 30;

    /** What happened at the door since the last writing. */
    private record Signs(
            @Nullable Instant seen,
            @Nullable String clientVersion,
            int refused,
            @Nullable Instant refusedAt,
            @Nullable Instant busyAt) {

        static Signs both(Signs older, Signs newer) {
            return new Signs(
                    later(older.seen, newer.seen),
                    newer.clientVersion == null ? older.clientVersion : newer.clientVersion,
                    newer.seen == null ? older.refused + newer.refused : newer.refused,
                    later(older.refusedAt, newer.refusedAt),
                    later(older.busyAt, newer.busyAt));
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || other != null && other.isAfter(one) ? other : one;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<CompanyId, Signs> signs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService flushing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("last-seen").factory());

    public Health(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        flushing.scheduleWithFixedDelay(this::tryFlush, FLUSH_EVERY_SECONDS, FLUSH_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * The other side called. Kept in memory and written for all companies together a little later, so that a poll with
     * nothing to do writes nothing.
     *
     * @param clientVersion the Web Connector's own version; null when it did not say
     */
    public void seen(CompanyId company, @Nullable String clientVersion) {
        note(company, new Signs(clock.instant(), clientVersion, 0, null, null));
    }

    /** Somebody came with this company's name and a wrong password. As cheap as {@link #seen}, however often it happens. */
    public void refused(CompanyId company) {
        note(company, new Signs(null, null, 1, clock.instant(), null));
    }

    /** A Web Connector was sent away, since another one is at work. */
    public void turnedAway(CompanyId company) {
        note(company, new Signs(null, null, 0, null, clock.instant()));
    }

    private void note(CompanyId company, Signs sign) {
        signs.merge(company, sign, Signs::both);
    }

    private void tryFlush() {
        try {
            flush();
        } catch (RuntimeException e) {
            LOG.warn("When the Web Connectors were last seen could not be written; it is tried again soon", e);
        }
    }

    /**
     * Writes at once what was kept; what cannot be written is kept. Last seen never goes back: another node may have seen
     * the company later.
     */
    public void flush() {
        Map<CompanyId, Signs> taken = new TreeMap<>(Comparator.comparing(CompanyId::value));
        for (CompanyId company : signs.keySet()) {
            Signs sign = signs.remove(company);
            if (sign != null) {
                taken.put(company, sign);
            }
        }
        try {
            write(taken);
        } catch (RuntimeException e) {
            taken.forEach((company, sign) -> signs.merge(company, sign, (newer, older) -> Signs.both(older, newer)));
            throw e;
        }
    }

    /** Wrong passwords count from the last right one on. */
    private void write(Map<CompanyId, Signs> taken) {
        if (taken.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update connection c
                   set last_seen = greatest(c.last_seen, s.at),
                       client_version = coalesce(s.client_version, c.client_version),
                       refused_tries = case when s.refused = 0 then c.refused_tries
                                            when s.at is not null or c.last_seen >= c.refused_at then s.refused
                                            else c.refused_tries + s.refused end,
                       refused_at = greatest(c.refused_at, s.refused_at), busy_at = greatest(c.busy_at, s.busy_at)
                  from unnest(:companies::text[], :times::timestamptz[], :versions::text[], :refused::int[],
                              :refusedAt::timestamptz[], :busyAt::timestamptz[])
                       as s (company_id, at, client_version, refused, refused_at, busy_at)
                 where c.company_id = s.company_id
                """)
                .param(
                        "companies",
                        taken.keySet().stream().map(CompanyId::value).toArray(String[]::new))
                .param("times", texts(taken, Signs::seen))
                .param("versions", texts(taken, Signs::clientVersion))
                .param("refused", taken.values().stream().map(Signs::refused).toArray(Integer[]::new))
                .param("refusedAt", texts(taken, Signs::refusedAt))
                .param("busyAt", texts(taken, Signs::busyAt))
                .update();
    }

    private static String[] texts(Map<CompanyId, Signs> taken, Function<Signs, @Nullable Object> part) {
        return taken.values().stream()
                .map(sign -> Objects.toString(part.apply(sign), null))
                .toArray(String[]::new);
    }

    @Override
    @PreDestroy
    public void close() {
        flushing.shutdown();
        tryFlush();
    }
}
