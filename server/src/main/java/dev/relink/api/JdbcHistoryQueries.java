package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened, newest first. */
@Repository
class JdbcHistoryQueries {

    private static final String FILTER = """
             where h.company_id = :company and (:type::text is null or h.type = :type)
               and (:id::text is null or h.record_id = :id) and (:outcome::text is null or h.outcome = :outcome)
               and (:code::text is null or h.code = :code)
               and (:from::date is null or h.at >= :from::date::timestamp at time zone 'UTC')
               and (:to::date is null or h.at < (:to::date + 1)::timestamp at time zone 'UTC')
               and (:q::text is null or h.record_id ilike :q or h.message ilike :q or h.quickbooks_id ilike :q
                    or exists (select from record r where r.company_id = h.company_id and r.type = h.type
                                  and r.record_id = h.record_id and r.name ilike :q))
            """;

    private final JdbcClient jdbc;

    JdbcHistoryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param q in the record's name or id, the message or QuickBooks' id; days are of UTC, both included */
    record Filter(
            @Nullable String type,
            @Nullable String id,
            @Nullable String outcome,
            @Nullable String code,
            @Nullable String q,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * One line.
     *
     * @param actor who did it; null: Relink by itself
     * @param exchange where the raw request and its response can be read; null when nothing was sent
     */
    record Event(
            long id,
            Instant at,
            String type,
            String recordId,
            String outcome,
            @Nullable String actor,
            @Nullable String code,
            @Nullable String message,
            @Nullable String quickbooksId,
            @Nullable String exchange) {}

    Page<Event> list(CompanyId company, Filter filter, Slice slice) {
        List<Event> rows = filtered(
                        "select h.* from history h" + FILTER
                                + " and (:before::bigint is null or h.id < :before) order by h.id desc limit :rows",
                        company,
                        filter)
                .param("before", slice.number())
                .param("rows", slice.rows())
                .query((row, _) -> event(row))
                .list();
        long total = filtered("select count(*) from history h" + FILTER, company, filter)
                .query(Long.class)
                .single();
        return Page.of(rows, slice, total, row -> List.of(row.id()));
    }

    List<Event> last(CompanyId company, RecordKey key, int rows) {
        return jdbc.sql("""
                select * from history where company_id = :company and type = :type and record_id = :id
                 order by id desc limit :rows
                """)
                .param("company", company.value())
                .param("type", key.type())
                .param("id", key.id())
                .param("rows", rows)
                .query((row, _) -> event(row))
                .list();
    }

    private JdbcClient.StatementSpec filtered(String sql, CompanyId company, Filter filter) {
        return jdbc.sql(sql)
                .param("company", company.value())
                .param("type", filter.type())
                .param("id", filter.id())
                .param("outcome", filter.outcome())
                .param("code", filter.code())
                .param("q", Like.contains(filter.q()))
                .param("from", filter.from())
                .param("to", filter.to());
    }

    private static Event event(ResultSet row) throws SQLException {
        String set = row.getString("message_set_id");
        return new Event(
                row.getLong("id"),
                JdbcCompanyQueries.timeOf(row, "at"),
                row.getString("type"),
                row.getString("record_id"),
                row.getString("outcome"),
                filled(row, "actor"),
                filled(row, "code"),
                filled(row, "message"),
                filled(row, "quickbooks_id"),
                set == null
                        ? null
                        : "/api/v1/companies/%s/exchanges/%s/%s"
                                .formatted(row.getString("company_id"), set, row.getString("request_id")));
    }

    private static @Nullable String filled(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isEmpty() ? null : text;
    }
}
