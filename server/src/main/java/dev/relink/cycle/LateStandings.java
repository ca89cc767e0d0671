package dev.relink.cycle;

import dev.relink.company.CompanyId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the records of attempts that were given up stand now: read in one statement. */
@Repository
class LateStandings {

    private final JdbcClient jdbc;

    LateStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One record.
     *
     * @param isOut a newer attempt is out or in doubt
     * @param mayBeMadeSince a newer attempt made it, or may have
     * @param boundTo ListID or TxnID; null when it is bound to nothing
     */
    record Standing(
            boolean isOut, boolean mayBeMadeSince, @Nullable String boundTo) {}

    /** By request id. */
    Map<String, Standing> of(CompanyId company, String set, Collection<String> requests) {
        var standings = new HashMap<String, Standing>();
        jdbc.sql("""
                        select a.request_id, b.quickbooks_id,
                               coalesce(bool_or(l.state in ('sent', 'in-doubt')), false) as is_out,
                               coalesce(bool_or(l.state in ('done', 'ambiguous', 'deleted-in-quickbooks')), false) as made
                          from attempt a
                          left join attempt l on l.company_id = a.company_id and l.type = a.type
                                and l.record_id = a.record_id and l.n > a.n and l.verb = 'add'
                          left join binding b on b.company_id = a.company_id and b.type = a.type
                                and b.record_id = a.record_id
                         where a.company_id = :company and a.message_set_id = :set and a.request_id = any(:requests)
                         group by a.request_id, b.quickbooks_id
                        """)
                .param("company", company.value())
                .param("set", set)
                .param("requests", requests.toArray(String[]::new))
                .query(row -> {
                    standings.put(
                            row.getString("request_id"),
                            new Standing(
                                    row.getBoolean("is_out"), row.getBoolean("made"), row.getString("quickbooks_id")));
                });
        return standings;
    }
}
