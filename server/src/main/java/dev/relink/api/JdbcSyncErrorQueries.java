package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.web.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why records are held, with what is needed to tell it in words. */
@Repository
class JdbcSyncErrorQueries {

    private static final String SELECT = """
            select e.*, r.name, r.snapshot ->> 'number' as number, p.next_try, b.quickbooks_id, c.name as company_name,
                   c.company_file,
                   (select count(*) from pending_sync w
                     where w.company_id = e.company_id and w.state = 'waiting-on-parent'
                       and w.waits_on_type = e.type and w.waits_on_id = e.record_id) as blocks
            """;

    private static final String FROM = """
              from sync_error e
              join company c on c.company_id = e.company_id
              join record r on r.company_id = e.company_id and r.type = e.type and r.record_id = e.record_id
              join pending_sync p on p.company_id = e.company_id and p.type = e.type and p.record_id = e.record_id
              left join binding b on b.company_id = e.company_id and b.type = e.type and b.record_id = e.record_id
             where e.company_id = :company
            """;

    private static final String FILTER = """
               and (:code::text is null or e.code = :code) and (:type::text is null or e.type = :type)
               and (:family::text is null or e.family = :family) and (:repair::text is null or :repair = any(e.repairs))
               and (:q::text is null or r.name ilike :q or r.record_id ilike :q or e.message ilike :q)
            """;

    private final JdbcClient jdbc;

    JdbcSyncErrorQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Filter(
            @Nullable String code,
            @Nullable String type,
            @Nullable String family,
            @Nullable String repair,
            @Nullable String q) {}

    /**
     * One row.
     *
     * @param number of a transaction
     * @param quickbooksId the binding's, where there is one
     * @param blocks how many records wait on this one
     * @param found what a look-up found, as JSON
     */
    record Listed(
            long id,
            RecordKey key,
            String recordName,
            @Nullable String number,
            String code,
            String message,
            String verb,
            String family,
            String state,
            List<String> repairs,
            int tries,
            Instant firstSeen,
            Instant lastSeen,
            String lastSeenExactly,
            @Nullable Instant nextTry,
            boolean foreseen,
            long blocks,
            @Nullable String quickbooksId,
            String companyName,
            String companyFile,
            @Nullable String messageSetId,
            @Nullable String requestId,
            @Nullable String found) {}

    Page<Listed> list(CompanyId company, Filter filter, Slice slice) {
        @Nullable String[] after = slice.place(2);
        List<Listed> rows = filtered(SELECT + FROM + FILTER + """
                         and (:seen::timestamptz is null or (e.last_seen, e.id) < (:seen, :id))
                       order by e.last_seen desc, e.id desc limit :rows
                      """, company, filter)
                .param("seen", after[0] == null ? null : Slice.parseTime(after[0]))
                .param("id", after[1] == null ? 0L : Slice.parseLong(after[1]))
                .param("rows", slice.rows())
                .query((row, _) -> listed(row))
                .list();
        long total = filtered("select count(*)" + FROM + FILTER, company, filter)
                .query(Long.class)
                .single();
        return Page.of(rows, slice, total, row -> List.of(row.lastSeenExactly(), row.id()));
    }

    Optional<Listed> find(CompanyId company, long id) {
        return jdbc.sql(SELECT + FROM + " and e.id = :id")
                .param("company", company.value())
                .param("id", id)
                .query((row, _) -> listed(row))
                .optional();
    }

    Optional<Listed> of(CompanyId company, RecordKey key) {
        return jdbc.sql(SELECT + FROM + " and e.type = :type and e.record_id = :record")
                .param("company", company.value())
                .param("type", key.type())
                .param("record", key.id())
                .query((row, _) -> listed(row))
                .optional();
    }

    /** The records of these errors; those that are no longer there are missing. */
    Map<Long, RecordKey> keys(CompanyId company, Collection<Long> ids) {
        Map<Long, RecordKey> keys = new HashMap<>();
        jdbc.sql("select id, type, record_id from sync_error where company_id = :company and id = any(:ids)")
                .param("company", company.value())
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    keys.put(row.getLong("id"), new RecordKey(row.getString("type"), row.getString("record_id")));
                });
        return keys;
    }

    /** All that match, newest first. @throws Refused when they are more than {@code most} */
    List<Long> ids(CompanyId company, Filter filter, int most) {
        List<Long> ids = filtered(
                        "select e.id" + FROM + FILTER + " order by e.last_seen desc, e.id desc limit :rows",
                        company,
                        filter)
                .param("rows", most + 1)
                .query((row, _) -> row.getLong(1))
                .list();
        if (ids.size() > most) {
            throw Refused.badField(
                    "/filter", "The filter matches more than %d errors: narrow it and repeat.".formatted(most));
        }
        return ids;
    }

    private JdbcClient.StatementSpec filtered(String sql, CompanyId company, Filter filter) {
        return jdbc.sql(sql)
                .param("company", company.value())
                .param("code", filter.code())
                .param("type", filter.type())
                .param("family", filter.family())
                .param("repair", filter.repair())
                .param("q", Like.contains(filter.q()));
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getLong("id"),
                new RecordKey(row.getString("type"), row.getString("record_id")),
                row.getString("name"),
                row.getString("number"),
                row.getString("code"),
                row.getString("message"),
                row.getString("verb"),
                row.getString("family"),
                row.getString("state"),
                List.of((String[]) row.getArray("repairs").getArray()),
                row.getInt("tries"),
                JdbcCompanyQueries.timeOf(row, "first_seen"),
                JdbcCompanyQueries.timeOf(row, "last_seen"),
                row.getObject("last_seen", java.time.OffsetDateTime.class).toString(),
                JdbcCompanyQueries.time(row, "next_try"),
                row.getBoolean("foreseen"),
                row.getLong("blocks"),
                row.getString("quickbooks_id"),
                row.getString("company_name"),
                row.getString("company_file"),
                row.getString("message_set_id"),
                row.getString("request_id"),
                row.getString("found"));
    }
}
