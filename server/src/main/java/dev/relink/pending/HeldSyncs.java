package dev.relink.pending;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;

/** What waits for a person, and how it gets going again. */
public final class HeldSyncs {

    private final PendingRows rows;

    HeldSyncs(PendingRows rows) {
        this.rows = rows;
    }

    /** Held by a sync error until a person acts. */
    public int hold(CompanyId company, Collection<RecordKey> keys, long tried) {
        return rows.of(company, keys, """
                        update pending_sync set state = 'held', mode = 'send', look_for = null, merged = null,
                               forced = false, tries = tries + 1, in_vain = null, tried_epoch = :tried, waits_on_type = null, waits_on_id = null
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("tried", tried).update();
    }

    /** Held before it was sent: what QuickBooks would say is foreseen. */
    public void holdUnsent(CompanyId company, Collection<RecordKey> keys, long tried) {
        int changed = rows.of(company, keys, """
                        update pending_sync set state = 'held', tried_epoch = :tried
                         where company_id = :company and state is not distinct from 'waiting'
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("tried", tried).update();
        PendingRows.expect(keys.size(), changed);
    }

    /** A person wants these sent once, whatever is foreseen. */
    public void force(CompanyId company, Collection<RecordKey> keys) {
        rows.of(company, keys, """
                        update pending_sync set forced = true
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
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
        rows.of(company, keys, """
                        update pending_sync p set mode = 'find-or-create', when_found = 'ask'
                         where p.company_id = :company and p.state is not distinct from 'held'
                           and (p.type, p.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                           and not exists (select from binding b where b.company_id = p.company_id and b.type = p.type
                                              and b.record_id = p.record_id)
                        """).update();
    }

    /** A person sends these again: as they would have gone, looked for first where that was the way. */
    public void sendAgain(CompanyId company, Collection<RecordKey> keys) {
        rows.of(company, keys, """
                        update pending_sync set state = 'waiting', look_for = null, in_vain = null, tried_epoch = -1
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).update();
    }

    /** Makes rows that are held, for trouble that was found by reading; what is pending already becomes held too. */
    public void holdNew(CompanyId company, Collection<RecordKey> keys, short[] ranks, long epoch) {
        rows.of(company, keys, """
                        insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at, tried_epoch)
                        select :company, u.type, u.id, 'save', 'held', u.rank, now(), :epoch
                          from unnest(:types::text[], :ids::text[], :ranks::smallint[]) as u(type, id, rank)
                        on conflict (company_id, type, record_id) do update set state = 'held', mode = 'send',
                              look_for = null, waits_on_type = null, waits_on_id = null, tried_epoch = :epoch
                         where pending_sync.state not in ('in-flight', 'in-doubt')
                        """).param("ranks", ranks).param("epoch", epoch).update();
    }
}
