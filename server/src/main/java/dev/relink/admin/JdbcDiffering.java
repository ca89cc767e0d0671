package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which fields the two sides of many records differ, as their conflicts told. */
@Repository
class JdbcDiffering {

    private final JdbcClient jdbc;

    JdbcDiffering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Top fields only, those in which most differ first; lines are left alone. */
    List<RepairSheet.Differing> of(CompanyId company, Collection<RecordKey> keys) {
        return jdbc.sql("""
                        select substr(d ->> 'pointer', 2) as field, count(distinct (e.type, e.record_id)) as records
                          from record_keys(:types::text[], :ids::text[]) u
                         cross join lateral (select * from sync_error x where x.company_id = :company and x.type = u.type
                                                and x.record_id = u.id offset 0) e
                         cross join lateral jsonb_array_elements(e.found) m
                         cross join lateral jsonb_array_elements(m -> 'differs') d
                         where d ->> 'pointer' !~ '^/.*/'
                         group by 1 order by 2 desc, 1
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .query((row, n) -> new RepairSheet.Differing(row.getString("field"), row.getLong("records")))
                .list();
    }
}
