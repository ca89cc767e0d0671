package dev.relink.repair;

import dev.relink.company.CompanyId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How records stand, as a person reads it in the audit: before a repair, and after it. For undo the repair itself keeps all;
 * to write that twice took half of the time.
 */
@Repository
class Stands {

    /** What a repair has kept of a record. */
    private static final String KEPT = """
            jsonb_strip_nulls(jsonb_build_object(
                'state', k.before #> '{pending,state}', 'mode', k.before #> '{pending,mode}',
                'values', k.before #> '{pending,merged,values}', 'code', k.before #> '{error,code}',
                'message', k.before #> '{error,message}', 'quickbooksId', k.before #> '{binding,quickbooks_id}',
                'quickbooksName', k.before #> '{binding,full_name}', 'alias', k.before -> 'alias',
                'skipped', k.before -> 'skipped'))
            """;

    /** The same of the record as it is. */
    private static final String IS = """
            jsonb_strip_nulls(jsonb_build_object(
                'state', p.state, 'mode', p.mode, 'values', p.merged -> 'values', 'code', e.code, 'message', e.message,
                'quickbooksId', b.quickbooks_id, 'quickbooksName', b.full_name, 'alias', r.alias, 'skipped', r.skipped))
            """;

    /** One look into a primary key per table and record, whatever the statistics say. */
    private static final String OF_REPAIRS = """
              from unnest(:ids::bigint[]) u(id)
             cross join lateral (select * from repair x where x.company_id = :company and x.id = u.id offset 0) k
             cross join lateral (select * from record x where x.company_id = :company and x.type = k.type
                                    and x.record_id = k.record_id offset 0) r
              left join lateral (select * from pending_sync x where x.company_id = :company and x.type = k.type
                                    and x.record_id = k.record_id offset 0) p on true
              left join lateral (select * from sync_error x where x.company_id = :company and x.type = k.type
                                    and x.record_id = k.record_id offset 0) e on true
              left join lateral (select * from binding x where x.company_id = :company and x.type = k.type
                                    and x.record_id = k.record_id offset 0) b on true
            """;

    private final JdbcClient jdbc;

    Stands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After these repairs were done: as it was, and as it is. */
    void audit(CompanyId company, Collection<Long> repairs, Repairs.By by, Instant at) {
        write(company, repairs, by, at, "k.repair, k.type, k.record_id, " + KEPT + ", " + IS);
    }

    /** Before they are undone: as it is, and as it will be again. */
    void auditUndo(CompanyId company, Collection<Long> repairs, Repairs.By by, Instant at) {
        write(company, repairs, by, at, "'undo ' || k.repair, k.type, k.record_id, " + IS + ", " + KEPT);
    }

    /** All parts of a press are one act, of the time when it was pressed. */
    private void write(CompanyId company, Collection<Long> repairs, Repairs.By by, Instant at, String what) {
        int rows = jdbc.sql("insert into audit (company_id, at, actor, act, type, record_id, before, after)"
                        + " select :company, coalesce((select started_at from press where company_id = :company and id = :press),"
                        + " :at), :by, " + what + OF_REPAIRS)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .param("press", by.press(), Types.BIGINT)
                .param("ids", repairs.toArray(Long[]::new))
                .update();
        if (rows != repairs.size()) {
            throw new IllegalStateException(
                    "%d audit rows were written for %d repairs".formatted(rows, repairs.size()));
        }
    }
}
