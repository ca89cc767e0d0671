package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Table {@code online_link}, as far as tokens are renewed. Each step is a short transaction of its own: what is stored is
 * stored before anybody uses it. All times are the database's: nodes need not agree on theirs.
 */
@Repository
class Links {

    /** For two questions to Intuit; a node that died holds the others up no longer than this. */
    private static final long LEASE_SECONDS = 3 * Intuit.LONGEST.toSeconds();

    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Read anew, outside of whatever the caller has begun. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Optional<Link> find(CompanyId company) {
        return jdbc.sql("""
                        select environment, realm, company_name, state, tokens, token_version,
                               access_until > clock_timestamp() + interval '1 minute' as fresh, ended_at, ended_because
                          from online_link where company_id = :company
                        """)
                .param("company", company.value())
                .query((row, n) -> link(row))
                .optional();
    }

    private static Link link(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Link(
                row.getString("environment"),
                row.getString("realm"),
                row.getString("company_name"),
                Link.State.of(row.getString("state")),
                row.getBytes("tokens"),
                row.getLong("token_version"),
                row.getBoolean("fresh"),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_because"));
    }

    /**
     * The right to refresh, for one over all nodes; it ends by itself. The row is locked only for this statement, since
     * Intuit may take long.
     *
     * @return until when; empty when another has it, or the tokens are others by now
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<OffsetDateTime> lease(CompanyId company, long version) {
        return jdbc.sql("""
                        update online_link set refreshing_until = clock_timestamp() + make_interval(secs => :seconds)
                         where company_id = :company and token_version = :version and state = 'connected'
                           and refreshing_until < clock_timestamp()
                        returning refreshing_until
                        """)
                .param("company", company.value())
                .param("version", version)
                .param("seconds", LEASE_SECONDS)
                .query(OffsetDateTime.class)
                .optional();
    }

    /** Nothing came of it; unless the lease is another's by now. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveBack(CompanyId company, OffsetDateTime lease) {
        jdbc.sql("""
                        update online_link set refreshing_until = '-infinity'
                         where company_id = :company and refreshing_until = :lease
                        """).param("company", company.value()).param("lease", lease).update();
    }

    /**
     * A new pair in the place of that of {@code version}.
     *
     * @return false when the tokens are others by now, or the link has ended: then nothing was stored
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean store(CompanyId company, long version, byte[] sealed, Tokens tokens) {
        int rows = jdbc.sql("""
                        update online_link
                           set tokens = :tokens, token_version = token_version + 1, refreshing_until = '-infinity',
                               refreshed_at = clock_timestamp(),
                               access_until = clock_timestamp() + make_interval(secs => :access),
                               refresh_until = coalesce(clock_timestamp() + make_interval(secs => :refresh::bigint), refresh_until),
                               hard_until = coalesce(clock_timestamp() + make_interval(secs => :hard::bigint), hard_until)
                         where company_id = :company and token_version = :version and state = 'connected'
                        """)
                .param("company", company.value())
                .param("version", version)
                .param("tokens", sealed)
                .param("access", tokens.accessSeconds())
                .param("refresh", tokens.refreshSeconds())
                .param("hard", tokens.hardSeconds())
                .update();
        return rows == 1;
    }

    /** Only a person can go on. What is stored stays. @return false when the tokens are others by now */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(CompanyId company, long version, String because) {
        return jdbc.sql("""
                        update online_link set state = 'needs-reconnecting', ended_at = clock_timestamp(),
                               ended_because = :because, refreshing_until = '-infinity'
                         where company_id = :company and token_version = :version and state = 'connected'
                        """)
                        .param("company", company.value())
                        .param("version", version)
                        .param("because", because)
                        .update()
                == 1;
    }
}
