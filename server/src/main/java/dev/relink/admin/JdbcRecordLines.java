package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records with their state and their link. */
@Repository
class JdbcRecordLines {

    private static final String FROM = """
              from record r
              left join pending_sync p on p.company_id = r.company_id and p.type = r.type and p.record_id = r.record_id
              left join sync_error e on e.company_id = r.company_id and e.type = r.type and e.record_id = r.record_id
              left join binding b on b.company_id = r.company_id and b.type = r.type and b.record_id = r.record_id
            %s
             where r.company_id = :company
            """.formatted(Subtitle.JOIN);

    private static final String MATCHING = """
               and (:type = '' or r.type = :type)
               and (:q = '' or r.name ilike :anywhere or r.summary ilike :anywhere or whose.name ilike :anywhere or r.record_id = :q
                    or b.quickbooks_id = :q or b.full_name ilike :anywhere)
            """;

    /** The same decision as {@link RecordState#of}. */
    private static final String STATE = """
               and (:state = '' or :state = case when p.state is not null then p.state when r.deleted then 'deleted'
                                                 when r.skipped is not null then 'skipped'
                                                 when b.record_id is not null then 'in-step' else 'not-sent' end)
            """;

    private static final String LINK = """
               and b.record_id is not null
               and (:state = '' or (:state = 'gone') = (b.gone_at is not null))
            """;

    private final JdbcClient jdbc;

    JdbcRecordLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RecordLine> page(CompanyId company, RecordsView.Filter filter, int size) {
        return asked(
                        company,
                        filter,
                        "select r.*, " + Subtitle.TEXT
                                + " as subtitle, p.state, e.id as error, b.quickbooks_id, b.full_name, b.bound_at, "
                                + "b.synced_at, b.gone_at",
                        " order by lower(r.name), r.type, r.record_id limit :size offset :offset")
                .param("size", size)
                .param("offset", (filter.page() - 1L) * size)
                .query(JdbcRecordLines::line)
                .list();
    }

    long count(CompanyId company, RecordsView.Filter filter) {
        return asked(company, filter, "select count(*)", "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(
            CompanyId company, RecordsView.Filter filter, String selected, String order) {
        return jdbc.sql(selected + FROM + MATCHING + (filter.boundOnly() ? LINK : STATE) + order)
                .param("company", company.value())
                .param("type", filter.type())
                .param("state", filter.state())
                .param("q", filter.q())
                .param("anywhere", Queries.anywhere(filter.q()));
    }

    Optional<RecordLine> find(CompanyId company, RecordKey key) {
        return jdbc.sql("""
                        select r.*, %s as subtitle, p.state, e.id as error, b.quickbooks_id, b.full_name, b.bound_at, b.synced_at,
                               b.gone_at
                        """.formatted(Subtitle.TEXT) + FROM + " and r.type = :type and r.record_id = :record")
                .param("company", company.value())
                .param("type", key.type())
                .param("record", key.id())
                .query(JdbcRecordLines::line)
                .optional();
    }

    private static RecordLine line(ResultSet row, int n) throws SQLException {
        return new RecordLine(
                new RecordKey(row.getString("type"), row.getString("record_id")),
                row.getString("name"),
                row.getString("subtitle"),
                row.getBoolean("deleted"),
                row.getString("skipped"),
                row.getString("state"),
                row.getObject("error", Long.class),
                bound(row));
    }

    private static RecordLine.@Nullable Bound bound(ResultSet row) throws SQLException {
        String id = row.getString("quickbooks_id");
        return id == null
                ? null
                : new RecordLine.Bound(
                        id,
                        row.getString("full_name"),
                        row.getTimestamp("bound_at").toInstant(),
                        JdbcErrorRows.instant(row.getTimestamp("synced_at")),
                        JdbcErrorRows.instant(row.getTimestamp("gone_at")));
    }
}
