package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends what nobody has confirmed, and keeps alive what nobody has used for long: a refresh token dies unused. */
@Component
class Overdue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);
    private static final int EVERY_MINUTES = 10;

    private final Consents consents;
    private final Linking linking;
    private final AccessTokens tokens;
    private final JdbcClient jdbc;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("online-overdue").factory());

    Overdue(Consents consents, Linking linking, AccessTokens tokens, JdbcClient jdbc) {
        this.consents = consents;
        this.linking = linking;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        turns.scheduleWithFixedDelay(this::tryTurn, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private void tryTurn() {
        try {
            turn();
        } catch (RuntimeException e) {
            LOG.warn("Links to QuickBooks Online could not be looked after; it is tried again soon", e);
        }
    }

    void turn() {
        consents.takeOverdue().forEach(linking::revoke);
        longUnused().forEach(this::use);
    }

    /** Its access token has long ended too, so asking for one renews both. A few at a time: there is time enough. */
    private java.util.List<CompanyId> longUnused() {
        return jdbc.sql("""
                        select company_id from online_link
                         where state = 'connected' and refreshed_at < clock_timestamp() - interval '30 days'
                         order by refreshed_at limit 20
                        """).query((row, n) -> new CompanyId(row.getString(1))).list();
    }

    private void use(CompanyId company) {
        try {
            tokens.of(company);
        } catch (NeedsReconnecting told) {
            LOG.info("{} needs to be connected again: {}", company, told.getMessage());
        } catch (TokensUnavailable later) {
            LOG.info("The access of {} is renewed later: {}", company, later.getMessage());
        }
    }

    @Override
    @PreDestroy
    public void close() {
        turns.shutdown();
    }
}
