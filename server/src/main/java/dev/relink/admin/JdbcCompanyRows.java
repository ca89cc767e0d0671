package dev.relink.admin;

import dev.relink.connection.Diagnosis;
import dev.relink.connection.LinkFacts;
import dev.relink.platform.security.Access;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All companies that somebody may see, those in trouble first. */
@Repository
class JdbcCompanyRows {

    private final JdbcClient jdbc;
    private final Diagnosis diagnosis;

    JdbcCompanyRows(JdbcClient jdbc, Diagnosis diagnosis) {
        this.jdbc = jdbc;
        this.diagnosis = diagnosis;
    }

    List<CompanyRow> all(Access access, Instant now) {
        return jdbc.sql("""
                        with mine as (
                          select company_id, name, quickbooks from company where :all or company_id = any(:listed)
                        ), kept as (
                          select company_id,
                                 sum(n) filter (where what = 'pending' and state not in ('held', 'in-doubt')) as pending,
                                 sum(n) filter (where what = 'pending' and state = 'held') as errors,
                                 sum(n) filter (where what = 'pending' and state = 'in-doubt') as in_doubt,
                                 sum(n) filter (where what = 'pending' and state in ('awaiting-approval', 'first-link'))
                                     as approval,
                                 sum(n) filter (where what = 'binding') as bound
                            from tally where company_id in (select company_id from mine) and what in ('pending', 'binding')
                           group by company_id
                        )
                        select c.company_id, c.name, c.quickbooks, coalesce(w.pending, 0) as pending, coalesce(w.errors, 0) as errors,
                               coalesce(w.in_doubt, 0) as in_doubt, coalesce(w.approval, 0) as approval, coalesce(w.bound, 0) as bound,
                        """ + LinkFacts.COLUMNS + """
                          from mine c
                          left join connection k on k.company_id = c.company_id
                          left join kept w on w.company_id = c.company_id
                         order by coalesce(k.state, 'new') = 'stopped' desc, coalesce(w.errors, 0) + coalesce(w.in_doubt, 0) desc,
                                  lower(c.name), c.company_id
                        """)
                .param("all", access.everywhere() != null)
                .param("listed", JdbcCompanyFrames.listed(access))
                .query((row, n) -> company(row, now))
                .list();
    }

    private CompanyRow company(ResultSet row, Instant now) throws SQLException {
        LinkFacts facts = LinkFacts.of(row);
        String name = row.getString("name");
        return new CompanyRow(
                row.getString("company_id"),
                name,
                row.getString("quickbooks"),
                Health.of(facts, diagnosis.of(facts, now).orElse(null), name),
                new Counts(
                        row.getLong("pending"),
                        row.getLong("errors"),
                        row.getLong("in_doubt"),
                        row.getLong("approval")),
                row.getLong("bound"));
    }
}
