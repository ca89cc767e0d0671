package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.company.CompanyId;
import dev.relink.connector.Platform;
import dev.relink.cycle.Visit;
import dev.relink.quickbooks.desktop.webconnector.Tickets.Ticket;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The visits of Web Connectors. All times are the database's. */
class WebConnectorSessions {

    private final JdbcClient jdbc;
    private final JdbcClient polls;
    private final TransactionOperations transactions;
    private final Duration takeoverAfter;

    /** @param polls on the same database, which keeps its plans */
    WebConnectorSessions(
            JdbcClient jdbc, JdbcClient polls, TransactionOperations transactions, Duration takeoverAfter) {
        this.jdbc = jdbc;
        this.polls = polls;
        this.transactions = transactions;
        this.takeoverAfter = takeoverAfter;
    }

    /**
     * One indexed read, and for an unknown name the same one. Only the newest visit counts: older ones are void. One that
     * waits for its close keeps nobody out.
     */
    Optional<Poll> poll(String userName) {
        return polls.sql("""
                select a.password_hash, c.company_file, w.to_send or w.unresolved or w.to_read as has_work,
                       coalesce(
                           (select case when s.state in ('authenticated', 'sent', 'answered', 'paused')
                                        then extract(epoch from s.last_call_at - now()) + :takeoverAfter end
                              from web_connector_session s
                             where s.company_id = a.company_id
                             order by s.epoch desc limit 1), 0)::float8 as busy_for
                  from web_connector_account a
                  join company c on c.company_id = a.company_id
                  join company_work w on w.company_id = a.company_id
                 where a.company_id = :company
                """)
                .param("company", CompanyId.isValid(userName) ? userName : "")
                .param("takeoverAfter", takeoverAfter.toMillis() / 1000.0)
                .query((row, n) -> new Poll(
                        row.getBytes("password_hash"),
                        row.getBoolean("has_work"),
                        Duration.ofMillis((long) Math.max(0, row.getDouble("busy_for") * 1000)),
                        row.getString("company_file")))
                .optional();
    }

    /**
     * Opens a visit unless another one lives: of two Web Connectors that come at the same moment only one gets in.
     *
     * @param begin takes the company
     * @return the living visit's busy time when there is one; empty when the new visit is open
     */
    Optional<Duration> open(CompanyId company, byte[] ticketHash, Supplier<Visit> begin) {
        return transactions.execute(status -> {
            lock(company);
            Poll poll = poll(company.value()).orElseThrow();
            if (poll.busyFor().isPositive()) {
                return Optional.of(poll.busyFor());
            }
            insert(begin.get(), ticketHash, poll.companyFile());
            return Optional.<Duration>empty();
        });
    }

    private void lock(CompanyId company) {
        jdbc.sql("select company_id from web_connector_account where company_id = :company for update")
                .param("company", company.value())
                .query(String.class)
                .single();
    }

    /** Visits of more than a week ago are forgotten: no late answer comes any more. */
    private void insert(Visit visit, byte[] ticketHash, String companyFile) {
        jdbc.sql("""
                with forgotten as (
                    delete from web_connector_session
                     where company_id = :company and last_call_at < now() - interval '7 days'
                )
                insert into web_connector_session
                       (company_id, epoch, ticket_hash, state, started_at, last_call_at, company_file)
                values (:company, :epoch, :hash, 'authenticated', now(), clock_timestamp(), :companyFile)
                """)
                .param("company", visit.company().value())
                .param("epoch", visit.epoch())
                .param("hash", ticketHash)
                .param("companyFile", companyFile)
                .update();
    }

    /** Finds the visit of a ticket that is neither closed nor a day old, and notes the call. */
    Optional<WebConnectorSession> find(Ticket.OfVisit ticket) {
        return jdbc.sql("""
                update web_connector_session s set last_call_at = now()
                 where s.company_id = :company and s.ticket_hash = :hash and s.state <> 'closed'
                   and s.last_call_at > now() - interval '1 day'
                returning s.epoch, s.state, s.percent, coalesce(s.last_error, '') as last_error,
                       s.connection_errors, s.company_file,
                       exists (select from web_connector_session n
                                where n.company_id = s.company_id and n.epoch > s.epoch) as overtaken
                """)
                .param("company", ticket.company().value())
                .param("hash", ticket.hash())
                .query((row, n) -> new WebConnectorSession(
                        new Visit(ticket.company(), row.getLong("epoch"), Platform.DESKTOP),
                        WebConnectorSession.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getBoolean("overtaken"),
                        row.getInt("percent"),
                        row.getString("last_error"),
                        row.getInt("connection_errors"),
                        row.getString("company_file")))
                .optional();
    }

    void sent(Visit visit) {
        move(visit, "sent", 0, "");
    }

    void answered(Visit visit, int percent) {
        move(visit, "answered", percent, "");
    }

    /** To be told to wait at its next call, then to go on. */
    void paused(Visit visit, int percent) {
        move(visit, "paused", percent, "");
    }

    /** Nothing is left but to close. @param sentence what getLastError says; empty when all is well */
    void finished(Visit visit, int percent, String sentence) {
        move(visit, "finished", percent, sentence);
    }

    void closed(Visit visit) {
        move(visit, "closed", 0, "");
    }

    private void move(Visit visit, String state, int percent, String lastError) {
        one(
                visit,
                jdbc.sql("""
                update web_connector_session
                   set state = :state, percent = :percent, last_error = nullif(:lastError, ''), last_call_at = now()
                 where company_id = :company and epoch = :epoch and state <> 'closed'
                """)
                        .param("company", visit.company().value())
                        .param("epoch", visit.epoch())
                        .param("state", state)
                        .param("percent", percent)
                        .param("lastError", lastError)
                        .update());
    }

    void connectionFailed(Visit visit, String sentence) {
        one(
                visit,
                jdbc.sql("""
                update web_connector_session
                   set connection_errors = connection_errors + 1, last_error = :sentence, last_call_at = now()
                 where company_id = :company and epoch = :epoch and state <> 'closed'
                """)
                        .param("company", visit.company().value())
                        .param("epoch", visit.epoch())
                        .param("sentence", sentence)
                        .update());
    }

    /** The same ticket goes on under a new epoch. */
    void renewed(Visit visit, Visit anew) {
        one(
                visit,
                jdbc.sql("""
                update web_connector_session set epoch = :anew, state = 'authenticated', last_call_at = now()
                 where company_id = :company and epoch = :epoch and state <> 'closed'
                """)
                        .param("company", visit.company().value())
                        .param("epoch", visit.epoch())
                        .param("anew", anew.epoch())
                        .update());
    }

    private static void one(Visit visit, int changed) {
        if (changed != 1) {
            throw SoapFault.client("This run of company %s was closed by another call.".formatted(visit.company()));
        }
    }
}
