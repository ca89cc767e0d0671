package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.tally.Tallies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which record is which in QuickBooks. */
@Repository
class JdbcBindingQueries {

    private static final String SELECT = """
            select b.type, b.record_id, r.name, b.quickbooks_id, b.edit_token, b.full_name, b.synced_version, b.bound_at,
                   b.synced_at, b.gone_at
              from binding b
              join record r on r.company_id = b.company_id and r.type = b.type and r.record_id = b.record_id
             where b.company_id = :company
            """;

    private static final String FILTER = """
               and (:type::text is null or b.type = :type)
               and (:q::text is null or r.name ilike :q or b.full_name ilike :q or b.quickbooks_id ilike :q
                 or b.record_id ilike :q)
            """;

    private final JdbcClient jdbc;
    private final Tallies tallies;

    JdbcBindingQueries(JdbcClient jdbc, Tallies tallies) {
        this.jdbc = jdbc;
        this.tallies = tallies;
    }

    record Filter(@Nullable String type, @Nullable String q) {}

    /**
     * A record and its id over there.
     *
     * @param editToken EditSequence, SyncToken
     * @param goneAt since when QuickBooks says that it is gone
     */
    record Bound(
            String type,
            String recordId,
            String recordName,
            String quickbooksId,
            String editToken,
            String fullName,
            long syncedVersion,
            Instant boundAt,
            @Nullable Instant syncedAt,
            @Nullable Instant goneAt) {}

    Page<Bound> list(CompanyId company, Filter filter, Slice slice) {
        @Nullable String[] after = slice.place(2);
        List<Bound> rows = filtered(SELECT + FILTER + """
                         and (:afterType::text is null or (b.type, b.record_id) > (:afterType, :afterId))
                       order by b.type, b.record_id limit :rows
                      """, company, filter)
                .param("afterType", after[0])
                .param("afterId", after[1])
                .param("rows", slice.rows())
                .query((row, _) -> bound(row))
                .list();
        long total = filter.q() == null
                ? tallies.of(company).of("binding", filter.type(), null)
                : filtered("select count(*) from (" + SELECT + FILTER + ") counted", company, filter)
                        .query(Long.class)
                        .single();
        return Page.of(rows, slice, total, row -> List.of(row.type(), row.recordId()));
    }

    Optional<Bound> find(CompanyId company, RecordKey key) {
        return jdbc.sql(SELECT + " and b.type = :type and b.record_id = :id")
                .param("company", company.value())
                .param("type", key.type())
                .param("id", key.id())
                .query((row, _) -> bound(row))
                .optional();
    }

    /** All, in the order of the list, read as they are taken. To be called inside a transaction. */
    void each(CompanyId company, Consumer<Bound> taken) {
        try (Stream<Bound> all = jdbc
                .sql(SELECT + " order by b.type, b.record_id")
                .param("company", company.value())
                .withFetchSize(1_000)
                .query((row, _) -> bound(row))
                .stream()) {
            all.forEach(taken);
        }
    }

    private JdbcClient.StatementSpec filtered(String sql, CompanyId company, Filter filter) {
        return jdbc.sql(sql)
                .param("company", company.value())
                .param("type", filter.type())
                .param("q", Like.contains(filter.q()));
    }

    private static Bound bound(ResultSet row) throws SQLException {
        return new Bound(
                row.getString("type"),
                row.getString("record_id"),
                row.getString("name"),
                row.getString("quickbooks_id"),
                row.getString("edit_token"),
                row.getString("full_name"),
                row.getLong("synced_version"),
                JdbcCompanyQueries.timeOf(row, "bound_at"),
                JdbcCompanyQueries.time(row, "synced_at"),
                JdbcCompanyQueries.time(row, "gone_at"));
    }
}
