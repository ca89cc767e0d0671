package dev.relink.connection;

import dev.relink.company.CompanyId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each company's Web Connector was last seen, and which version it is. */
@Repository
public class Health implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final int FLUSH_EVERY_SECONDS = 30;

    private record Seen(Instant at, @Nullable String clientVersion) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<CompanyId, Seen> seen = new ConcurrentHashMap<>();
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
        seen.merge(company, new Seen(clock.instant(), clientVersion), Health::newer);
    }

    private static Seen newer(Seen one, Seen other) {
        Instant at = one.at.isAfter(other.at) ? one.at : other.at;
        return new Seen(at, other.clientVersion == null ? one.clientVersion : other.clientVersion);
    }

    private void tryFlush() {
        try {
            flush();
        } catch (RuntimeException e) {
            LOG.warn("When the Web Connectors were last seen could not be written; it is tried again soon", e);
        }
    }

    /**
     * Writes at once what {@link #seen} kept; what cannot be written is kept. Last seen never goes back: another node may
     * have seen the company later.
     */
    public void flush() {
        Map<CompanyId, Seen> taken = Map.copyOf(seen);
        if (taken.isEmpty()) {
            return;
        }
        var rows = taken.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(CompanyId::value)))
                .toList();
        jdbc.sql("""
                update connection c
                   set last_seen = greatest(c.last_seen, s.at),
                       client_version = coalesce(s.client_version, c.client_version)
                  from unnest(:companies::text[], :times::timestamptz[], :versions::text[])
                       as s (company_id, at, client_version)
                 where c.company_id = s.company_id
                """)
                .param(
                        "companies",
                        rows.stream().map(row -> row.getKey().value()).toArray(String[]::new))
                .param(
                        "times",
                        rows.stream().map(row -> row.getValue().at.toString()).toArray(String[]::new))
                .param(
                        "versions",
                        rows.stream().map(row -> row.getValue().clientVersion).toArray(String[]::new))
                .update();
        taken.forEach(seen::remove);
    }

    @Override
    @PreDestroy
    public void close() {
        flushing.shutdown();
        tryFlush();
    }
}
