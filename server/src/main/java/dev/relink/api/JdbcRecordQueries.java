package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.web.Refused;
import dev.relink.tally.Tallies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records as the app gave them, with where they stand. */
@Repository
class JdbcRecordQueries {

    static final Set<String> STATES = Set.of("pending", "synced", "held", "in-doubt", "skipped", "not-sent", "deleted");

    /** One word for where a record stands; the same everywhere. */
    private static final String STATE = """
            case when p.state in ('held', 'in-doubt') then p.state
                 when p.state is not null then 'pending'
                 when r.skipped is not null then 'skipped'
                 when r.deleted then 'deleted'
                 when b.record_id is not null and b.gone_at is null then 'synced'
                 else 'not-sent' end""";

    private static final String FROM = """
             from record r
             left join pending_sync p on p.company_id = r.company_id and p.type = r.type and p.record_id = r.record_id
             left join binding b on b.company_id = r.company_id and b.type = r.type and b.record_id = r.record_id
            """;

    private static final String FILTER = """
             where r.company_id = :company
               and (:type::text is null or r.type = :type)
               and (:q::text is null or r.name ilike :q or r.record_id ilike :q)
               and (:state::text is null or :state = """ + STATE + ")";

    private final JdbcClient jdbc;
    private final Tallies tallies;

    JdbcRecordQueries(JdbcClient jdbc, Tallies tallies) {
        this.jdbc = jdbc;
        this.tallies = tallies;
    }

    record Filter(
            @Nullable String type,
            @Nullable String state,
            @Nullable String q) {
        Filter {
            if (state != null && !STATES.contains(state)) {
                throw Refused.badRequest("state is \"%s\"; known are %s."
                        .formatted(
                                state,
                                String.join(", ", STATES.stream().sorted().toList())));
            }
        }
    }

    record Listed(
            String type,
            String id,
            String name,
            String summary,
            String state,
            long version,
            boolean deleted,
            Instant receivedAt,
            @Nullable String quickbooksId) {}

    Page<Listed> list(CompanyId company, Filter filter, Slice slice) {
        @Nullable String[] after = slice.place(2);
        List<Listed> rows = filtered(
                        "select r.type, r.record_id, r.name, r.summary, " + STATE
                                + " as state, r.version, r.deleted, r.received_at, b.quickbooks_id" + FROM + FILTER
                                + """
                         and (:afterType::text is null or (r.type, r.record_id) > (:afterType, :afterId))
                       order by r.type, r.record_id limit :rows
                      """,
                        company,
                        filter)
                .param("afterType", after[0])
                .param("afterId", after[1])
                .param("rows", slice.rows())
                .query((row, _) -> listed(row))
                .list();
        long total = filter.q() == null && filter.state() == null
                ? tallies.of(company).of("record", filter.type(), null)
                : filtered("select count(*)" + FROM + FILTER, company, filter)
                        .query(Long.class)
                        .single();
        return Page.of(rows, slice, total, row -> List.of(row.type(), row.id()));
    }

    private JdbcClient.StatementSpec filtered(String sql, CompanyId company, Filter filter) {
        return jdbc.sql(sql)
                .param("company", company.value())
                .param("type", filter.type())
                .param("state", filter.state())
                .param("q", Like.contains(filter.q()));
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getString("type"),
                row.getString("record_id"),
                row.getString("name"),
                row.getString("summary"),
                row.getString("state"),
                row.getLong("version"),
                row.getBoolean("deleted"),
                JdbcCompanyQueries.timeOf(row, "received_at"),
                row.getString("quickbooks_id"));
    }

    record Stored(
            String name,
            String summary,
            String snapshot,
            String state,
            long version,
            boolean deleted,
            @Nullable String skipped,
            Instant receivedAt) {}

    Optional<Stored> find(CompanyId company, RecordKey key) {
        return jdbc.sql("select r.name, r.summary, r.snapshot, " + STATE
                        + " as state, r.version, r.deleted, r.skipped, r.received_at" + FROM
                        + " where r.company_id = :company and r.type = :type and r.record_id = :id")
                .param("company", company.value())
                .param("type", key.type())
                .param("id", key.id())
                .query((row, _) -> new Stored(
                        row.getString("name"),
                        row.getString("summary"),
                        row.getString("snapshot"),
                        row.getString("state"),
                        row.getLong("version"),
                        row.getBoolean("deleted"),
                        row.getString("skipped"),
                        JdbcCompanyQueries.timeOf(row, "received_at")))
                .optional();
    }
}
