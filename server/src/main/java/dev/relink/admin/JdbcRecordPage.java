package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the app last told us of one record, and who waits on it. */
@Repository
class JdbcRecordPage {

    private final JdbcClient jdbc;

    JdbcRecordPage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String snapshot(CompanyId company, RecordKey key) {
        return jdbc.sql(
                        "select snapshot from record where company_id = :company and type = :type and record_id = :record")
                .param("company", company.value())
                .param("type", key.type())
                .param("record", key.id())
                .query(String.class)
                .single();
    }

    List<SyncErrorView.Waiting> waitingOn(CompanyId company, RecordKey key, int most) {
        return jdbc.sql("""
                        select p.type, p.record_id, r.name
                          from pending_sync p
                          join record r on r.company_id = p.company_id and r.type = p.type and r.record_id = p.record_id
                         where p.company_id = :company and p.state = 'waiting-on-parent'
                           and p.waits_on_type = :type and p.waits_on_id = :record
                         order by p.rank, p.place limit :most
                        """)
                .param("company", company.value())
                .param("type", key.type())
                .param("record", key.id())
                .param("most", most)
                .query((row, n) -> new SyncErrorView.Waiting(
                        row.getString("type"), row.getString("record_id"), row.getString("name")))
                .list();
    }
}
