package dev.relink.admin;

import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.company.CompanyId;
import dev.relink.connector.StatusCode;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why records of a company are held: what holds back most comes first. */
@Repository
class JdbcCauses {

    private final JdbcClient jdbc;
    private final Decoder decoder;

    JdbcCauses(JdbcClient jdbc, Decoder decoder) {
        this.jdbc = jdbc;
        this.decoder = decoder;
    }

    List<Cause> of(CompanyId company, ErrorTab tab) {
        return jdbc.sql("""
                        select e.code, e.variant, min(e.message) as message, count(*) as errors,
                               coalesce(sum(k.blocks), 0) as blocked
                          from sync_error e
                          join record r on r.company_id = e.company_id and r.type = e.type and r.record_id = e.record_id
                          join pending_sync p on p.company_id = e.company_id and p.type = e.type
                               and p.record_id = e.record_id
                          left join binding b on b.company_id = e.company_id and b.type = e.type
                               and b.record_id = e.record_id
                          left join (select waits_on_type, waits_on_id, count(*) as blocks from pending_sync
                                      where company_id = :company and state = 'waiting-on-parent'
                                      group by waits_on_type, waits_on_id) k
                                 on k.waits_on_type = e.type and k.waits_on_id = e.record_id
                         where e.company_id = :company and
                        """ + tab.condition() + """
                         group by e.code, e.variant
                         order by blocked desc, errors desc, e.code, e.variant
                        """)
                .param("company", company.value())
                .query((row, n) -> {
                    var failure = new ErrorRow.Failure(
                            0,
                            row.getString("code"),
                            row.getString("variant"),
                            row.getString("message"),
                            "",
                            List.of(),
                            0,
                            Instant.EPOCH,
                            Instant.EPOCH,
                            null);
                    var decoded = decoder.decode(StatusCode.parse(failure.code()), failure.message(), Operation.MOD);
                    return Cause.of(failure, decoded, row.getLong("errors"), row.getLong("blocked"));
                })
                .list();
    }
}
