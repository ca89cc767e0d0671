package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.pending.ParentTrouble;
import dev.relink.platform.web.Refused;
import dev.relink.tally.Tallies;
import dev.relink.tally.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue as a list. */
@Repository
class JdbcPendingSyncQueries {

    static final List<String> STATES =
            List.of("waiting", "awaiting-approval", "waiting-on-parent", "in-flight", "in-doubt", "held");

    private static final String SELECT = """
            select p.*, r.name, r.summary, w.name as waits_on_name, w.deleted as parent_deleted,
                   w.skipped as parent_skipped, pp.state as parent_state, pe.code as parent_code
              from pending_sync p
              join record r on r.company_id = p.company_id and r.type = p.type and r.record_id = p.record_id
              left join record w on w.company_id = p.company_id and w.type = p.waits_on_type and w.record_id = p.waits_on_id
              left join pending_sync pp on pp.company_id = p.company_id and pp.type = p.waits_on_type
                    and pp.record_id = p.waits_on_id
              left join sync_error pe on pe.company_id = p.company_id and pe.type = p.waits_on_type
                    and pe.record_id = p.waits_on_id
             where p.company_id = :company
            """;

    private static final String FILTER = """
               and (:type::text is null or p.type = :type) and (:state::text is null or p.state = :state)
            """;

    private final JdbcClient jdbc;
    private final Tallies tallies;

    JdbcPendingSyncQueries(JdbcClient jdbc, Tallies tallies) {
        this.jdbc = jdbc;
        this.tallies = tallies;
    }

    record Filter(@Nullable String type, @Nullable String state) {
        Filter {
            if (state != null && !STATES.contains(state)) {
                throw Refused.badRequest("state is \"%s\"; known are %s.".formatted(state, String.join(", ", STATES)));
            }
        }
    }

    /**
     * One row.
     *
     * @param place in the order of sending, among those of the same rank
     * @param waitsOn the parent that must be synced before
     */
    record Listed(
            String type,
            String recordId,
            String recordName,
            String summary,
            String operation,
            String mode,
            String state,
            long place,
            Instant queuedAt,
            int tries,
            @Nullable Instant nextTry,
            @Nullable WaitsOn waitsOn) {}

    /**
     * A parent.
     *
     * @param recordName null when the app never sent that record
     * @param trouble why it does not go by itself, and what to do about it; null when it goes
     */
    record WaitsOn(
            String type,
            String recordId,
            @Nullable String recordName,
            @Nullable String trouble) {}

    Page<Listed> list(CompanyId company, Filter filter, Slice slice) {
        List<Listed> rows = filtered(
                        SELECT + FILTER
                                + " and (:after::bigint is null or p.place > :after) order by p.place limit :rows",
                        company,
                        filter)
                .param("after", slice.number())
                .param("rows", slice.rows())
                .query((row, _) -> listed(row))
                .list();
        Tally tally = tallies.of(company);
        long total = tally.of("pending", filter.type(), filter.state());
        if ("awaiting-approval".equals(filter.state())) {
            total += tally.of("pending", filter.type(), "first-link");
        }
        return Page.of(rows, slice, total, row -> List.of(row.place()));
    }

    Optional<Listed> find(CompanyId company, RecordKey key) {
        return jdbc.sql(SELECT + " and p.type = :type and p.record_id = :id")
                .param("company", company.value())
                .param("type", key.type())
                .param("id", key.id())
                .query((row, _) -> listed(row))
                .optional();
    }

    private JdbcClient.StatementSpec filtered(String sql, CompanyId company, Filter filter) {
        return jdbc.sql(sql)
                .param("company", company.value())
                .param("type", filter.type())
                .param("state", filter.state());
    }

    private static Listed listed(ResultSet row) throws SQLException {
        String waitsOn = row.getString("waits_on_id");
        return new Listed(
                row.getString("type"),
                row.getString("record_id"),
                row.getString("name"),
                row.getString("summary"),
                row.getString("operation"),
                row.getString("mode"),
                row.getString("state"),
                row.getLong("place"),
                JdbcCompanyQueries.timeOf(row, "queued_at"),
                row.getInt("tries"),
                JdbcCompanyQueries.time(row, "next_try"),
                waitsOn == null
                        ? null
                        : new WaitsOn(
                                row.getString("waits_on_type"),
                                waitsOn,
                                row.getString("waits_on_name"),
                                ParentTrouble.of(row)));
    }
}
