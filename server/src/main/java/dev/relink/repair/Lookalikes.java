package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.Difference;
import dev.relink.entity.Differences;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.QuickBooks;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Values;
import dev.relink.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Likely twins among what QuickBooks was last read to have: one statement, however many records are asked for. */
@Repository
public class Lookalikes {

    private static final Comparator<Lookalike> BEST_FIRST = Comparator.comparing(Lookalike::because)
            .thenComparing(Comparator.comparingInt(Lookalike::equal).reversed())
            .thenComparing(Lookalike::quickbooksId);

    /** What more than these share, such as the phone of an office, is no sign of a twin. */
    private static final int MOST = 100;

    /**
     * Each way to be alike has an index of its own, and each {@code limit} keeps it at one look into that index per record, so
     * that it costs the same in large books.
     */
    private static final String ALIKE = """
            with asked as materialized (
              select r.type, r.record_id, r.name, r.snapshot, coalesce(nullif(b.full_name, ''), r.name) as full_name,
                     b.quickbooks_id as old_id,
                     (select pb.quickbooks_id
                        from (select * from record_reference y where y.company_id = :company and y.type = r.type
                                 and y.record_id = r.record_id and y.parent_type = 'customer' offset 0) f
                       cross join lateral (select y.quickbooks_id from binding y where y.company_id = :company
                                 and y.type = f.parent_type and y.record_id = f.parent_id offset 0) pb limit 1) as customer
                from unnest(:types::text[], :ids::text[]) as u(type, id)
               cross join lateral (select * from record x where x.company_id = :company and x.type = u.type
                                      and x.record_id = u.id offset 0) r
                left join lateral (select * from binding x where x.company_id = :company and x.type = u.type
                                      and x.record_id = u.id offset 0) b on true
            ), alike as (
              select a.type, a.record_id, q.quickbooks_id, 'same-name' as because
                from asked a cross join lateral (select x.quickbooks_id from quickbooks_entry x
                      where x.company_id = :company and x.list = a.type and lower(x.full_name) = lower(a.full_name)
                        and x.full_name <> '' limit :most) q
              union all
              select a.type, a.record_id, q.quickbooks_id, 'same-number'
                from asked a cross join lateral (select x.quickbooks_id from quickbooks_entry x
                      where x.company_id = :company and x.list = a.type
                        and x.facts ->> 'number' = a.snapshot ->> 'number'
                        and x.facts -> 'customer' ->> 'quickbooksId' = a.customer limit :most) q
              union all
              select a.type, a.record_id, q.quickbooks_id, 'same-phone'
                from asked a cross join lateral (select x.quickbooks_id from quickbooks_entry x
                      where x.company_id = :company and x.list = a.type
                        and x.facts ->> 'phone' = a.snapshot ->> 'phone' limit :most) q
              union all
              select a.type, a.record_id, q.quickbooks_id, 'same-email'
                from asked a cross join lateral (select x.quickbooks_id from quickbooks_entry x
                      where x.company_id = :company and x.list = a.type
                        and lower(x.facts ->> 'email') = lower(a.snapshot ->> 'email') limit :most) q
            )
            select a.type, a.record_id, a.snapshot, k.because, q.quickbooks_id, q.full_name, q.active, q.facts,
                   (select x.quickbooks from company x where x.company_id = :company) as quickbooks
              from alike k
              join asked a on a.type = k.type and a.record_id = k.record_id
             cross join lateral (select * from quickbooks_entry x where x.company_id = :company and x.list = k.type
                                    and x.quickbooks_id = k.quickbooks_id and x.gone_at is null offset 0) q
              left join lateral (select x.record_id from binding x where x.company_id = :company and x.type = k.type
                                    and x.quickbooks_id = k.quickbooks_id offset 0) o on true
             where o.record_id is null and q.quickbooks_id is distinct from a.old_id
            """;

    private final JdbcClient jdbc;

    public Lookalikes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Of(RecordKey key, Lookalike lookalike) {}

