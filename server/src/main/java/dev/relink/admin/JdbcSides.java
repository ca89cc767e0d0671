package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.QuickBooks;
import dev.relink.entity.RecordKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What QuickBooks has, or last had, of one record; and what the record refers to. */
@Repository
class JdbcSides {

    private final JdbcClient jdbc;

    JdbcSides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param twin the ID of what looks like it; null = what the record is linked to */
    Optional<Sides.There> there(CompanyId company, RecordKey key, @Nullable String twin) {
        return jdbc.sql("""
                        select q.quickbooks_id, q.full_name, q.read_at, q.facts,
                               (select c.quickbooks from company c where c.company_id = :company) as quickbooks
                          from quickbooks_entry q
                         where q.company_id = :company and q.list = :type and q.facts is not null
                           and q.quickbooks_id = coalesce(:twin, (select b.quickbooks_id from binding b
                                                                   where b.company_id = :company and b.type = :type
                                                                     and b.record_id = :record))
                        """)
                .param("company", company.value())
                .param("type", key.type())
                .param("record", key.id())
                .param("twin", twin)
                .query((row, n) -> new Sides.There(
                        row.getString("quickbooks_id"),
                        row.getString("full_name"),
                        row.getTimestamp("read_at").toInstant(),
                        QuickBooks.of(row.getString("quickbooks")),
                        twin != null,
                        row.getString("facts")))
                .optional();
    }

    /** The records that it refers to, by name: its customer, its job, its items. */
    Map<RecordKey, String> parents(CompanyId company, RecordKey key) {
        Map<RecordKey, String> parents = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.type, r.record_id, r.name
                          from record_reference f
                          join record r on r.company_id = f.company_id and r.type = f.parent_type and r.record_id = f.parent_id
                         where f.company_id = :company and f.type = :type and f.record_id = :record
                         order by r.type, r.name limit 50
                        """)
                .param("company", company.value())
                .param("type", key.type())
                .param("record", key.id())
                .query(row -> {
                    parents.put(
                            new RecordKey(row.getString("type"), row.getString("record_id")), row.getString("name"));
                });
        return parents;
    }
}
