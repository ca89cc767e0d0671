package dev.relink.cycle;

import dev.relink.company.CompanyId;
import dev.relink.connector.Row;
import dev.relink.entity.RecordJson;
import dev.relink.entity.Value.Reference;
import dev.relink.platform.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** QuickBooks as last read: candidates, choices, both sides. */
@Repository
class QuickBooksEntries {

    private final JdbcClient jdbc;

    QuickBooksEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Entry(
            String list,
            String id,
            String name,
            boolean active,
            String editToken,
            @Nullable String marker,
            @Nullable String facts) {}

    void found(CompanyId company, List<Row.Found> rows, Instant at) {
        store(
                company,
                rows.stream()
                        .map(row -> new Entry(
                                row.type().name(),
                                row.quickbooksId(),
                                row.fullName(),
                                row.active(),
                                row.editToken(),
                                row.marker(),
                                RecordJson.write(row.type(), row.values())))
                        .toList(),
                at);
    }

    void listed(CompanyId company, List<Row.Entry> rows, Instant at) {
        store(
                company,
                rows.stream()
                        .map(row -> new Entry(
                                row.list(),
                                row.quickbooksId(),
                                row.fullName(),
                                row.active(),
                                "",
                                null,
                                Json.write(row.facts())))
                        .toList(),
                at);
    }

    private void store(CompanyId company, List<Entry> all, Instant at) {
        if (all.isEmpty()) {
            return;
        }
        var latest = new LinkedHashMap<String, Entry>(); // one statement must not touch a row twice
        all.forEach(entry -> latest.put(entry.list() + " " + entry.id(), entry));
        List<Entry> rows = List.copyOf(latest.values());
        jdbc.sql("""
                        insert into quickbooks_entry (company_id, list, quickbooks_id, full_name, active, edit_token,
                                                      marker, facts, read_at)
                        select :company, u.list, u.id, u.name, u.active, u.token, u.marker, u.facts::jsonb, :at
                          from unnest(:lists::text[], :ids::text[], :names::text[], :actives::boolean[],
                                      :tokens::text[], :markers::text[], :facts::text[])
                               as u(list, id, name, active, token, marker, facts)
                        on conflict (company_id, list, quickbooks_id) do update
                           set full_name = excluded.full_name, active = excluded.active,
                               edit_token = excluded.edit_token, marker = excluded.marker, facts = excluded.facts,
                               gone_at = null, deleted_at = null, read_at = excluded.read_at
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .param("lists", texts(rows, Entry::list))
                .param("ids", texts(rows, Entry::id))
                .param("names", texts(rows, Entry::name))
                .param("actives", rows.stream().map(Entry::active).toArray(Boolean[]::new))
                .param("tokens", texts(rows, Entry::editToken))
                .param("markers", texts(rows, Entry::marker))
                .param("facts", texts(rows, Entry::facts))
                .update();
    }

    /** The entries of these names, active ones before others, by list and name as asked for. */
    Map<Need, Reference.ToQuickBooks> named(CompanyId company, Collection<Need> names) {
        var entries = new HashMap<Need, Reference.ToQuickBooks>();
        jdbc.sql("""
                        select distinct on (u.list, u.name) u.list, u.name, e.quickbooks_id, e.full_name
                          from unnest(:lists::text[], :names::text[]) as u(list, name)
                          join quickbooks_entry e on e.company_id = :company and e.list = u.list
                               and lower(e.full_name) = lower(u.name) and e.gone_at is null
                         order by u.list, u.name, e.active desc, e.read_at desc
                        """)
                .param("company", company.value())
                .param("lists", names.stream().map(Need::kind).toArray(String[]::new))
                .param("names", names.stream().map(Need::name).toArray(String[]::new))
                .query(row -> {
                    entries.put(
                            new Need(row.getString("list"), row.getString("name")),
                            new Reference.ToQuickBooks(row.getString("quickbooks_id"), row.getString("full_name")));
                });
        return entries;
    }

    /** Those of these, by list and id, that are known to be inactive. */
    Set<Need> inactive(CompanyId company, Collection<Need> ids) {
        return Set.copyOf(jdbc.sql("""
                        select e.list, e.quickbooks_id
                          from unnest(:lists::text[], :ids::text[]) as u(list, id)
                          join quickbooks_entry e on e.company_id = :company and e.list = u.list
                               and e.quickbooks_id = u.id and not e.active and e.gone_at is null
                        """)
                .param("company", company.value())
                .param("lists", ids.stream().map(Need::kind).toArray(String[]::new))
                .param("ids", ids.stream().map(Need::name).toArray(String[]::new))
                .query((row, n) -> new Need(row.getString(1), row.getString(2)))
                .list());
    }

    void deleted(CompanyId company, List<Row.Deleted> rows, Instant at) {
        if (rows.isEmpty()) {
            return;
        }
        var latest = new LinkedHashMap<String, Row.Deleted>();
        rows.forEach(row -> latest.put(row.typeName() + " " + row.quickbooksId(), row));
        List<Row.Deleted> gone = List.copyOf(latest.values());
        jdbc.sql("""
                        insert into quickbooks_entry (company_id, list, quickbooks_id, full_name, gone_at, deleted_at, read_at)
                        select :company, u.list, u.id, u.name, :at, u.deleted_at, :at
                          from unnest(:lists::text[], :ids::text[], :names::text[], :times::timestamptz[])
                               as u(list, id, name, deleted_at)
                        on conflict (company_id, list, quickbooks_id) do update
                           set gone_at = coalesce(quickbooks_entry.gone_at, excluded.gone_at),
                               deleted_at = coalesce(excluded.deleted_at, quickbooks_entry.deleted_at)
                         where quickbooks_entry.gone_at is null or quickbooks_entry.deleted_at is null
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .param("lists", gone.stream().map(Row.Deleted::typeName).toArray(String[]::new))
                .param("ids", gone.stream().map(Row.Deleted::quickbooksId).toArray(String[]::new))
                .param("names", gone.stream().map(Row.Deleted::name).toArray(String[]::new))
                .param("times", gone.stream().map(QuickBooksEntries::deletedAt).toArray(String[]::new))
                .update();
    }

    /** The PC's own time with its offset; without one nobody knows which moment it was. */
    private static @Nullable String deletedAt(Row.Deleted row) {
        try {
            return row.deletedAt() == null
                    ? null
                    : OffsetDateTime.parse(row.deletedAt()).toInstant().toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String[] texts(List<Entry> rows, Function<Entry, @Nullable String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
