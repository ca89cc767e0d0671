package dev.relink.pending;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue to QuickBooks. Every statement names one company and moves many rows. */
@Repository
public class PendingSyncs {

    private final JdbcClient jdbc;
    private final WaitingOnParents parents;

    public PendingSyncs(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.parents = new WaitingOnParents(jdbc);
    }

    /** Who waits on whom. */
    public WaitingOnParents parents() {
        return parents;
    }

    /** Is there more for this visit: something to send or to look up that it has not tried. */
    public boolean hasMore(CompanyId company, long epoch) {
        return jdbc.sql("""
                        select exists (select from pending_sync where company_id = :company and state = 'waiting'
                                          and tried_epoch <> :epoch)
                            or exists (select from pending_sync where company_id = :company and state = 'held'
                                          and look_for is not null and tried_epoch <> :epoch)
                        """)
                .param("company", company.value())
                .param("epoch", epoch)
                .query(Boolean.class)
                .single();
    }

    /** How many wait, counted no further than {@code most}. */
    public int waiting(CompanyId company, int most) {
        return jdbc.sql("""
                        select count(*) from (select from pending_sync where company_id = :company
                                                 and state = 'waiting' limit :most) w
                        """)
                .param("company", company.value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** @throws IllegalStateException when not every row was there: the plan is stale and must not go out */
    public void inFlight(CompanyId company, Collection<RecordKey> keys) {
        expect(keys.size(), move(company, keys, "in-flight", "waiting"));
    }

    /** Back in the queue. {@code tried} is the epoch that shall not try it again, or -1. */
    public int queue(CompanyId company, Collection<RecordKey> keys, long tried, boolean countTry) {
        return of(company, keys, """
                        update pending_sync set state = 'waiting', mode = 'send', look_for = null, tried_epoch = :tried,
                               tries = tries + :add
                         where company_id = :company
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """)
                .param("tried", tried)
                .param("add", countTry ? 1 : 0)
                .update();
    }

    /** A set was refused whole: what was in it travels in smaller company until it is told. */
    public void inSmallerSets(CompanyId company, Collection<RecordKey> keys, int batchLimit) {
        of(company, keys, """
                        update pending_sync set batch_limit = :limit
                         where company_id = :company
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """).param("limit", batchLimit).update();
    }

    public int inDoubt(CompanyId company, Collection<RecordKey> keys) {
        return move(company, keys, "in-doubt", "in-flight");
    }

    /** Held by a sync error until a person acts. */
    public int hold(CompanyId company, Collection<RecordKey> keys, long tried) {
        return of(company, keys, """
                        update pending_sync set state = 'held', mode = 'send', look_for = null, merged = null,
                               forced = false, tries = tries + 1, tried_epoch = :tried, waits_on_type = null, waits_on_id = null
                         where company_id = :company
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """).param("tried", tried).update();
    }

    /** Held before it was sent: what QuickBooks would say is foreseen. */
    public void holdUnsent(CompanyId company, Collection<RecordKey> keys, long tried) {
        int rows = of(company, keys, """
                        update pending_sync set state = 'held', tried_epoch = :tried
                         where company_id = :company and state = 'waiting'
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """).param("tried", tried).update();
        expect(keys.size(), rows);
    }

    /** A person wants these sent once, whatever is foreseen. */
    public void force(CompanyId company, Collection<RecordKey> keys) {
        of(company, keys, """
                        update pending_sync set forced = true
                         where company_id = :company
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """).update();
    }

    /**
     * As {@link #hold}, and whichever way it gets going again, a record that is bound to nothing is looked for before it is
     * created; should something like it be there, a person is asked.
     */
    public void holdToLookFirst(CompanyId company, Collection<RecordKey> keys, long tried) {
        hold(company, keys, tried);
        lookFirst(company, keys);
    }

    /** The held ones of these, as {@link #holdToLookFirst} says. */
    public void lookFirst(CompanyId company, Collection<RecordKey> keys) {
        of(company, keys, """
                        update pending_sync p set mode = 'find-or-create', when_found = 'ask'
                         where p.company_id = :company and p.state = 'held'
                           and (p.type, p.record_id) in (select * from unnest(:types::text[], :ids::text[]))
                           and not exists (select from binding b where b.company_id = p.company_id and b.type = p.type
                                              and b.record_id = p.record_id)
                        """).update();
    }

    /** A person sends these again: as they would have gone, looked for first where that was the way. */
    public void sendAgain(CompanyId company, Collection<RecordKey> keys) {
        of(company, keys, """
                        update pending_sync set state = 'waiting', look_for = null, tried_epoch = -1
                         where company_id = :company
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """).update();
    }

    /** Held ones of which something is asked in this same visit. */
    public void lookFor(CompanyId company, Collection<RecordKey> keys, String lookFor) {
        of(company, keys, """
                        update pending_sync set look_for = :lookFor::jsonb, tried_epoch = -1
                         where company_id = :company
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """).param("lookFor", lookFor).update();
    }

    /** Held ones that are known to be in QuickBooks under these ids: read there in this same visit, bound, then updated. */
    public void checkBindings(CompanyId company, Map<RecordKey, String> ids) {
        List<RecordKey> keys = List.copyOf(ids.keySet());
        int rows = of(company, keys, """
                        update pending_sync p set state = 'waiting', mode = 'check-binding', tried_epoch = -1, merged = null,
                               look_for = jsonb_build_object('quickbooksId', u.quickbooks_id, 'clash', false)
                          from unnest(:types::text[], :ids::text[], :quickbooksIds::text[]) as u(type, id, quickbooks_id)
                         where p.company_id = :company and p.type = u.type and p.record_id = u.id
                        """)
                .param("quickbooksIds", keys.stream().map(ids::get).toArray(String[]::new))
                .update();
        expect(keys.size(), rows);
    }

    /** After a reactivation: now the record itself is sent. */
    public void save(CompanyId company, Collection<RecordKey> keys) {
        of(company, keys, """
                        update pending_sync set operation = 'save', state = 'waiting', mode = 'send'
                         where company_id = :company
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """).update();
    }

    /** The edit token is old: read again in this visit, or in the next when this visit has done so already. */
    public void readAgain(CompanyId company, Collection<RecordKey> keys, long epoch) {
        of(company, keys, """
                        update pending_sync set state = 'waiting', mode = 'read-again', tries = tries + 1,
                               tried_epoch = case when merged is null then -1 else :epoch end, merged = null
                         where company_id = :company
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """).param("epoch", epoch).update();
    }

    /** Looked up: they are sent next, each with what is sent instead of its snapshot, as JSON; null = nothing is. */
    public void send(CompanyId company, Map<RecordKey, @Nullable String> merged) {
        List<RecordKey> keys = List.copyOf(merged.keySet());
        int rows = jdbc.sql("""
                        update pending_sync p set state = 'waiting', mode = 'send', look_for = null,
                               merged = u.merged::jsonb, tried_epoch = -1
                          from unnest(:types::text[], :ids::text[], :merged::text[]) as u(type, id, merged)
                         where p.company_id = :company and p.type = u.type and p.record_id = u.id
                        """)
                .param("company", company.value())
                .param("types", types(keys))
                .param("ids", ids(keys))
                .param("merged", keys.stream().map(merged::get).toArray(String[]::new))
                .update();
        expect(keys.size(), rows);
    }

    /** What was asked about these held ones is answered. */
    public void answered(CompanyId company, Collection<RecordKey> keys, long epoch) {
        of(company, keys, """
                        update pending_sync set look_for = null, tried_epoch = :epoch
                         where company_id = :company
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """).param("epoch", epoch).update();
    }

    /** Nothing was learned: left for the next visit. */
    public void leave(CompanyId company, Collection<RecordKey> keys, long epoch) {
        of(company, keys, """
                        update pending_sync set tried_epoch = :epoch
                         where company_id = :company
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """).param("epoch", epoch).update();
    }

    /**
     * Told: the row goes, unless the record has changed since {@code versions}, when it waits again.
     *
     * @param versions the versions that were sent, beside the keys
     */
    public void told(CompanyId company, List<RecordKey> keys, Long[] versions) {
        of(company, keys, """
                        with told as (
                          select u.type, u.id, r.deleted,
                                 (r.version > u.version or r.deleted and p.operation = 'save')
                                   and not (r.deleted and coalesce(f.on_delete, 'remove') = 'ignore') as changed
                            from unnest(:types::text[], :ids::text[], :versions::bigint[]) as u(type, id, version)
                            join record r on r.company_id = :company and r.type = u.type and r.record_id = u.id
                            join pending_sync p on p.company_id = :company and p.type = u.type and p.record_id = u.id
                            left join flow f on f.company_id = :company and f.type = u.type
                        ), again as (
                          update pending_sync p set state = 'waiting', mode = 'send', merged = null, look_for = null,
                                 tries = 0, forced = false, operation = case when told.deleted then 'remove' else 'save' end
                            from told where told.changed and p.company_id = :company and p.type = told.type
                             and p.record_id = told.id
                        )
                        delete from pending_sync p using told
                         where not told.changed and p.company_id = :company and p.type = told.type
                           and p.record_id = told.id
                        """).param("versions", versions).update();
    }

    /** Makes rows that are held, for trouble that was found by reading; what is pending already becomes held too. */
    public void holdNew(CompanyId company, Collection<RecordKey> keys, short[] ranks, long epoch) {
        of(company, keys, """
                        insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at, tried_epoch)
                        select :company, u.type, u.id, 'save', 'held', u.rank, now(), :epoch
                          from unnest(:types::text[], :ids::text[], :ranks::smallint[]) as u(type, id, rank)
                        on conflict (company_id, type, record_id) do update set state = 'held', mode = 'send',
                              look_for = null, waits_on_type = null, waits_on_id = null, tried_epoch = :epoch
                         where pending_sync.state not in ('in-flight', 'in-doubt')
                        """).param("ranks", ranks).param("epoch", epoch).update();
    }

    private int move(CompanyId company, Collection<RecordKey> keys, String to, String from) {
        return of(company, keys, """
                        update pending_sync set state = :to
                         where company_id = :company and state = :from
                           and (type, record_id) in (select * from unnest(:types::text[], :ids::text[]))
                        """).param("to", to).param("from", from).update();
    }

    private JdbcClient.StatementSpec of(CompanyId company, Collection<RecordKey> keys, String sql) {
        return jdbc.sql(sql)
                .param("company", company.value())
                .param("types", types(keys))
                .param("ids", ids(keys));
    }

    private static void expect(int wanted, int rows) {
        if (wanted != rows) {
            throw new IllegalStateException("%d pending syncs should have changed, %d did".formatted(wanted, rows));
        }
    }

    private static String[] types(Collection<RecordKey> keys) {
        return keys.stream().map(RecordKey::type).toArray(String[]::new);
    }

    private static String[] ids(Collection<RecordKey> keys) {
        return keys.stream().map(RecordKey::id).toArray(String[]::new);
    }
}
