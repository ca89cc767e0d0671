package dev.relink.firstlink;

import dev.relink.company.CompanyId;
import dev.relink.entity.Difference;
import dev.relink.entity.Differences;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.QuickBooks;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records that wait in the first link, a part of them at a time. */
@Repository
public class Proposals {

    /** Of one record. */
    private static final int CANDIDATES = 5;

    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which.
     *
     * @param type null = any
     * @param exact null = any; true: those that have an exact match
     * @param q in the record's name; null = any
     */
    public record Wanted(
            @Nullable String type,
            @Nullable Boolean exact,
            @Nullable String q) {}

    /** By type and id. @param after the last record of the part before; null = from the beginning */
    public List<Proposal> list(CompanyId company, Wanted wanted, @Nullable RecordKey after, int size) {
        Map<RecordKey, List<Row>> rows = new LinkedHashMap<>();
        jdbc.sql("""
                        select w.*, q.full_name, q.active, q.facts, m.quickbooks_id, m.score, m.exact, m.because,
                               (select c.quickbooks from company c where c.company_id = :company) as quickbooks
                          from (select p.type, p.record_id, r.name, r.summary, r.snapshot
                                  from pending_sync p
                                  join record r on r.company_id = p.company_id and r.type = p.type
                                       and r.record_id = p.record_id
                                 where p.company_id = :company and p.first_link
                                   and (:type::text is null or p.type = :type)
                                   and (:q::text is null or r.name ilike '%' || :q || '%')
                                   and (:exact::boolean is null or :exact = exists (
                                        select from first_link_match x where x.company_id = p.company_id and x.type = p.type
                                           and x.record_id = p.record_id and x.exact))
                                   and (:afterType::text is null or (p.type, p.record_id) > (:afterType, :afterId))
                                 order by p.type, p.record_id limit :size) w
                          left join lateral (select * from first_link_match x
                                where x.company_id = :company and x.type = w.type and x.record_id = w.record_id
                                order by x.exact desc, x.score desc, x.quickbooks_id limit :candidates) m on true
                          left join quickbooks_entry q on q.company_id = :company and q.list = w.type
                               and q.quickbooks_id = m.quickbooks_id
                         order by w.type, w.record_id, m.exact desc, m.score desc, m.quickbooks_id
                        """)
                .param("company", company.value())
                .param("type", wanted.type())
                .param("exact", wanted.exact())
                .param("q", escaped(wanted.q()))
                .param("afterType", after == null ? null : after.type())
                .param("afterId", after == null ? null : after.id())
                .param("size", size)
                .param("candidates", CANDIDATES)
                .query(row -> {
                    var one = Row.of(row);
                    rows.computeIfAbsent(one.key(), any -> new ArrayList<>()).add(one);
                });
        return rows.values().stream().map(Proposals::proposal).toList();
    }

    private static @Nullable String escaped(@Nullable String q) {
        return q == null || q.isBlank()
                ? null
                : q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private record Row(
            RecordKey key,
            String name,
            String summary,
            String snapshot,
            @Nullable String quickbooksId,
            @Nullable String fullName,
            boolean active,
            @Nullable String facts,
            QuickBooks quickbooks,
            int score,
            boolean exact,
            List<String> because) {

        static Row of(ResultSet row) throws SQLException {
            boolean matched = row.getString("quickbooks_id") != null;
            return new Row(
                    new RecordKey(row.getString("type"), row.getString("record_id")),
                    row.getString("name"),
                    row.getString("summary"),
                    row.getString("snapshot"),
                    row.getString("quickbooks_id"),
                    row.getString("full_name"),
                    row.getBoolean("active"),
                    row.getString("facts"),
                    QuickBooks.of(row.getString("quickbooks")),
                    row.getInt("score"),
                    row.getBoolean("exact"),
                    matched ? List.of((String[]) row.getArray("because").getArray()) : List.of());
        }
    }

    private static Proposal proposal(List<Row> rows) {
        Row first = rows.getFirst();
        return new Proposal(
                first.key(),
                first.name(),
                first.summary(),
                rows.stream()
                        .filter(row -> row.quickbooksId() != null && row.fullName() != null)
                        .map(Proposals::candidate)
                        .toList());
    }

    private static Proposal.Candidate candidate(Row row) {
        EntityType type = EntityTypes.require(row.key().type());
        List<Difference> differs = row.facts() == null
                ? List.of()
                : Differences.between(
                        type,
                        RecordJson.read(type, row.snapshot()),
                        RecordJson.read(type, row.facts()),
                        row.quickbooks());
        return new Proposal.Candidate(
                String.valueOf(row.quickbooksId()),
                String.valueOf(row.fullName()),
                row.active(),
                row.score(),
                row.exact(),
                row.because(),
                differs);
    }
}
