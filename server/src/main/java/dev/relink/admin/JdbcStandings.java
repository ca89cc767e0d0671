package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.tally.Tallies;
import dev.relink.tally.Tally;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a company's records stand. */
@Repository
class JdbcStandings {

    private final JdbcClient jdbc;
    private final Tallies tallies;
    private final JdbcOtherRows others;

    JdbcStandings(JdbcClient jdbc, Tallies tallies, JdbcOtherRows others) {
        this.jdbc = jdbc;
        this.tallies = tallies;
        this.others = others;
    }

    /** For tabs: what is skipped is counted as {@link dev.relink.syncerror.Count#counted}. The sum of all is left out. */
    Standing counted(CompanyId company) {
        Tally tally = tallies.of(company);
        return new Standing(
                0,
                tally.pendingByState(),
                tally.errors("retrying"),
                others.count(company, ErrorFilter.of(Map.of("tab", ErrorTab.SKIPPED.word()))),
                0);
    }

    /** All of it, exactly. */
    Standing of(CompanyId company) {
        Tally tally = tallies.of(company);
        Map<String, Long> pending = tally.pendingByState();
        return new Standing(
                tally.records() + deletedOnesPending(company, tally),
                pending,
                tally.errors("retrying"),
                others.skipped(company),
                0);
    }

    /** What the app has deleted and QuickBooks must still be told of. */
    private long deletedOnesPending(CompanyId company, Tally tally) {
        return tally.deletedRecords() == 0
                ? 0
                : jdbc.sql("""
                        select count(*) from record r
                         where r.company_id = :company and r.deleted
                           and exists (select from pending_sync p where p.company_id = :company and p.type = r.type
                                          and p.record_id = r.record_id)
                        """)
                        .param("company", company.value())
                        .query(Long.class)
                        .single();
    }
}
