package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
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

/** Records that are not in step: one statement per page, also with thousands of them. */
@Repository
class JdbcErrorRows {

    private static final String SELECTED = """
            select r.type, r.record_id, r.name, r.summary, r.skipped, coalesce(p.state, '') as state,
                   p.waits_on_type, p.waits_on_id, coalesce(w.name, p.waits_on_id) as waits_on_name,
                   e.id, e.code, e.variant, e.message, e.verb, e.repairs, e.tries, e.first_seen, e.last_seen, e.found,
                   b.quickbooks_id, b.gone_at, coalesce(k.blocks, 0) as blocks,
                   coalesce(q.gone_at is null and q.read_at > e.last_seen, false) as answered,
                   count(*) over () as matching,
                   count(*) over (partition by e.code, e.variant) as of_cause,
                   sum(coalesce(k.blocks, 0)) over (partition by e.code, e.variant) as blocked_by_cause,
                   row_number() over (partition by e.code, e.variant
                                      order by coalesce(k.blocks, 0) desc, e.last_seen desc, e.id) as n
              from record r
              left join pending_sync p on p.company_id = r.company_id and p.type = r.type and p.record_id = r.record_id
              left join sync_error e on e.company_id = r.company_id and e.type = r.type and e.record_id = r.record_id
              left join binding b on b.company_id = r.company_id and b.type = r.type and b.record_id = r.record_id
              left join record w on w.company_id = p.company_id and w.type = p.waits_on_type
                    and w.record_id = p.waits_on_id
              left join quickbooks_entry q on q.company_id = b.company_id and q.list = b.type
                    and q.quickbooks_id = b.quickbooks_id
              left join (select waits_on_type, waits_on_id, count(*) as blocks from pending_sync
                          where company_id = :company and state = 'waiting-on-parent'
                          group by waits_on_type, waits_on_id) k
                     on k.waits_on_type = r.type and k.waits_on_id = r.record_id
             where r.company_id = :company
            """;

    private static final String MATCHING = """
               and (:q = '' or r.name ilike :anywhere or r.summary ilike :anywhere or e.message ilike :anywhere
                    or r.record_id = :q)
               and (:type = '' or r.type = :type) and (:code = '' or e.code = :code)
               and (:cause = '' or e.code || ' ' || e.variant = :cause) and (:family = '' or e.family = :family)
               and (:repair = '' or :repair = any(e.repairs))
            """;

    private final JdbcClient jdbc;

    JdbcErrorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page; what blocks most comes first. @param few at most so many of one cause */
    List<ErrorRow> page(CompanyId company, ErrorFilter filter, int few, int size) {
        String order = switch (filter.by()) {
            case "record" -> "type, lower(name), record_id";
            case "age" -> "first_seen nulls last, type, record_id";
            default -> "blocked_by_cause desc, of_cause desc, code, variant, n, type, lower(name), record_id";
        };
        return matching(
                        company,
                        filter,
                        "where matching <= :size or n <= :few order by " + order + " limit :size offset :offset")
                .param("few", few)
                .param("size", size)
                .param("offset", (filter.page() - 1L) * size)
                .query(JdbcErrorRows::row)
                .list();
    }

    /** All of them, for a repair of “all that match”. */
    List<RecordKey> keys(CompanyId company, ErrorFilter filter) {
        return matching(company, filter, "order by type, record_id")
                .query((row, n) -> new RecordKey(row.getString("type"), row.getString("record_id")))
                .list();
    }

    Optional<ErrorRow> find(CompanyId company, long error) {
        return jdbc.sql(SELECTED + " and e.id = :error")
                .param("company", company.value())
                .param("error", error)
                .query(JdbcErrorRows::row)
                .optional();
    }

    /** Before and after it in the list by cause. */
    Optional<SyncErrorView.Neighbours> neighbours(CompanyId company, long error) {
        return jdbc.sql("""
                        select * from (
                          select id, lag(id) over w as previous, lead(id) over w as next, row_number() over w as place, matching
                            from (%s and %s) found
                          window w as (order by blocked_by_cause desc, of_cause desc, code, variant, n)) listed
                         where id = :error
                        """.formatted(SELECTED, ErrorTab.OPEN.condition()))
                .param("company", company.value())
                .param("error", error)
                .query((row, n) -> new SyncErrorView.Neighbours(
                        row.getObject("previous", Long.class),
                        row.getObject("next", Long.class),
                        row.getLong("place"),
                        row.getLong("matching")))
                .optional();
    }

    /** These, by type and name. */
    List<ErrorRow> of(CompanyId company, Collection<RecordKey> keys) {
        return jdbc.sql(SELECTED + """
                           and (r.type, r.record_id) in (select * from unnest(:types::text[], :ids::text[]))
                         order by r.type, lower(r.name), r.record_id
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .query(JdbcErrorRows::row)
                .list();
    }

    private JdbcClient.StatementSpec matching(CompanyId company, ErrorFilter filter, String rest) {
        return jdbc.sql("select * from (" + SELECTED + " and " + filter.tab().condition() + MATCHING + ") found "
                        + rest)
                .param("company", company.value())
                .param("q", filter.q())
                .param("anywhere", Queries.anywhere(filter.q()))
                .param("type", filter.type())
                .param("code", filter.code())
                .param("cause", filter.cause())
                .param("family", filter.family())
                .param("repair", filter.repair());
    }

    private static ErrorRow row(ResultSet row, int n) throws SQLException {
        String parent = row.getString("waits_on_type");
        return new ErrorRow(
                new RecordKey(row.getString("type"), row.getString("record_id")),
                row.getString("name"),
                row.getString("summary"),
                row.getString("state"),
                row.getString("skipped"),
                parent == null
                        ? null
                        : new ErrorRow.Parent(
                                new RecordKey(parent, row.getString("waits_on_id")), row.getString("waits_on_name")),
                row.getString("code") == null ? null : failure(row),
                row.getString("quickbooks_id"),
                row.getBoolean("answered"),
                instant(row.getTimestamp("gone_at")),
                row.getLong("blocks"),
                new ErrorRow.Place(row.getLong("matching"), row.getLong("of_cause"), row.getLong("blocked_by_cause")));
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
                row.getString("found"));
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
