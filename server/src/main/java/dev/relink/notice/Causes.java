package dev.relink.notice;

import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.company.CompanyId;
import dev.relink.connector.StatusCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why records of a company are held: which causes are new, and which are gone. */
@Repository
class Causes {

    /** Steps along the index from facet to facet: a million errors of ten causes cost a few dozen steps. */
    private static final String FACETS = """
            with recursive f as (
              (select e.state, e.facet, e.code, e.variant, e.message from sync_error e where e.company_id = :company
                order by e.state, e.facet limit 1)
              union all
              select n.* from f cross join lateral
                (select e.state, e.facet, e.code, e.variant, e.message from sync_error e
                  where e.company_id = :company and (e.state, e.facet) > (f.state, f.facet)
                  order by e.state, e.facet limit 1) n
            )
            """;

    private static final String NEW = FACETS + """
            select f.code, f.variant, min(f.message) as message from f
             where f.state = 'open'
               and not exists (select from notice_cause k where k.company_id = :company and k.code = f.code
                                  and k.variant = f.variant)
             group by f.code, f.variant order by f.code, f.variant
            """;

    private static final String OF_CAUSE = """
             from f join sync_error e on e.company_id = :company and e.state = f.state and e.facet = f.facet
            """;

    private final JdbcClient jdbc;
    private final Decoder decoder;

    Causes(JdbcClient jdbc, Decoder decoder) {
        this.jdbc = jdbc;
        this.decoder = decoder;
    }

    record Named(String code, String variant, String title) {}

    /** Those that a person must answer and that were not there at the last look; remembers them. */
    List<Named> learn(CompanyId company, Instant at) {
        List<Named> fresh = jdbc.sql(NEW)
                .param("company", company.value())
                .query((row, n) -> named(row.getString("code"), row.getString("variant"), row.getString("message")))
                .list();
        fresh.forEach(cause -> remember(company, cause, at));
        return fresh;
    }

    private Named named(String code, String variant, String message) {
        return new Named(
                code,
                variant,
                decoder.decode(StatusCode.parse(code), message, Operation.MOD).name());
    }

    private void remember(CompanyId company, Named cause, Instant at) {
        jdbc.sql("""
                        insert into notice_cause (company_id, code, variant, title, since)
                        values (:company, :code, :variant, :title, :at) on conflict do nothing
                        """)
                .param("company", company.value())
                .param("code", cause.code)
                .param("variant", cause.variant)
                .param("title", cause.title)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of which no error is left, not even one that is being tried again; forgets them. */
    List<Named> forget(CompanyId company) {
        return jdbc.sql(FACETS + """
                        delete from notice_cause k
                         where k.company_id = :company
                           and not exists (select from f where f.code = k.code and f.variant = k.variant)
                        returning k.code, k.variant, k.title
                        """)
                .param("company", company.value())
                .query((row, n) -> new Named(row.getString("code"), row.getString("variant"), row.getString("title")))
                .list();
    }

    /** @param records how many are held now @param examples names of a few of them */
    record Extent(long records, List<String> examples) {}

    Extent extent(CompanyId company, String code, String variant) {
        long records = jdbc.sql(
                        FACETS + "select count(*)" + OF_CAUSE + " where f.code = :code and f.variant = :variant")
                .param("company", company.value())
                .param("code", code)
                .param("variant", variant)
                .query(Long.class)
                .single();
        List<String> examples = jdbc.sql(FACETS + "select r.name" + OF_CAUSE + """
                          join record r on r.company_id = :company and r.type = e.type and r.record_id = e.record_id
                         where f.code = :code and f.variant = :variant limit 3
                        """)
                .param("company", company.value())
                .param("code", code)
                .param("variant", variant)
                .query((row, n) -> row.getString(1))
                .list();
        return new Extent(records, examples);
    }
}
