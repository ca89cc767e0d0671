package dev.relink.admin;

import dev.relink.company.CompanyId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What QuickBooks has under names like a record's, as last read. */
@Repository
class JdbcNamesakes {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    JdbcNamesakes(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