    /** The likeliest for each record that has one. */
    public Map<RecordKey, Lookalike> of(CompanyId company, Collection<RecordKey> keys) {
        Map<RecordKey, Lookalike> best = new HashMap<>();
        if (!keys.isEmpty()) {
            Stream.concat(all(company, keys).stream(), lookedUp(company, keys).stream())
                    .filter(one -> one.lookalike().isLikely())
                    .forEach(one ->
                            best.merge(one.key(), one.lookalike(), (a, b) -> BEST_FIRST.compare(a, b) <= 0 ? a : b));
        }
        return best;
    }

    /** What the last run itself found and nobody has taken meanwhile, where it was one of the same type. */
    private List<Of> lookedUp(CompanyId company, Collection<RecordKey> keys) {
        return jdbc.sql("""
                        select e.type, e.record_id, m.one ->> 'quickbooksId' as id, m.one ->> 'name' as name,
                               coalesce((m.one ->> 'active')::boolean, true) as active, (m.one ->> 'score')::integer as score,
                               coalesce(m.one -> 'differs', '[]') as differs
                          from unnest(:types::text[], :ids::text[]) as u(type, id)
                         cross join lateral (select x.type, x.record_id, x.found from sync_error x
                               where x.company_id = :company and x.type = u.type and x.record_id = u.id
                                 and jsonb_typeof(x.found) = 'array' offset 0) e
                         cross join lateral (select jsonb_agg(one) -> 0 as one from jsonb_array_elements(e.found) as x(one)
                                               where one ->> 'type' = e.type having count(*) = 1) m
                          left join lateral (select x.record_id from binding x where x.company_id = :company
                                and x.type = e.type and x.quickbooks_id = m.one ->> 'quickbooksId' offset 0) o on true
                         where m.one is not null and o.record_id is null
                        """)
                .param("company", company.value())
                .param("types", Subjects.types(keys))
                .param("ids", Subjects.ids(keys))
                .query((row, n) -> found(row))
                .list();
    }

    private static Of found(ResultSet row) throws SQLException {
        Difference[] differs = Json.read(row.getString("differs"), Difference[].class);
        int score = row.getInt("score");
        int compared = score >= 100 || differs.length == 0
                ? Math.max(1, differs.length)
                : Math.max(differs.length, Math.round(100f * differs.length / (100 - score)));
        return new Of(
                new RecordKey(row.getString("type"), row.getString("record_id")),
                new Lookalike(
                        row.getString("id"),
                        row.getString("name"),
                        row.getBoolean("active"),
                        Lookalike.Because.FOUND_AT_THE_RUN,
                        compared,
                        List.of(differs)));
    }

    private List<Of> all(CompanyId company, Collection<RecordKey> keys) {
        return jdbc.sql(ALIKE)
                .param("company", company.value())
                .param("most", MOST)
                .param("types", Subjects.types(keys))
                .param("ids", Subjects.ids(keys))
                .query((row, n) -> of(row))
                .list();
    }

    private static Of of(ResultSet row) throws SQLException {
        var key = new RecordKey(row.getString("type"), row.getString("record_id"));
        EntityType type = EntityTypes.require(key.type());
        Values wanted = RecordJson.read(type, row.getString("snapshot"));
        String facts = row.getString("facts");
        Values found = facts == null ? Values.NONE : RecordJson.read(type, facts);
        List<Difference> differs = facts == null
                ? List.of()
                : Differences.between(type, wanted, found, QuickBooks.of(row.getString("quickbooks")));
        List<Difference> said =
                differs.stream().filter(one -> !one.found().equals("nothing")).toList();
        int compared = Math.max(1, wanted.byField().size() - (differs.size() - said.size()));
        String name = row.getString("full_name");
        return new Of(
                key,
                new Lookalike(
                        row.getString("quickbooks_id"),
                        name.isEmpty() ? type.nameOf(found) : name,
                        row.getBoolean("active"),
                        Lookalike.Because.of(row.getString("because")),
                        compared,
                        said));
    }
}
