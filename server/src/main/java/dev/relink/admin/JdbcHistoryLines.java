package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened, newest first. Paged by id, so that page 1000 costs what page 1 costs. */
@Repository
class JdbcHistoryLines {

    private static final String SELECTED = """
            select h.id, h.at, h.type, h.record_id, coalesce(r.name, h.record_id) as name, h.outcome, h.actor, h.code,
                   h.message, h.quickbooks_id, h.message_set_id is not null as has_exchange
              from history h
              left join record r on r.company_id = h.company_id and r.type = h.type and r.record_id = h.record_id
             where h.company_id = :company
            """;

    private final JdbcClient jdbc;

    JdbcHistoryLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param before lines with a lower id only; {@link Long#MAX_VALUE} = from the newest */
    List<HistoryLine> page(CompanyId company, HistoryView.Filter filter, int size) {
        return jdbc.sql(SELECTED + """
                           and h.id < :before and (:type = '' or h.type = :type) and (:outcome = '' or h.outcome = :outcome)
                           and (:from::date is null or h.at >= :from::date::timestamp at time zone 'UTC')
                           and (:to::date is null or h.at < (:to::date + 1)::timestamp at time zone 'UTC')
                           and (:q = '' or h.record_id = :q or h.quickbooks_id = :q or h.code = :q or h.code like '%:' || :q
                                or r.name ilike :anywhere or h.message ilike :anywhere or h.actor ilike :anywhere)
                         order by h.id desc limit :size
                        """)
                .param("company", company.value())
                .param("before", filter.before())
                .param("type", filter.type())
                .param("outcome", filter.outcome())
                .param("q", filter.q())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("anywhere", Queries.anywhere(filter.q()))
                .param("size", size)
                .query(JdbcHistoryLines::line)
                .list();
    }

    List<HistoryLine> of(CompanyId company, RecordKey key, int most) {
        return jdbc.sql(SELECTED + " and h.type = :type and h.record_id = :record order by h.id desc limit :most")
                .param("company", company.value())
                .param("type", key.type())
                .param("record", key.id())
                .param("most", most)
                .query(JdbcHistoryLines::line)
                .list();
    }

    Optional<HistoryLine> find(CompanyId company, long id) {
        return jdbc.sql(SELECTED + " and h.id = :id")
                .param("company", company.value())
                .param("id", id)
                .query(JdbcHistoryLines::line)
                .optional();
    }

    private static HistoryLine line(ResultSet row, int n) throws SQLException {
        return new HistoryLine(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                new RecordKey(row.getString("type"), row.getString("record_id")),
                row.getString("name"),
                row.getString("outcome"),
                row.getString("actor"),
                row.getString("code"),
                row.getString("message"),
                row.getString("quickbooks_id"),
                row.getBoolean("has_exchange"));
    }
}
