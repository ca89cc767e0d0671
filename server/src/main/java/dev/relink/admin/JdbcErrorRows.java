package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.pending.ParentTrouble;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records that are not in step, as a page shows them: one statement for all of its rows. */
@Repository
class JdbcErrorRows {

    /** Each {@code offset 0} keeps it at one look into a primary key per row, whatever is known of the tables' sizes. */
    private static final String SELECTED =
            """
            select r.type, r.record_id, r.name, {subtitle} as subtitle, r.skipped, coalesce(p.state, '') as state,
                   p.waits_on_type, p.waits_on_id, coalesce(w.name, p.waits_on_id) as waits_on_name,
                   w.deleted as parent_deleted, w.skipped as parent_skipped, wp.state as parent_state, we.code as parent_code,
                   e.id, e.code, e.variant, e.message, e.verb, e.repairs, e.tries, e.first_seen, e.last_seen, e.found, e.foreseen,
                   b.quickbooks_id, coalesce(b.gone_at, q.gone_at) as gone_at, q.deleted_at,
                   (select count(*) from pending_sync k where k.company_id = :company
                       and k.state = 'waiting-on-parent' and k.waits_on_type = r.type
                       and k.waits_on_id = r.record_id) as blocks,
                   coalesce(q.gone_at is null and q.read_at > e.last_seen and b.unproven_since is null, false) as answered
              from ({keys}) u
             cross join lateral (select * from record x where x.company_id = :company and x.type = u.type
                                    and x.record_id = u.record_id offset 0) r
              left join lateral (select * from pending_sync x where x.company_id = :company and x.type = u.type
                                    and x.record_id = u.record_id offset 0) p on true
              left join lateral (select * from sync_error x where x.company_id = :company and x.type = u.type
                                    and x.record_id = u.record_id offset 0) e on true
              left join lateral (select * from binding x where x.company_id = :company and x.type = u.type
                                    and x.record_id = u.record_id offset 0) b on true
              left join lateral (select * from record x where x.company_id = :company and x.type = p.waits_on_type
                                    and x.record_id = p.waits_on_id offset 0) w on true
              left join lateral (select * from pending_sync x where x.company_id = :company and x.type = p.waits_on_type
                                    and x.record_id = p.waits_on_id offset 0) wp on true
              left join lateral (select * from sync_error x where x.company_id = :company and x.type = p.waits_on_type
                                    and x.record_id = p.waits_on_id offset 0) we on true
              left join lateral (select * from quickbooks_entry x where x.company_id = :company and x.list = u.type
                                    and x.quickbooks_id = b.quickbooks_id offset 0) q on true
              left join lateral (select x.name from record x where x.company_id = :company and x.type = 'customer'
                                    and x.record_id = {whose} offset 0) whose on true
            """.replace("{subtitle}", Subtitle.TEXT).replace("{whose}", Subtitle.WHOSE);

    private static final String OF_ERRORS = """
            select k.type, k.record_id, i.place from unnest(:errors::bigint[]) with ordinality as i(id, place)
             cross join lateral (select x.type, x.record_id from sync_error x
                                  where x.company_id = :company and x.id = i.id offset 0) k
            """;

    private static final String OF_KEYS =
            "select * from unnest(:types::text[], :ids::text[]) with ordinality as k(type, record_id, place)";

    private final JdbcClient jdbc;

    JdbcErrorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ErrorRow> find(CompanyId company, long error) {
        return withIds(company, List.of(error)).stream().findFirst();
    }

    /** The errors with these ids, in their order. */
    List<ErrorRow> withIds(CompanyId company, List<Long> ids) {
        return jdbc.sql(SELECTED.replace("{keys}", OF_ERRORS) + " order by u.place")
                .param("company", company.value())
                .param("errors", ids.toArray(Long[]::new))
                .query(JdbcErrorRows::row)
                .list();
    }

    /** The records of these errors, in this order. */
    List<RecordKey> keys(CompanyId company, List<Long> ids) {
        return jdbc.sql(OF_ERRORS + " order by i.place")
                .param("company", company.value())
                .param("errors", ids.toArray(Long[]::new))
                .query((row, n) -> new RecordKey(row.getString(1), row.getString(2)))
                .list();
    }

    /** These, by type and name. */
    List<ErrorRow> of(CompanyId company, Collection<RecordKey> keys) {
        return keyed(company, keys, " order by r.type, lower(r.name), r.record_id");
    }

    /** These, in their order. */
    List<ErrorRow> inOrder(CompanyId company, List<RecordKey> keys) {
        return keyed(company, keys, " order by u.place");
    }

    private List<ErrorRow> keyed(CompanyId company, Collection<RecordKey> keys, String order) {
        return jdbc.sql(SELECTED.replace("{keys}", OF_KEYS) + order)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .query(JdbcErrorRows::row)
                .list();
    }

    private static ErrorRow row(ResultSet row, int n) throws SQLException {
        String parent = row.getString("waits_on_type");
        return new ErrorRow(
                new RecordKey(row.getString("type"), row.getString("record_id")),
                row.getString("name"),
                row.getString("subtitle"),
                row.getString("state"),
                row.getString("skipped"),
                parent == null
                        ? null
                        : new ErrorRow.Parent(
                                new RecordKey(parent, row.getString("waits_on_id")),
                                row.getString("waits_on_name"),
                                ParentTrouble.of(row)),
                row.getString("code") == null ? null : failure(row),
                row.getString("quickbooks_id"),
                row.getBoolean("answered"),
                instant(row.getTimestamp("gone_at")),
                instant(row.getTimestamp("deleted_at")),
                row.getLong("blocks"));
    }

    private static ErrorRow.Failure failure(ResultSet row) throws SQLException {
        return new ErrorRow.Failure(
                row.getLong("id"),
                row.getString("code"),
                row.getString("variant"),
                row.getString("message"),
                row.getString("verb"),
                List.of((String[]) row.getArray("repairs").getArray()),
                row.getInt("tries"),
                row.getTimestamp("first_seen").toInstant(),
                row.getTimestamp("last_seen").toInstant(),
                row.getString("found"),
                row.getBoolean("foreseen"));
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
