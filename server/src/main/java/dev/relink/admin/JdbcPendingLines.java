package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.syncerror.Count;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pending syncs in the order in which they go. */
@Repository
class JdbcPendingLines {

    private final JdbcClient jdbc;

    JdbcPendingLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param most of each state */
    List<PendingView.Line> lines(CompanyId company, int most) {
        return jdbc.sql("""
                        select p.*, r.name, %s as subtitle, e.id as error, e.code, e.tries as error_tries,
                               case when p.mode = 'find-or-create' then 'Look up, then relink or create'
                                    when p.mode = 'check-binding' then 'Check the ID given by hand, then update'
                                    when p.mode = 'read-again' then 'Read again, then update'
                                    when p.mode = 'trace' then 'Look up what is gone'
                                    when p.operation = 'remove' then 'Remove'
                                    when p.operation = 'reactivate' then 'Make active again'
                                    when b.record_id is null then 'Create' else 'Update' end as verb
                          from unnest(array['waiting', 'in-flight', 'awaiting-approval', 'in-doubt']) as s(state)
                         cross join lateral (select * from pending_sync x
                               where x.company_id = :company and x.state = s.state and x.first_link is not true
                               order by x.rank, x.place limit :most) p
                          join record r on r.company_id = p.company_id and r.type = p.type and r.record_id = p.record_id
                          left join binding b on b.company_id = p.company_id and b.type = p.type
                                and b.record_id = p.record_id
                          left join sync_error e on e.company_id = p.company_id and e.type = p.type
                                and e.record_id = p.record_id
                        %s
                         order by p.rank, p.place
                        """.formatted(Subtitle.TEXT, Subtitle.JOIN))
                .param("company", company.value())
                .param("most", most)
                .query((row, n) -> new PendingView.Line(
                        new RecordKey(row.getString("type"), row.getString("record_id")),
                        row.getString("name"),
                        row.getString("subtitle"),
                        row.getString("state"),
                        row.getString("verb"),
                        row.getString("code") == null ? row.getInt("tries") : row.getInt("error_tries"),
                        row.getString("code"),
                        row.getObject("error", Long.class),
                        JdbcErrorRows.instant(row.getTimestamp("next_try"))))
                .list();
    }

    /** In the order in which they would go. */
    List<RecordKey> awaitingApproval(CompanyId company, int most) {
        return jdbc.sql("""
                        select type, record_id from pending_sync
                         where company_id = :company and state = 'awaiting-approval' and first_link is not true
                         order by rank, place limit :most
                        """)
                .param("company", company.value())
                .param("most", most)
                .query((row, n) -> new RecordKey(row.getString("type"), row.getString("record_id")))
                .list();
    }

    /** Those that most wait on come first. */
    List<PendingView.Parent> parents(CompanyId company, int most) {
        return jdbc.sql("""
                        select w.waits_on_type, w.waits_on_id, coalesce(r.name, w.waits_on_id) as name, e.id as error, e.code,
                               w.waiting, w.names
                          from (select p.waits_on_type, p.waits_on_id, count(*) as waiting,
                                       array_to_string((array_agg(c.name order by p.rank, p.place))[1\\:4], ', ') as names
                                  from (select * from pending_sync
                                         where company_id = :company and state = 'waiting-on-parent'
                                         order by rank, place limit :looked) p
                                  join record c on c.company_id = p.company_id and c.type = p.type
                                       and c.record_id = p.record_id
                                 group by p.waits_on_type, p.waits_on_id) w
                          left join record r on r.company_id = :company and r.type = w.waits_on_type
                                and r.record_id = w.waits_on_id
                          left join sync_error e on e.company_id = :company and e.type = w.waits_on_type
                                and e.record_id = w.waits_on_id
                         order by w.waiting desc, name limit :most
                        """)
                .param("company", company.value())
                .param("looked", Count.LIMIT)
                .param("most", most)
                .query((row, n) -> new PendingView.Parent(
                        new RecordKey(row.getString("waits_on_type"), row.getString("waits_on_id")),
                        row.getString("name"),
                        row.getObject("error", Long.class),
                        row.getString("code"),
                        row.getLong("waiting"),
                        row.getString("names")))
                .list();
    }
}
