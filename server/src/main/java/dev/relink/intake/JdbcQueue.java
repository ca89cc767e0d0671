package dev.relink.intake;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What intake does to {@code pending_sync} and {@code sync_error}. What is in flight or in doubt keeps its state: the
 * cycle sees the newer version of the record when the outcome is known.
 */
class JdbcQueue {

    /** Bound to nothing now, but bound once, or perhaps made by a write that a person let rest. */
    private static final String WAS_THERE = """
            (not exists (select from binding b where b.company_id = :company
                            and b.type = k.type and b.record_id = k.record_id)
             and (exists (select from retired_binding t where t.company_id = :company
                             and t.type = k.type and t.record_id = k.record_id)
               or exists (select from attempt a where a.company_id = :company
                             and a.type = k.type and a.record_id = k.record_id
                             and a.state in ('ambiguous', 'deleted-in-quickbooks'))))
            """;

    private final JdbcClient jdbc;

    JdbcQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The changed snapshots of rows that are queued already: at their place, with new parents, or out of being held. */
    void requeue(CompanyId company, Collection<RecordKey> keys) {
        wantToSave(company, keys);
        renameErrors(company, keys);
        of(company, keys, """
                update pending_sync p
                   set state = case when w.parent_id is null then 'waiting' else 'waiting-on-parent' end,
                       waits_on_type = w.parent_type, waits_on_id = w.parent_id,
                       next_try = case p.state when 'held' then null else p.next_try end,
                       tries = case p.state when 'held' then 0 else p.tries end,
                       tried_epoch = -1, look_for = case p.state when 'held' then null else p.look_for end
                  from record_keys(:types, :ids) as k(type, record_id)
                  left join lateral (
                       select r.parent_type, r.parent_id from record_reference r
                        where r.company_id = :company and r.type = k.type and r.record_id = k.record_id
                          and not exists (select from binding b where b.company_id = :company
                                             and b.type = r.parent_type and b.record_id = r.parent_id
                                             and b.gone_at is null)
                        order by r.parent_type, r.parent_id limit 1) w on true
                 where p.company_id = :company and p.type = k.type and p.record_id = k.record_id
                   and (p.state = 'waiting' and w.parent_id is not null
                     or p.state = 'waiting-on-parent'
                        and (p.waits_on_type, p.waits_on_id) is distinct from (w.parent_type, w.parent_id)
                     or p.state = 'held' and exists (
                        select from sync_error e
                         where e.company_id = :company and e.type = p.type and e.record_id = p.record_id
                           and e.state <> 'in-doubt' and (e.found is null or e.family = 'name-clash')
                           and e.family = any(:curable)))
                """).param("curable", Curable.families()).update();
        retry(company, keys);
    }

    private void wantToSave(CompanyId company, Collection<RecordKey> keys) {
        of(company, keys, """
                update pending_sync p set operation = 'save'
                  from record_keys(:types, :ids) as k(type, record_id)
                 where p.company_id = :company and p.type = k.type and p.record_id = k.record_id
                   and p.operation = 'remove'
                """).update();
    }

    /** Lists of errors are sorted and searched by the record's name as it is now. */
    private void renameErrors(CompanyId company, Collection<RecordKey> keys) {
        of(company, keys, """
                update sync_error e set sought = lower(r.name || ' ' || r.summary)
                  from record_keys(:types, :ids) as k(type, record_id), record r
                 where e.company_id = :company and e.type = k.type and e.record_id = k.record_id
                   and r.company_id = :company and r.type = k.type and r.record_id = k.record_id
                   and e.sought is distinct from lower(r.name || ' ' || r.summary)
                """).update();
    }

    /** The errors of what is no longer held are being retried. */
    private void retry(CompanyId company, Collection<RecordKey> keys) {
        of(company, keys, """
                update sync_error e set state = 'retrying'
                  from record_keys(:types, :ids) as k(type, record_id), pending_sync p
                 where e.company_id = :company and e.type = k.type and e.record_id = k.record_id and e.state = 'open'
                   and p.company_id = :company and p.type = k.type and p.record_id = k.record_id
                   and p.state in ('waiting', 'waiting-on-parent')
                """).update();
    }

    /**
     * Queues what is not queued yet, in the order given. What is bound to nothing now, but was bound once or may have been
     * made by a write that a person let rest, is looked for before it is created.
     */
    void queue(CompanyId company, List<Snapshot> snapshots, boolean forApproval, Instant now) {
        of(company, snapshots.stream().map(Snapshot::key).toList(), """
                insert into pending_sync (company_id, type, record_id, operation, mode, when_found, state, rank, queued_at,
                                          waits_on_type, waits_on_id)
                select :company, k.type, k.record_id, 'save',
                       case when past.there then 'find-or-create' else 'send' end,
                       case when past.there then 'ask' else 'relink' end,
                       case when :approval then 'awaiting-approval'
                            when w.parent_id is null then 'waiting' else 'waiting-on-parent' end,
                       k.rank, :now, w.parent_type, w.parent_id
                  from unnest(:types, :ids, :ranks) with ordinality as k(type, record_id, rank, n)
                  left join lateral (
                       select r.parent_type, r.parent_id from record_reference r
                        where not :approval
                          and r.company_id = :company and r.type = k.type and r.record_id = k.record_id
                          and not exists (select from binding b where b.company_id = :company
                                             and b.type = r.parent_type and b.record_id = r.parent_id
                                             and b.gone_at is null)
                        order by r.parent_type, r.parent_id limit 1) w on true
                 cross join lateral (select %s as there) past
                 order by k.n
                on conflict (company_id, type, record_id) do nothing
                """.formatted(WAS_THERE))
                .param("ranks", snapshots.stream().map(one -> one.type().rank()).toArray(Integer[]::new))
                .param("approval", forApproval)
                .param("now", JdbcRecords.time(now))
                .update();
    }

