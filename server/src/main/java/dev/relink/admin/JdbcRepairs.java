package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was pressed, for its undo. */
@Repository
class JdbcRepairs {

    private final JdbcClient jdbc;

    JdbcRepairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All repairs of the same press of a button, newest first: of Clear ID also its relinks. None when all are undone. */
    List<Long> pressedWith(CompanyId company, long repair) {
        return jdbc.sql("""
                        select b.id from repair a
                          join repair b on b.company_id = a.company_id and b.at = a.at and b.by = a.by
                         where a.company_id = :company and a.id = :repair and b.undone_at is null
                         order by b.id desc
                        """)
                .param("company", company.value())
                .param("repair", repair)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** The newest repair of a record that may still be undone; empty when something was sent since. */
    List<Long> undoable(CompanyId company, RecordKey key) {
        return jdbc.sql("""
                        select k.id from repair k
                         where k.company_id = :company and k.type = :type and k.record_id = :record
                           and k.undone_at is null
                           and not exists (select from attempt a where a.company_id = :company and a.type = :type
                                              and a.record_id = :record and a.sent_at >= k.at)
                           and not exists (select from history h where h.company_id = :company and h.type = :type
                                              and h.record_id = :record and h.at > k.at and h.actor = '')
                         order by k.id desc limit 1
                        """)
                .param("company", company.value())
                .param("type", key.type())
                .param("record", key.id())
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
