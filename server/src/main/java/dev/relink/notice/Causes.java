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

    /** Steps along the index from cause to cause: a million errors of ten causes cost ten steps. */
    private static final String STANDING = """
            with recursive cause as (
              (select e.code, e.variant from sync_error e where e.company_id = :company
                order by e.code, e.variant limit 1)
              union all
              select n.code, n.variant from cause c cross join lateral
                (select e.code, e.variant from sync_error e
                  where e.company_id = :company and (e.code, e.variant) > (c.code, c.variant)
                  order by e.code, e.variant limit 1) n
            )
            select c.code, c.variant, s.message from cause c cross join lateral
              (select e.message from sync_error e where e.company_id = :company and e.code = c.code
                  and e.variant = c.variant and e.state = 'open' limit 1) s
             where not exists (select from notice_cause k where k.company_id = :company and k.code = c.code
                                  and k.variant = c.variant)
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
        List<Named> fresh = jdbc.sql(STANDING)
                .param("company", company.value())
                .query((row, n) -> named(row.getString("code"), row.getString("variant"), row.getString("message")))
                .list();
        fresh.forEach(cause -> remember(company, cause, at));
        return fresh;
    }

    private Named named(String code, String variant, String message) {
        return new Named(
                code, variant, decoder.decode(StatusCode.parse(code), message, Operation.MOD).name());
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
        return jdbc.sql("""
                        delete from notice_cause k
                         where k.company_id = :company
                           and not exists (select from sync_error e where e.company_id = :company and e.code = k.code
                                              and e.variant = k.variant)
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
                        "select count(*) from sync_error where company_id = :company and code = :code and variant = :variant")
                .param("company", company.value())
                .param("code", code)
                .param("variant", variant)
                .query(Long.class)
                .single();
        List<String> examples = jdbc.sql("""
                        select r.name from sync_error e join record r using (company_id, type, record_id)
                         where e.company_id = :company and e.code = :code and e.variant = :variant limit 3
                        """)
                .param("company", company.value())
                .param("code", code)
                .param("variant", variant)
                .query(String.class)
                .list();
        return new Extent(records, examples);
    }
}