    /** Takes back what QuickBooks has already, as when the app undid its own change. Answers what was taken back. */
    Set<RecordKey> takeBackWhatIsSynced(CompanyId company, Collection<RecordKey> keys) {
        return new HashSet<>(of(company, keys, """
                delete from pending_sync p
                 using record_keys(:types, :ids) as k(type, record_id), binding b, record r
                 where p.company_id = :company and p.type = k.type and p.record_id = k.record_id
                   and b.company_id = :company and b.type = k.type and b.record_id = k.record_id
                   and r.company_id = :company and r.type = k.type and r.record_id = k.record_id
                   and p.state in ('waiting', 'awaiting-approval', 'waiting-on-parent')
                   and p.mode = 'send' and p.operation = 'save' and b.gone_at is null and b.synced = r.snapshot
                returning p.type, p.record_id
                """)
                .query((row, _) -> new RecordKey(row.getString("type"), row.getString("record_id")))
                .list());
    }

    /**
     * Which of these QuickBooks has, or may have: a binding, or a write whose outcome is not known yet, or none now after
     * there was one.
     */
    Set<RecordKey> knownToQuickBooks(CompanyId company, Collection<RecordKey> keys) {
        return new HashSet<>(of(company, keys, """
                select k.type, k.record_id
                  from record_keys(:types, :ids) as k(type, record_id)
                 where exists (select from binding b where b.company_id = :company
                                  and b.type = k.type and b.record_id = k.record_id and b.gone_at is null)
                    or exists (select from pending_sync p where p.company_id = :company
                                  and p.type = k.type and p.record_id = k.record_id
                                  and (p.state in ('in-flight', 'in-doubt') or p.mode <> 'send'))
                    or %s
                """.formatted(WAS_THERE))
                .query((row, _) -> new RecordKey(row.getString("type"), row.getString("record_id")))
                .list());
    }

    /** What is not on its way to QuickBooks need not go there. */
    void drop(CompanyId company, Collection<RecordKey> keys) {
        of(company, keys, """
                delete from pending_sync p using record_keys(:types, :ids) as k(type, record_id)
                 where p.company_id = :company and p.type = k.type and p.record_id = k.record_id
                   and p.state not in ('in-flight', 'in-doubt')
                """).update();
    }

    /**
     * Queues removals. A removal needs no parents; a record that is held for want of its link stays held. What is bound to
     * nothing now is looked for first.
     */
    void remove(CompanyId company, List<Change.Delete> deletions, boolean forApproval, Instant now) {
        List<RecordKey> keys = deletions.stream().map(Change::key).toList();
        of(company, keys, """
                insert into pending_sync as p (company_id, type, record_id, operation, mode, when_found, state, rank, queued_at)
                select :company, k.type, k.record_id, 'remove',
                       case when past.there then 'find-or-create' else 'send' end,
                       case when past.there then 'ask' else 'relink' end,
                       case when :approval then 'awaiting-approval' else 'waiting' end, k.rank, :now
                  from unnest(:types, :ids, :ranks) with ordinality as k(type, record_id, rank, n)
                 cross join lateral (select %s as there) past
                 order by k.n
                on conflict (company_id, type, record_id) do update
                   set operation = 'remove', waits_on_type = null, waits_on_id = null,
                       next_try = null, tried_epoch = -1,
                       state = case when p.state = 'waiting-on-parent' then 'waiting'
                                    when p.state = 'held' and exists (
                                         select from sync_error e
                                          where e.company_id = p.company_id and e.type = p.type
                                            and e.record_id = p.record_id and e.state <> 'in-doubt'
                                            and (e.found is null or e.family = 'name-clash')
                                            and e.family = any(:curable)) then 'waiting'
                                    else p.state end
                """.formatted(WAS_THERE))
                .param("ranks", deletions.stream().map(one -> one.type().rank()).toArray(Integer[]::new))
                .param("approval", forApproval)
                .param("now", JdbcRecords.time(now))
                .param("curable", Curable.families())
                .update();
        retry(company, keys);
    }

    private JdbcClient.StatementSpec of(CompanyId company, Collection<RecordKey> keys, String sql) {
        Keys columns = Keys.of(keys);
        return jdbc.sql(sql)
                .param("company", company.value())
                .param("types", columns.types())
                .param("ids", columns.ids());
    }
}
