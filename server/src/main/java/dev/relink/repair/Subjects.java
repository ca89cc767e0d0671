package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.QuickBooks;
import dev.relink.entity.RecordKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads records for a repair, and locks their company, so that of two people pressing at once one wins. Each {@code offset 0}
 * keeps it at one look into a primary key per record, however many there are.
 */
@Repository
class Subjects {

    private final JdbcClient jdbc;

    Subjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records as they are; they may be others a moment later. */
    List<Subject> of(CompanyId company, Collection<RecordKey> keys) {
        return jdbc.sql("""
                        select (select quickbooks from company where company_id = :company) as quickbooks,
                               r.type, r.record_id, r.name, p.state, e.code, coalesce(e.repairs, '{}') as repairs,
                               b.quickbooks_id, b.gone_at is not null or q.gone_at is not null as dead,
                               b.unproven_since is not null as unproven,
                               coalesce(q.gone_at is null and q.read_at > e.last_seen and b.unproven_since is null, false)
                                   as answered_since,
                               q.facts is not null as read,
                               (select count(*) from pending_sync w where w.company_id = r.company_id
                                   and w.state = 'waiting-on-parent' and w.waits_on_type = r.type
                                   and w.waits_on_id = r.record_id) as waiting,
                               (select x.name || ' (' || pe.code || ')'
                                  from (select * from record_reference y where y.company_id = :company
                                           and y.type = r.type and y.record_id = r.record_id offset 0) rr
                                 cross join lateral (select y.state from pending_sync y where y.company_id = :company
                                           and y.type = rr.parent_type and y.record_id = rr.parent_id offset 0) pp
                                 cross join lateral (select y.code, y.repairs from sync_error y
                                         where y.company_id = :company and y.type = rr.parent_type
                                           and y.record_id = rr.parent_id offset 0) pe
                                 cross join lateral (select y.name from record y where y.company_id = :company
                                           and y.type = rr.parent_type and y.record_id = rr.parent_id offset 0) x
                                 where pp.state = 'held' and not 'send-again' = any(pe.repairs)
                                 order by rr.parent_type, rr.parent_id limit 1) as stuck_parent
                          from unnest(:types::text[], :ids::text[]) with ordinality as u(type, id, place)
                         cross join lateral (select * from record x where x.company_id = :company and x.type = u.type
                                                and x.record_id = u.id offset 0) r
                          left join lateral (select * from pending_sync x where x.company_id = :company
                                                and x.type = u.type and x.record_id = u.id offset 0) p on true
                          left join lateral (select * from sync_error x where x.company_id = :company
                                                and x.type = u.type and x.record_id = u.id offset 0) e on true
                          left join lateral (select * from binding x where x.company_id = :company
                                                and x.type = u.type and x.record_id = u.id offset 0) b on true
                          left join lateral (select * from quickbooks_entry x where x.company_id = :company
                                                and x.list = u.type and x.quickbooks_id = b.quickbooks_id offset 0) q on true
                         order by u.place
                        """)
                .param("company", company.value())
                .param("types", types(keys))
                .param("ids", ids(keys))
                .query(Subjects::subject)
                .list();
    }

    /**
     * One repair of a company at a time, and no turn of its cycle nor any intake meanwhile: what is judged to lie still must
     * not have left for QuickBooks when the repair is written down.
     */
    void lock(CompanyId company) {
        var unused = jdbc.sql("select epoch from lease where company_id = :company for update")
                .param("company", company.value())
                .query(Long.class)
                .optional();
    }

    private static Subject subject(ResultSet row, int n) throws SQLException {
        Array repairs = row.getArray("repairs");
        String type = row.getString("type");
        return new Subject(
                new RecordKey(type, row.getString("record_id")),
                row.getString("name"),
                row.getString("state"),
                row.getString("code"),
                List.of((String[]) repairs.getArray()),
                row.getString("quickbooks_id"),
                row.getBoolean("dead"),
                row.getBoolean("unproven"),
                row.getBoolean("answered_since"),
                row.getBoolean("read"),
                row.getInt("waiting"),
                row.getString("stuck_parent"),
                (short) EntityTypes.require(type).rank(),
                QuickBooks.of(row.getString("quickbooks")),
                null);
    }

    static String[] types(Collection<RecordKey> keys) {
        return keys.stream().map(RecordKey::type).toArray(String[]::new);
    }

    static String[] ids(Collection<RecordKey> keys) {
        return keys.stream().map(RecordKey::id).toArray(String[]::new);
    }
}
