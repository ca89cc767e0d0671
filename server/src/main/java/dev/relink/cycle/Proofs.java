package dev.relink.cycle;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Bindings that are not proven: in the company file that an administrator has confirmed, or since QuickBooks Online could not
 * tell all that was deleted.
 */
@Repository
class Proofs {

    private static final String SELECT = """
            select b.type, b.record_id, b.quickbooks_id, b.full_name,
                   exists (select from connection k where k.company_id = b.company_id
                              and b.unproven_since <= k.confirmed_at) as other_file
              from binding b
             where b.company_id = :company and b.unproven_since is not null and b.gone_at is null
            """;

    private final JdbcClient jdbc;

    Proofs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param fullName as QuickBooks told it last
     * @param inOtherFile an administrator has confirmed another file since, where its id may be that of something else
     */
    record Unproven(RecordKey key, String quickbooksId, String fullName, boolean inOtherFile) {}

    /** Those of records that are sent next, and of what these refer to. */
    List<Unproven> next(CompanyId company, long epoch, int limit) {
        return jdbc.sql(SELECT + """
                           and (exists (select from pending_sync p
                                         where p.company_id = b.company_id and p.type = b.type and p.record_id = b.record_id
                                           and p.state = 'waiting' and p.mode in ('send', 'read-again')
                                           and p.tried_epoch <> :epoch)
                             or exists (select from record_reference rr
                                          join pending_sync p on p.company_id = rr.company_id and p.type = rr.type
                                               and p.record_id = rr.record_id and p.state = 'waiting'
                                               and p.tried_epoch <> :epoch
                                         where rr.company_id = b.company_id and rr.parent_type = b.type
                                           and rr.parent_id = b.record_id))
                         order by b.type, b.record_id limit :limit
                        """)
                .param("company", company.value())
                .param("epoch", epoch)
                .param("limit", limit)
                .query(Proofs::unproven)
                .list();
    }

    List<Unproven> of(CompanyId company, Collection<RecordKey> keys) {
        return these(jdbc.sql(SELECT + """
                           and (b.type, b.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """), company, keys)
                .query(Proofs::unproven)
                .list();
    }

    private static Unproven unproven(ResultSet row, int n) throws SQLException {
        return new Unproven(
                new RecordKey(row.getString("type"), row.getString("record_id")),
                row.getString("quickbooks_id"),
                row.getString("full_name"),
                row.getBoolean("other_file"));
    }

    void proven(CompanyId company, Collection<RecordKey> keys) {
        these(jdbc.sql("""
                        update binding set unproven_since = null
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """), company, keys).update();
    }

    /** Nothing was learned of these: they, and what refers to them, are left for the next visit. */
    void leave(CompanyId company, Collection<RecordKey> keys, long epoch) {
        these(jdbc.sql("""
                        update pending_sync p set tried_epoch = :epoch
                         where p.company_id = :company and p.state = 'waiting'
                           and ((p.type, p.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                             or exists (select from record_reference rr
                                         where rr.company_id = p.company_id and rr.type = p.type
                                           and rr.record_id = p.record_id and (rr.parent_type, rr.parent_id)
                                               in (select * from record_keys(:types::text[], :ids::text[]))))
                        """).param("epoch", epoch), company, keys).update();
    }

    private static JdbcClient.StatementSpec these(
            JdbcClient.StatementSpec statement, CompanyId company, Collection<RecordKey> keys) {
        return statement
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new));
    }
}
