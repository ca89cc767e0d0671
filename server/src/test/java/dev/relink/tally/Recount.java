package dev.relink.tally;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts all that is kept in the tally once more, row by row, in one statement: in any moment both must be the same. */
public final class Recount {

    private static final String DIFFERENCES = """
            with counted as (
              select company_id, 'record' as what, case when deleted then 'deleted' else '' end as state, type, 0 as facet,
                     count(*) as n from record group by 1, 2, 3, 4
              union all
              select company_id, 'pending', case when first_link and state = 'awaiting-approval' then 'first-link' else state end,
                     type, 0, count(*) from pending_sync group by 1, 2, 3, 4
              union all
              select company_id, 'error', state, type, facet, count(*) from sync_error group by 1, 2, 3, 4, 5
              union all
              select company_id, 'binding', case when gone_at is null then '' else 'gone' end, type, 0, count(*)
                from binding group by 1, 2, 3, 4
              union all
              select company_id, 'settled', case when settled_at is null then '' else 'settled' end,
                     coalesce((settled_at at time zone 'UTC')::date::text, ''), 0, count(*)
                from settled_error group by 1, 2, 3, 4
              union all
              select company_id, 'day', case when outcome = 'failed' then 'failed'
                         when outcome in ('created', 'updated', 'voided', 'deleted', 'made-inactive', 'made-active') then 'synced'
                         else '' end, (at at time zone 'UTC')::date::text, 0, count(*)
                from history where at > current_date - 50 group by 1, 2, 3, 4
            ), kept as (
              select company_id, what, state, type, facet, sum(n) as n from tally
               where what <> 'day' or type > (current_date - 50)::text group by 1, 2, 3, 4, 5
            )
            select format('%s %s %s %s %s: there are %s, the tally says %s', company_id, what, state, type, facet,
                          coalesce(c.n, 0), coalesce(k.n, 0))
              from counted c full join kept k using (company_id, what, state, type, facet)
             where coalesce(c.n, 0) <> coalesce(k.n, 0)
            """;

    private Recount() {}

    public static List<String> differences(JdbcClient jdbc) {
        return jdbc.sql(DIFFERENCES).query((row, _) -> row.getString(1)).list();
    }
}
