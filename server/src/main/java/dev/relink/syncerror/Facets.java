package dev.relink.syncerror;

import dev.relink.company.CompanyId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which combinations of what can be filtered a company's errors have: one look into an index for each. */
@Repository
class Facets {

    private final JdbcClient jdbc;

    Facets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Facet> of(CompanyId company, Wanted wanted) {
        return jdbc
                .sql("""
                        with recursive f as (
                          (select e.state, e.facet, e.type, e.code, e.variant, e.family, e.repairs from sync_error e
                            where e.company_id = :company order by e.state, e.facet limit 1)
                          union all
                          select n.* from f cross join lateral (
                            select e.state, e.facet, e.type, e.code, e.variant, e.family, e.repairs from sync_error e
                             where e.company_id = :company and (e.state, e.facet) > (f.state, f.facet)
                             order by e.state, e.facet limit 1) n)
                        select * from f
                        """)
                .param("company", company.value())
                .query((row, n) -> new Facet(
                        row.getLong("facet"),
                        row.getString("state"),
                        row.getString("type"),
                        row.getString("code"),
                        row.getString("variant"),
                        row.getString("family"),
                        List.of((String[]) row.getArray("repairs").getArray())))
                .list()
                .stream()
                .filter(wanted::takes)
                .toList();
    }
}
