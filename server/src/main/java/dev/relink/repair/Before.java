package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Writes down the repairs, before anything changes. Returns the ids by record. */
    Map<RecordKey, Long> keep(CompanyId company, Repair repair, Collection<RecordKey> keys, Repairs.By by, Instant at) {
        var ids = new HashMap<RecordKey, Long>();
        jdbc.sql("""
                          insert into repair (company_id, repair, type, record_id, by, at, press, before)
                          select :company, :repair, r.type, r.record_id, :by, :at, :press,
                                 jsonb_build_object('pending', to_jsonb(p), 'error', to_jsonb(e), 'binding', to_jsonb(b),
                                                    'alias', r.alias, 'skipped', r.skipped, 'generation', r.generation,
                                                    'never', r.never)
                            from unnest(:types::text[], :ids::text[]) as u(type, id)
                           cross join lateral (select * from record x where x.company_id = :company and x.type = u.type
                                                  and x.record_id = u.id offset 0) r
                            left join lateral (select * from pending_sync x where x.company_id = :company
                                                  and x.type = u.type and x.record_id = u.id offset 0) p on true
                            left join lateral (select * from sync_error x where x.company_id = :company
                                                  and x.type = u.type and x.record_id = u.id offset 0) e on true
                            left join lateral (select * from binding x where x.company_id = :company
                                                  and x.type = u.type and x.record_id = u.id offset 0) b on true
                          returning id, type, record_id
                        """)
                .param("company", company.value())
                .param("repair", repair.word())
                .param("by", by.name())
                .param("press", by.press(), Types.BIGINT)
                .param("at", Timestamp.from(at))
                .param("types", Subjects.types(keys))
                .param("ids", Subjects.ids(keys))
                .query(row -> {
                    ids.put(new RecordKey(row.getString("type"), row.getString("record_id")), row.getLong("id"));
                });
        return ids;
    }

    /** Who has done the same to these, where nothing was sent since. */
    Map<RecordKey, String> already(CompanyId company, Repair repair, Collection<RecordKey> keys) {
        var already = new HashMap<RecordKey, String>();
        jdbc.sql("""
                        select u.type, u.id, k.by from unnest(:types::text[], :ids::text[]) as u(type, id)
                         cross join lateral (select * from repair x where x.company_id = :company and x.type = u.type
                                                and x.record_id = u.id order by x.id desc limit 1) k
                         where k.repair = :repair and k.undone_at is null
                           and not exists (select from attempt a where a.company_id = :company and a.type = u.type
                                              and a.record_id = u.id and a.sent_at >= k.at)
                           and not exists (select from history h where h.company_id = :company and h.type = u.type
                                              and h.record_id = u.id and h.at > k.at and h.actor = '')
                        """)
                .param("company", company.value())
                .param("repair", repair.word())
                .param("types", Subjects.types(keys))
                .param("ids", Subjects.ids(keys))
                .query(row -> {
                    already.put(new RecordKey(row.getString("type"), row.getString("id")), row.getString("by"));
                });
        return already;
    }

    /** These that there are, in one order for all, so that two who undo at once cannot deadlock. */
    List<Done> of(CompanyId company, Collection<Long> ids) {
        return jdbc.sql("""
                        select id, type, record_id, repair, at, undone_at is not null from repair
                         where company_id = :company and id = any(:ids) order by type, record_id, id for update
                        """)
                .param("company", company.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> new Done(
                        row.getLong(1),
                        new RecordKey(row.getString(2), row.getString(3)),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getBoolean(6)))
                .list();
    }

    /** Those of these whose record something was sent for since, or a look-up decided, or a later repair stands on. */
    Set<Long> settledSince(CompanyId company, Collection<Done> done) {
        return new HashSet<>(jdbc.sql("""
                        select k.id from repair k
                         where k.company_id = :company and k.id = any(:ids)
                           and (exists (select from attempt a where a.company_id = :company and a.type = k.type
                                           and a.record_id = k.record_id and a.sent_at >= k.at)
                             or exists (select from history h where h.company_id = :company and h.type = k.type
                                           and h.record_id = k.record_id and h.at > k.at and h.actor = '')
                             or exists (select from repair l where l.company_id = :company and l.type = k.type
                                           and l.record_id = k.record_id and l.id > k.id and l.undone_at is null))
                        """)
                .param("company", company.value())
                .param("ids", ids(done))
                .query(Long.class)
                .list());
    }

    private static Long[] ids(Collection<Done> done) {
        return done.stream().map(Done::id).toArray(Long[]::new);
    }

    /** Puts the rows back as they were. The app may have sent a newer snapshot meanwhile: that one stays. */
    void restore(CompanyId company, Collection<Done> done, String by, Instant at) {
        for (String statement : RESTORE) {
            jdbc.sql(statement)
                    .param("company", company.value())
                    .param("ids", ids(done))
                    .update();
        }
        int rows = jdbc.sql("""
                        update repair set undone_at = :at, undone_by = :by
                         where company_id = :company and id = any(:ids) and undone_at is null
                        """)
                .param("company", company.value())
                .param("ids", ids(done))
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
        if (rows != done.size()) {
            throw new IllegalStateException(
                    "%d repairs should have been undone, %d were: another undid some".formatted(done.size(), rows));
        }
    }

    private static final String THESE = " repair k where k.company_id = :company and k.id = any(:ids) ";

    private static final List<String> RESTORE = List.of(
            "delete from pending_sync p using" + THESE
                    + "and p.company_id = :company and p.type = k.type and p.record_id = k.record_id",
            "delete from binding b using" + THESE
                    + "and b.company_id = :company and b.type = k.type and b.record_id = k.record_id",
            """
            update record r set alias = k.before ->> 'alias', skipped = k.before ->> 'skipped',
                   generation = (k.before ->> 'generation')::integer,
                   never = coalesce((k.before ->> 'never')::boolean, false)
              from""" + THESE + "and r.company_id = :company and r.type = k.type and r.record_id = k.record_id",
            "insert into pending_sync select p.* from (select k.before from" + THESE + """
                      and k.before -> 'pending' <> 'null') k
             cross join jsonb_populate_record(null::pending_sync, k.before -> 'pending') p
            """,
            """
            insert into sync_error (company_id, id, type, record_id, code, message, variant, verb, family, repairs, state,
                                    tries, first_seen, last_seen, message_set_id, request_id, found, sought, foreseen)
            overriding system value
            select e.company_id, e.id, e.type, e.record_id, e.code, e.message, e.variant, e.verb, e.family, e.repairs,
                   e.state, e.tries, e.first_seen, e.last_seen, e.message_set_id, e.request_id, e.found, e.sought,
                   coalesce(e.foreseen, false)
              from (select k.before from""" + THESE + """
                      and k.before -> 'error' <> 'null') k
             cross join jsonb_populate_record(null::sync_error, k.before -> 'error') e
            """,
            "insert into binding select b.* from (select k.before from" + THESE + """
                      and k.before -> 'binding' <> 'null') k
             cross join jsonb_populate_record(null::binding, k.before -> 'binding') b
            """);
}
