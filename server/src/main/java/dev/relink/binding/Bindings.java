package dev.relink.binding;

import dev.relink.company.CompanyId;
import dev.relink.connector.Known;
import dev.relink.entity.RecordKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which record is which over there. A retired binding is kept as a tombstone. */
@Repository
public class Bindings {

    private final JdbcClient jdbc;

    public Bindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Binds or renews. {@code synced} null keeps what was synced before.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another record is bound to one of these ids
     */
    public void bind(CompanyId company, List<Binding> bindings, Instant at) {
        if (bindings.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into binding (company_id, type, record_id, quickbooks_id, edit_token, full_name,
                                             known_lines, synced, synced_version, bound_at, synced_at)
                        select :company, u.type, u.id, u.quickbooks_id, u.token, u.full_name, u.lines::jsonb,
                               u.synced::jsonb, u.version, :at, case when u.synced is not null then :at::timestamptz end
                          from unnest(:types::text[], :ids::text[], :quickbooksIds::text[], :tokens::text[],
                                      :fullNames::text[], :lines::text[], :synced::text[], :versions::bigint[])
                               as u(type, id, quickbooks_id, token, full_name, lines, synced, version)
                        on conflict (company_id, type, record_id) do update
                           set quickbooks_id = excluded.quickbooks_id, edit_token = excluded.edit_token,
                               full_name = excluded.full_name, known_lines = excluded.known_lines,
                               synced = coalesce(excluded.synced, binding.synced),
                               synced_version = greatest(excluded.synced_version, binding.synced_version),
                               synced_at = coalesce(excluded.synced_at, binding.synced_at), gone_at = null,
                               unproven_since = null,
                               removed_at = case when excluded.synced is null then binding.removed_at end
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .param("types", texts(bindings, b -> b.key().type()))
                .param("ids", texts(bindings, b -> b.key().id()))
                .param("quickbooksIds", texts(bindings, Binding::quickbooksId))
                .param("tokens", texts(bindings, Binding::editToken))
                .param("fullNames", texts(bindings, Binding::fullName))
                .param("lines", texts(bindings, Binding::knownLines))
                .param("synced", texts(bindings, Binding::synced))
                .param("versions", bindings.stream().map(Binding::syncedVersion).toArray(Long[]::new))
                .update();
    }

    /** Moves bindings to the tombstones. Returns those that there were. */
    public List<RecordKey> retire(
            CompanyId company, Collection<RecordKey> keys, Instant at, String by, String because) {
        return jdbc.sql("""
                        with gone as (
                          delete from binding b
                           where b.company_id = :company
                             and (b.type, b.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                          returning b.*)
                        insert into retired_binding (company_id, type, record_id, quickbooks_id, edit_token, full_name,
                               known_lines, synced, synced_version, bound_at, retired_at, retired_by, because)
                        select company_id, type, record_id, quickbooks_id, edit_token, full_name, known_lines, synced,
                               synced_version, bound_at, :at, :by, :because from gone
                        returning type, record_id
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("because", because)
                .query((row, n) -> new RecordKey(row.getString(1), row.getString(2)))
                .list();
    }

    /** QuickBooks' values stand beside the app's: the next change must meet 3200, and so be read and merged, not overwrite. */
    public void readFirst(CompanyId company, Collection<RecordKey> keys) {
        on(keys, jdbc.sql("""
                        update binding b set edit_token = :readFirst
                          from pending_sync p
                         where b.company_id = :company and p.company_id = :company and p.type = b.type
                           and p.record_id = b.record_id and (p.merged ->> 'keepsQuickBooks')::boolean
                           and (b.type, b.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()).param("readFirst", Binding.READ_FIRST));
    }

    /** Some of these may be gone, and nobody could tell: each is read by its id before anything more is written to it. */
    public void unproven(CompanyId company, Instant unseenSince) {
        jdbc.sql("""
                        update binding set unproven_since = now()
                         where company_id = :company and gone_at is null and removed_at is null and unproven_since is null
                           and coalesce(synced_at, bound_at) < :unseenSince
                        """)
                .param("company", company.value())
                .param("unseenSince", Timestamp.from(unseenSince))
                .update();
    }

    /** Voided or made inactive for the app: nothing of what was sent stands any more. */
    public void removed(CompanyId company, Collection<RecordKey> keys, Instant at) {
        on(keys, jdbc.sql("""
                        update binding set removed_at = :at, synced = null, synced_version = 0
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()).param("at", Timestamp.from(at)));
    }

    /** Active again. */
    public void woken(CompanyId company, Collection<RecordKey> keys) {
        on(keys, jdbc.sql("""
                        update binding set removed_at = null
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()));
    }

    private static void on(Collection<RecordKey> keys, JdbcClient.StatementSpec statement) {
        if (!keys.isEmpty()) {
            statement
                    .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                    .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                    .update();
        }
    }

    /** QuickBooks says that these ids do not exist, whatever was read before. Returns the records that are bound to them and that the app still has. */
    public List<RecordKey> gone(
            CompanyId company, Collection<String> types, Collection<String> quickbooksIds, Instant at) {
        return jdbc.sql("""
                        with gone as (
                          update binding b set gone_at = :at
                           where b.company_id = :company and b.gone_at is null
                             and (b.type, b.quickbooks_id) in (select * from record_keys(:types::text[], :ids::text[]))
                          returning b.type, b.record_id, b.removed_at), read as (
                          update quickbooks_entry q set gone_at = :at
                           where q.company_id = :company and q.gone_at is null
                             and (q.list, q.quickbooks_id) in (select * from record_keys(:types::text[], :ids::text[])))
                        select type, record_id from gone where removed_at is null
                        """)
                .param("company", company.value())
                .param("types", types.toArray(String[]::new))
                .param("ids", quickbooksIds.toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .query((row, n) -> new RecordKey(row.getString(1), row.getString(2)))
                .list();
    }

    /** For each record that these refer to and that is bound: the id and name over there, dead ones left out. */
    public Map<RecordKey, Target> targets(CompanyId company, Collection<RecordKey> referring) {
        return jdbc
                .sql("""
                        select distinct b.type, b.record_id, b.quickbooks_id, b.full_name
                          from record_reference rr
                          join binding b on b.company_id = rr.company_id and b.type = rr.parent_type
                                        and b.record_id = rr.parent_id and b.gone_at is null
                         where rr.company_id = :company
                           and (rr.type, rr.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("company", company.value())
                .param("types", referring.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", referring.stream().map(RecordKey::id).toArray(String[]::new))
                .query((row, n) -> new Target(
                        new RecordKey(row.getString(1), row.getString(2)), row.getString(3), row.getString(4)))
                .list()
                .stream()
                .collect(Collectors.toMap(Target::key, Function.identity()));
    }

    /** What a reference to a bound record becomes. */
    public record Target(RecordKey key, String quickbooksId, String fullName) {}

    /** What is known of the lines of these, where anything is. */
    public Map<RecordKey, List<Known.Line>> knownLines(CompanyId company, Collection<RecordKey> keys) {
        return jdbc
                .sql("""
                        select type, record_id, known_lines from binding
                         where company_id = :company and known_lines is not null
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .query((row, n) ->
                        Map.entry(new RecordKey(row.getString(1), row.getString(2)), Binding.lines(row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who is bound to these ids already, by {@code type + id}. */
    public Map<String, RecordKey> ownersOf(
            CompanyId company, Collection<String> types, Collection<String> quickbooksIds) {
        return jdbc
                .sql("""
                        select type, record_id, quickbooks_id from binding
                         where company_id = :company
                           and (type, quickbooks_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("company", company.value())
                .param("types", types.toArray(String[]::new))
                .param("ids", quickbooksIds.toArray(String[]::new))
                .query((row, n) -> Map.entry(
                        row.getString(1) + " " + row.getString(3), new RecordKey(row.getString(1), row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The bindings that we wrote last since a person confirmed the file: a restored company file does not know them. */
    public List<Binding> newest(CompanyId company, int limit) {
        return jdbc.sql("""
                        select type, record_id, quickbooks_id, edit_token, full_name from binding
                         where company_id = :company and gone_at is null
                           and synced_at > (select coalesce(confirmed_at, '-infinity') from connection
                                             where company_id = :company)
                         order by synced_at desc nulls last limit :limit
                        """)
                .param("company", company.value())
                .param("limit", limit)
                .query((row, n) -> new Binding(
                        new RecordKey(row.getString(1), row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        null,
                        null,
                        0,
                        false))
                .list();
    }

    private static String[] texts(List<Binding> bindings, Function<Binding, @Nullable String> part) {
        return bindings.stream().map(part).toArray(String[]::new);
    }
}
