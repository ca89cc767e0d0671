package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.syncerror.Count;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a company's records stand, counted in one statement, so that all numbers of a page are of one moment. */
@Repository
class JdbcStandings {

    private static final String[] STATES = {
        "waiting", "awaiting-approval", "waiting-on-parent", "in-flight", "in-doubt", "held"
    };

    private final JdbcClient jdbc;
    private final JdbcOtherRows others;

    JdbcStandings(JdbcClient jdbc, JdbcOtherRows others) {
        this.jdbc = jdbc;
        this.others = others;
    }

    /** For badges and tabs: each number is counted as {@link Count#counted}. The sum of all is not to be had so. */
    Standing counted(CompanyId company) {
        Map<String, Long> byState = new HashMap<>();
        jdbc.sql("""
                        select s.state, n.n from unnest(:states::text[]) as s(state)
                         cross join lateral (
                           select count(*) as n from (
                             select from pending_sync p
                              where p.company_id = :company and p.state = s.state limit :most) x
                         ) n
                        union all
                        select 'retrying', count(*) from (
                          select from sync_error where company_id = :company and state = 'retrying' limit :most) x
                        union all
                        select 'first-link', count(*) from (
                          select from pending_sync where company_id = :company and first_link limit :most) x
                        """)
                .param("company", company.value())
                .param("states", STATES)
                .param("most", Count.LIMIT + 1)
                .query(row -> {
                    byState.merge(row.getString("state"), row.getLong("n"), Long::sum);
                });
        byState.computeIfPresent("awaiting-approval", (state, all) -> all - byState.getOrDefault("first-link", 0L));
        return new Standing(
                0,
                byState,
                byState.getOrDefault("retrying", 0L),
                others.count(company, ErrorFilter.of(Map.of("tab", ErrorTab.SKIPPED.word()))),
                0);
    }

    /** Exactly, in one moment. */
    Standing of(CompanyId company) {
        return jdbc.sql("""
                        with pending as (
                          select p.state, count(*) as n,
                                 count(*) filter (where e.state = 'retrying' and p.state in ('waiting', 'in-flight', 'awaiting-approval'))
                                     as retrying
                            from pending_sync p
                            left join sync_error e on e.company_id = p.company_id and e.type = p.type
                                  and e.record_id = p.record_id
                           where p.company_id = :company group by p.state
                        ), settled as (
                          select count(*) as n,
                                 count(*) filter (where r.skipped is not null or b.record_id is null) as skipped
                            from record r
                            left join binding b on b.company_id = r.company_id and b.type = r.type
                                  and b.record_id = r.record_id
                            left join pending_sync p on p.company_id = r.company_id and p.type = r.type
                                  and p.record_id = r.record_id
                           where r.company_id = :company and p.record_id is null and not r.deleted
                        )
                        select s.n + coalesce((select sum(n) from pending), 0) as all_records, s.skipped,
                               coalesce((select sum(retrying) from pending), 0) as retrying,
                               (select array_agg(n order by array_position(:states::text[], state)) from pending) as counts,
                               (select array_agg(state order by array_position(:states::text[], state)) from pending) as states
                          from settled s
                        """)
                .param("company", company.value())
                .param("states", STATES)
                .query((row, n) -> {
                    Map<String, Long> byState = new HashMap<>();
                    if (row.getArray("states") != null) {
                        String[] states = (String[]) row.getArray("states").getArray();
                        Long[] counts = (Long[]) row.getArray("counts").getArray();
                        for (int i = 0; i < states.length; i++) {
                            byState.put(states[i], counts[i]);
                        }
                    }
                    return new Standing(
                            row.getLong("all_records"), byState, row.getLong("retrying"), row.getLong("skipped"), 0);
                })
                .single();
    }
}
