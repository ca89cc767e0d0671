package dev.relink.intake;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code record} and {@code record_reference}, a batch of one company at a time. */
class JdbcRecords {

    private final JdbcClient jdbc;

    JdbcRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(byte[] hash, boolean deleted) {}

    /**
     * One batch of a company at a time, and no turn of a cycle meanwhile: the check of the hierarchy must not be
     * overtaken, nor may a record be called done while a newer snapshot of it comes in.
     */
    void lock(CompanyId company) {
        boolean exists = jdbc.sql("""
                select company_id from lease where company_id = :company for update
                """)
                .param("company", company.value())
                .query(String.class)
                .optional()
                .isPresent();
        if (!exists) {
            throw new NoSuchCompany(company);
        }
    }

    /** {@code offset 0} keeps it at one look into the primary key per record, where a join would read the whole company. */
    Map<RecordKey, Stored> stored(CompanyId company, Collection<RecordKey> keys) {
        Map<RecordKey, Stored> stored = new HashMap<>();
        withKeys("""
                select k.type, k.record_id, r.content_hash, r.deleted
                  from record_keys(:types, :ids) as k(type, record_id)
                 cross join lateral (
                       select content_hash, deleted from record r
                        where r.company_id = :company and r.type = k.type and r.record_id = k.record_id offset 0) r
                """, company, keys).query(row -> {
            stored.put(
                    new RecordKey(row.getString("type"), row.getString("record_id")),
                    new Stored(row.getBytes("content_hash"), row.getBoolean("deleted")));
        });
        return stored;
    }

    /** Child and parent of one type, near the keys: all above them, and below as deep as may matter. */
    Map<RecordKey, RecordKey> hierarchyAround(CompanyId company, Collection<RecordKey> keys) {
        Map<RecordKey, RecordKey> parents = new HashMap<>();
        withKeys("""
                with recursive k(type, record_id) as (select * from record_keys(:types, :ids)),
                up(type, record_id, parent_id, step) as (
                    select r.type, r.record_id, r.parent_id, 1 from k
                      join record_reference r on r.company_id = :company and r.type = k.type
                       and r.record_id = k.record_id and r.parent_type = r.type
                    union
                    select r.type, r.record_id, r.parent_id, step + 1 from up
                      join record_reference r on r.company_id = :company and r.type = up.type
                       and r.record_id = up.parent_id and r.parent_type = r.type
                     where step <= :levels),
                down(type, record_id, parent_id, step) as (
                    select r.type, r.record_id, r.parent_id, 1 from k
                      join record_reference r on r.company_id = :company and r.parent_type = k.type
                       and r.parent_id = k.record_id and r.type = r.parent_type
                    union
                    select r.type, r.record_id, r.parent_id, step + 1 from down
                      join record_reference r on r.company_id = :company and r.parent_type = down.type
                       and r.parent_id = down.record_id and r.type = r.parent_type
                     where step <= :levels)
                select type, record_id, parent_id from up
                union
                select type, record_id, parent_id from down
                """, company, keys).param("levels", Hierarchy.LEVELS).query(row -> {
            String type = row.getString("type");
            parents.put(
                    new RecordKey(type, row.getString("record_id")), new RecordKey(type, row.getString("parent_id")));
        });
        return parents;
    }

    /** Those of these that a person said are never to be sent. */
    Set<RecordKey> never(CompanyId company, Collection<RecordKey> keys) {
        return new HashSet<>(withKeys("""
                select k.type, k.record_id from record_keys(:types, :ids) as k(type, record_id)
                 cross join lateral (
                       select from record r
                        where r.company_id = :company and r.type = k.type and r.record_id = k.record_id and r.never
                       offset 0) r
                """, company, keys)
                .query((row, _) -> new RecordKey(row.getString("type"), row.getString("record_id")))
                .list());
    }

    void save(CompanyId company, List<Snapshot> snapshots, Instant now) {
        jdbc.sql("""
                insert into record as r (company_id, type, record_id, name, summary, snapshot, content_hash, received_at)
                select :company, n.type, n.record_id, n.name, n.summary, n.snapshot::jsonb, n.hash, :now
                  from unnest(:types, :ids, :names, :summaries, :snapshots, :hashes)
                    as n(type, record_id, name, summary, snapshot, hash)
                on conflict (company_id, type, record_id) do update
                   set name = excluded.name, summary = excluded.summary, snapshot = excluded.snapshot,
                       content_hash = excluded.content_hash, version = r.version + 1, deleted = false,
                       skipped = case when r.never then coalesce(r.skipped, 'Never sent') end,
                       received_at = excluded.received_at
                """)
                .param("company", company.value())
                .param("types", Keys.column(snapshots, one -> one.key().type()))
                .param("ids", Keys.column(snapshots, one -> one.key().id()))
                .param("names", Keys.column(snapshots, Snapshot::name))
                .param("summaries", Keys.column(snapshots, Snapshot::summary))
                .param("snapshots", Keys.column(snapshots, Snapshot::json))
                .param("hashes", snapshots.stream().map(Snapshot::hash).toArray(byte[][]::new))
                .param("now", time(now))
                .update();
    }

    /** @param before those among them that had references before */
    void replaceReferences(CompanyId company, List<Snapshot> snapshots, Collection<RecordKey> before) {
        if (!before.isEmpty()) {
            withKeys("""
                delete from record_reference r using record_keys(:types, :ids) as k(type, record_id)
                 where r.company_id = :company and r.type = k.type and r.record_id = k.record_id
                """, company, before).update();
        }
        List<Edge> edges = snapshots.stream()
                .flatMap(one -> one.parents().stream().map(parent -> new Edge(one.key(), parent)))
                .toList();
        withKeys("""
                insert into record_reference (company_id, type, record_id, parent_type, parent_id)
                select :company, * from unnest(:types, :ids, :parentTypes, :parentIds)
                """, company, edges.stream().map(Edge::child).toList())
                .param("parentTypes", Keys.column(edges, edge -> edge.parent().type()))
                .param("parentIds", Keys.column(edges, edge -> edge.parent().id()))
                .update();
    }

    private record Edge(RecordKey child, RecordKey parent) {}

    /** @param newer whether it must look newer than what is on its way, so that the cycle goes on to remove it */
    void delete(CompanyId company, Collection<RecordKey> keys, boolean newer, Instant now) {
        withKeys("""
                update record r set deleted = true, version = r.version + :step, skipped = null, received_at = :now
                  from record_keys(:types, :ids) as k(type, record_id)
                 where r.company_id = :company and r.type = k.type and r.record_id = k.record_id
                """, company, keys)
                .param("step", newer ? 1 : 0)
                .param("now", time(now))
                .update();
    }

    private JdbcClient.StatementSpec withKeys(String sql, CompanyId company, Collection<RecordKey> keys) {
        Keys columns = Keys.of(keys);
        return jdbc.sql(sql)
                .param("company", company.value())
                .param("types", columns.types())
                .param("ids", columns.ids());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
