package dev.relink.admin;

import dev.relink.platform.security.Access;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All companies that somebody may see, those in trouble first. */
@Repository
class JdbcCompanyRows {

    private final JdbcClient jdbc;

    JdbcCompanyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CompanyRow> all(Access access, Instant now) {
        return jdbc.sql("""
                        with mine as (
                          select company_id, name, quickbooks from company where :all or company_id = any(:listed)
                        ), waiting as (
                          select company_id,
                                 count(*) filter (where state not in ('held', 'in-doubt')) as pending,
                                 count(*) filter (where state = 'held') as errors,
                                 count(*) filter (where state = 'in-doubt') as in_doubt
                            from pending_sync where company_id in (select company_id from mine) group by company_id
                        ), linked as (
                          select company_id, count(*) as bound
                            from binding where company_id in (select company_id from mine) group by company_id
                        )
                        select m.company_id, m.name, m.quickbooks,
                               coalesce(k.state, 'new') as state, k.stopped_because, k.problem_code, k.problem_message,
                               k.last_seen, coalesce(extract(epoch from k.run_every), 900)::bigint as run_every,
                               coalesce(w.pending, 0) as pending, coalesce(w.errors, 0) as errors,
                               coalesce(w.in_doubt, 0) as in_doubt, coalesce(l.bound, 0) as bound
                          from mine m
                          left join connection k using (company_id)
                          left join waiting w using (company_id)
                          left join linked l using (company_id)
                         order by coalesce(k.state, 'new') = 'stopped' desc, coalesce(w.errors, 0) + coalesce(w.in_doubt, 0) desc,
                                  lower(m.name), m.company_id
                        """)
                .param("all", access.everywhere() != null)
                .param("listed", JdbcCompanyFrames.listed(access))
                .query((row, n) -> company(row, now))
                .list();
    }

    private static CompanyRow company(ResultSet row, Instant now) throws SQLException {
        String quickbooks = row.getString("quickbooks");
        var told = new Health.Told(
                quickbooks.equals("desktop"),
                row.getString("state"),
                row.getString("stopped_because"),
                row.getString("problem_code"),
                row.getString("problem_message"),
                instant(row.getTimestamp("last_seen")),
                Duration.ofSeconds(row.getLong("run_every")));
        return new CompanyRow(
                row.getString("company_id"),
                row.getString("name"),
                quickbooks,
                Health.of(told, now),
                new Counts(row.getLong("pending"), row.getLong("errors"), row.getLong("in_doubt")),
                row.getLong("bound"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
