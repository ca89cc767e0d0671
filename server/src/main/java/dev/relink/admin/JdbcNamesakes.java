package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What QuickBooks has under the names of records, as last read, and what no record is bound to. */
@Repository
class JdbcNamesakes {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    JdbcNamesakes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each record that has exactly one. */
    Map<RecordKey, Judged.Namesake> of(CompanyId company, Collection<RecordKey> keys) {
        Map<RecordKey, Judged.Namesake> namesakes = new HashMap<>();
        jdbc.sql("""
                        select r.type, r.record_id, min(q.quickbooks_id) as id, min(q.full_name) as name
                          from unnest(:types::text[], :ids::text[]) as u(type, id)
                          join record r on r.company_id = :company and r.type = u.type and r.record_id = u.id
                          join quickbooks_entry q on q.company_id = r.company_id and q.list = r.type
                               and lower(q.full_name) = lower(r.name) and q.gone_at is null
                          left join binding b on b.company_id = q.company_id and b.type = q.list
                               and b.quickbooks_id = q.quickbooks_id
                         where b.record_id is null
                         group by r.type, r.record_id having count(*) = 1
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .query(row -> {
                    namesakes.put(
                            new RecordKey(row.getString("type"), row.getString("record_id")),
                            new Judged.Namesake(row.getString("id"), row.getString("name")));
                });
        return namesakes;
    }

    /** Entries of a list whose names hold the text, those of the same name first. */
    List<RepairSheet.Candidate> like(CompanyId company, String list, String name) {
        String firstWord = name.split("[\\s,]+", 2)[0];
        return jdbc.sql("""
                        select q.quickbooks_id, q.full_name, q.active, o.name as owner
                          from quickbooks_entry q
                          left join binding b on b.company_id = q.company_id and b.type = q.list
                               and b.quickbooks_id = q.quickbooks_id
                          left join record o on o.company_id = b.company_id and o.type = b.type
                               and o.record_id = b.record_id
                         where q.company_id = :company and q.list = :list and q.gone_at is null
                           and (lower(q.full_name) = lower(:name) or q.full_name ilike :like)
                         order by lower(q.full_name) <> lower(:name), b.record_id is not null, lower(q.full_name)
                         limit :most
                        """)
                .param("company", company.value())
                .param("list", list)
                .param("name", name)
                .param("like", Queries.anywhere(firstWord))
                .param("most", MOST)
                .query((row, n) -> new RepairSheet.Candidate(
                        row.getString("quickbooks_id"),
                        row.getString("full_name"),
                        row.getString("owner") != null
                                ? "linked to " + row.getString("owner") + " already"
                                : row.getBoolean("active") ? "linked to nothing" : "inactive, linked to nothing"))
                .list();
    }
}
