package dev.relink.cycle;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The snapshots that QuickBooks last took from us. */
@Repository
class SentBefore {

    private final JdbcClient jdbc;

    SentBefore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<RecordKey, String> of(CompanyId company, Collection<RecordKey> keys) {
        var snapshots = new HashMap<RecordKey, String>();
        jdbc.sql("""
                        select type, record_id, synced from binding
                         where company_id = :company and synced is not null
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .query(row -> {
                    snapshots.put(
                            new RecordKey(row.getString("type"), row.getString("record_id")), row.getString("synced"));
                });
        return snapshots;
    }
}
