package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How things stood before a repair, row by row, so that undo puts back exactly that. */
@Repository
class Before {

    private final JdbcClient jdbc;

    Before(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One repair of one record. */
    record Done(long id, RecordKey key, String repair, Instant at, boolean undone) {}

    /** Writes down the repairs and the audit rows, before anything changes. Returns the ids by record. */
    Map<RecordKey, Long> keep(CompanyId company, Repair repair, Collection<RecordKey> keys, String by, Instant at) {
        var ids = new HashMap<RecordKey, Long>();
        jdbc.sql("""
                        with kept as (
                          insert into repair (company_id, repair, type, record_id, by, at, before)
                          select :company, :repair, r.type, r.record_id, :by, :at,
                                 jsonb_build_object('pending', to_jsonb(p), 'error', to_jsonb(e), 'binding', to_jsonb(b),
                                                    'alias', r.alias, 'skipped', r.skipped, 'generation', r.generation)
                            from record r
                            left join pending_sync p on p.company_id = r.company_id and p.type = r.type
                                  and p.record_id = r.record_id
                            left join sync_error e on e.company_id = r.company_id and e.type = r.type
                                  and e.record_id = r.record_id
                            left join binding b on b.company_id = r.company_id and b.type = r.type
                                  and b.record_id = r.record_id
                           where r.company_id = :company
                             and (r.type, r.record_id) in (select * from unnest(:types::text[], :ids::text[]))
                          returning id, type, record_id, before
                        ), audited as (
                          insert into audit (company_id, at, actor, act, type, record_id, before)
                          select :company, :at, :by, :repair, type, record_id, before from kept
                        )
                        select id, type, record_id from kept
                        """)
                .param("company", company.value())
                .param("repair", repair.word())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("types", Subjects.types(keys))
                .param("ids", Subjects.ids(keys))
                .query(row -> {
                    ids.put(new RecordKey(row.getString("type"), row.getString("record_id")), row.getLong("id"));
                });
        return ids;
    }

    Optional<Done> of(CompanyId company, long repairId) {
        return jdbc.sql("""
                        select id, type, record_id, repair, at, undone_at is not null from repair
                         where company_id = :company and id = :id for update
                        """)
                .param("company", company.value())
                .param("id", repairId)
                .query((row, n) -> new Done(
                        row.getLong(1),
                        new RecordKey(row.getString(2), row.getString(3)),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getBoolean(6)))
                .optional();
    }

    /** Nothing has gone out for the record since, no look-up has decided, and no later repair stands on this one. */
    boolean nothingSentSince(CompanyId company, Done done) {
        return jdbc.sql("""
                        select not exists (select from attempt where company_id = :company and type = :type
                                              and record_id = :record and sent_at >= :at)
                           and not exists (select from history where company_id = :company and type = :type
                                              and record_id = :record and at > :at and actor = '')
                           and not exists (select from repair where company_id = :company and type = :type
                                              and record_id = :record and id > :id and undone_at is null)
                        """)
                .param("company", company.value())
                .param("type", done.key().type())
                .param("record", done.key().id())
                .param("at", Timestamp.from(done.at()))
                .param("id", done.id())
                .query(Boolean.class)
                .single();
    }

    /** Puts the rows back as they were. The app may have sent a newer snapshot meanwhile: that one stays. */
    void restore(CompanyId company, Done done, String by, Instant at) {
        for (String statement : RESTORE) {
            jdbc.sql(statement)
                    .param("company", company.value())
                    .param("id", done.id())
                    .param("type", done.key().type())
                    .param("record", done.key().id())
                    .update();
        }
        int rows = jdbc.sql("""
                        update repair set undone_at = :at, undone_by = :by
                         where company_id = :company and id = :id and undone_at is null
                        """)
                .param("company", company.value())
                .param("id", done.id())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("Repair " + done.id() + " was undone by another");
        }
        jdbc.sql("""
                        insert into audit (company_id, at, actor, act, type, record_id)
                        values (:company, :at, :by, :act, :type, :record)
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("act", "undo " + done.repair())
                .param("type", done.key().type())
                .param("record", done.key().id())
                .update();
    }

    private static final List<String> RESTORE = List.of(
            "delete from pending_sync where company_id = :company and type = :type and record_id = :record and :id > 0",
            "delete from binding where company_id = :company and type = :type and record_id = :record and :id > 0",
            """
            update record r set alias = k.before ->> 'alias', skipped = k.before ->> 'skipped',
                   generation = (k.before ->> 'generation')::integer
              from repair k where k.company_id = :company and k.id = :id and r.company_id = :company
               and r.type = :type and r.record_id = :record
            """,
            """
            insert into pending_sync
            select p.* from repair k, jsonb_populate_record(null::pending_sync, k.before -> 'pending') p
             where k.company_id = :company and k.id = :id and k.type = :type and k.record_id = :record
               and k.before -> 'pending' <> 'null'
            """,
            """
            insert into sync_error (company_id, id, type, record_id, code, message, variant, verb, family, repairs, state,
                                    tries, first_seen, last_seen, message_set_id, request_id, found, sought,
                                    foreseen)
            overriding system value
            select e.company_id, e.id, e.type, e.record_id, e.code, e.message, e.variant, e.verb, e.family, e.repairs,
                   e.state, e.tries, e.first_seen, e.last_seen, e.message_set_id, e.request_id, e.found, e.sought,
                   coalesce(e.foreseen, false)
              from repair k, jsonb_populate_record(null::sync_error, k.before -> 'error') e
             where k.company_id = :company and k.id = :id and k.type = :type and k.record_id = :record
               and k.before -> 'error' <> 'null'
            """,
            """
            insert into binding
            select b.* from repair k, jsonb_populate_record(null::binding, k.before -> 'binding') b
             where k.company_id = :company and k.id = :id and k.type = :type and k.record_id = :record
               and k.before -> 'binding' <> 'null'
            """);
}
