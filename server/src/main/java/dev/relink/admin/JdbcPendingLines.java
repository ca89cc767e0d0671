package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.syncerror.Count;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** Over pending syncs p. A parent that is pending too goes first, in the same run. */
    private static final String LINES = """
                        select p.*, r.name, %s as subtitle, e.id as error, e.code, e.tries as error_tries,
                               parent.type as parent_type, parent.record_id as parent_id, parent.name as parent_name,
                               case when p.mode = 'find-or-create' then 'Look up, then relink or create'
                                    when p.mode = 'check-binding' then 'Check the ID given by hand, then update'
                                    when p.mode = 'read-again' then 'Read again, then update'
                                    when p.mode = 'trace' then 'Look up what is gone'
                                    when p.operation = 'remove' then 'Remove'
                                    when p.operation = 'reactivate' then 'Make active again'
                                    when b.record_id is null then 'Create' else 'Update' end as verb
                          from (%s) p
                          join record r on r.company_id = p.company_id and r.type = p.type and r.record_id = p.record_id
                          left join binding b on b.company_id = p.company_id and b.type = p.type
                                and b.record_id = p.record_id
                          left join sync_error e on e.company_id = p.company_id and e.type = p.type
                                and e.record_id = p.record_id
                          left join lateral (
                               select x.type, x.record_id, x.name from record x
                                where p.state = 'waiting-on-parent' and x.company_id = p.company_id
                                  and x.type = p.waits_on_type and x.record_id = p.waits_on_id
                                union all
                               (select x.type, x.record_id, x.name
                                  from record_reference rr
                                  join pending_sync pp on pp.company_id = rr.company_id and pp.type = rr.parent_type
                                       and pp.record_id = rr.parent_id and pp.state = 'waiting'
                                  join record x on x.company_id = pp.company_id and x.type = pp.type
                                       and x.record_id = pp.record_id
                                 where p.state = 'waiting' and rr.company_id = p.company_id and rr.type = p.type
                                   and rr.record_id = p.record_id
                                 order by pp.rank, pp.place limit 1)) parent on true
                        %s
            """;

    /** @param most of each state */
    List<PendingView.Line> lines(CompanyId company, int most) {
        return jdbc.sql(LINES.formatted(Subtitle.TEXT, """
                        select x.* from unnest(array['waiting', 'in-flight', 'awaiting-approval', 'in-doubt']) as s(state)
                         cross join lateral (select * from pending_sync x
                               where x.company_id = :company and x.state = s.state and x.first_link is not true
                               order by x.rank, x.place limit :most) x
                        """, Subtitle.JOIN) + " order by p.rank, p.place")
                .param("company", company.value())
                .param("most", most)
                .query(JdbcPendingLines::line)
                .list();
    }

    /** All of a company by type and id, but for those that an error holds. @param after where the last piece ended */
    List<PendingView.Line> piece(CompanyId company, RecordKey after, int most) {
        return jdbc.sql(LINES.formatted(Subtitle.TEXT, """
                        select * from pending_sync x
                         where x.company_id = :company and (x.type, x.record_id) > (:type, :record) and x.state <> 'held'
                         order by x.type, x.record_id limit :most
                        """, Subtitle.JOIN) + " order by p.type, p.record_id")
                .param("company", company.value())
                .param("type", after.type())
                .param("record", after.id())
                .param("most", most)
                .query(JdbcPendingLines::line)
                .list();
    }

    private static PendingView.Line line(ResultSet row, int n) throws SQLException {
        String parent = row.getString("parent_type");
        return new PendingView.Line(
                new RecordKey(row.getString("type"), row.getString("record_id")),
                row.getString("name"),
                row.getString("subtitle"),
                row.getBoolean("first_link") ? "first-link" : row.getString("state"),
                row.getString("verb"),
                row.getString("code") == null ? row.getInt("tries") : row.getInt("error_tries"),
                row.getString("code"),
                row.getObject("error", Long.class),
                JdbcErrorRows.instant(row.getTimestamp("next_try")),
                parent == null ? null : new RecordKey(parent, row.getString("parent_id")),
                parent == null ? "" : row.getString("parent_name"),
                row.getTimestamp("queued_at").toInstant());
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
