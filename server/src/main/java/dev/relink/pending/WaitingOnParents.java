package dev.relink.pending;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;

/** Pending syncs that wait on a record they refer to: who waits on whom, and who goes when it is bound. */
public final class WaitingOnParents {

    private final PendingRows rows;

    WaitingOnParents(PendingRows rows) {
        this.rows = rows;
    }

    /** Their parents were just bound: children that waited on these go, or wait on the next missing parent. */
    public int release(CompanyId company, Collection<RecordKey> parents) {
        return rows.of(company, parents, """
                        update pending_sync p
                           set state = case when w.parent_id is null then 'waiting' else 'waiting-on-parent' end,
                               waits_on_type = w.parent_type, waits_on_id = w.parent_id
                          from (select q.type, q.record_id, u.parent_type, u.parent_id
                                  from record_keys(:types::text[], :ids::text[]) k
                                 cross join lateral (
                                       select x.company_id, x.type, x.record_id from pending_sync x
                                        where x.company_id = :company and x.waits_on_type = k.type
                                          and x.waits_on_id = k.id
                                          and x.state is not distinct from 'waiting-on-parent' offset 0) q
                                  left join lateral (
                                       select rr.parent_type, rr.parent_id from record_reference rr
                                         left join binding b on b.company_id = rr.company_id and b.type = rr.parent_type
                                               and b.record_id = rr.parent_id
                                        where rr.company_id = q.company_id and rr.type = q.type
                                          and rr.record_id = q.record_id
                                          and (b.record_id is null or b.gone_at is not null)
                                        limit 1) u on true) w
                         where p.company_id = :company and p.type = w.type and p.record_id = w.record_id
                        """).update();
    }

    /** Those of these that refer to a record without a living binding wait on it. */
    public int waitOnParents(CompanyId company, Collection<RecordKey> keys) {
        return rows.of(company, keys, """
                        update pending_sync p
                           set state = 'waiting-on-parent', waits_on_type = u.parent_type, waits_on_id = u.parent_id
                          from (select distinct on (rr.type, rr.record_id) rr.type, rr.record_id, rr.parent_type,
                                       rr.parent_id
                                  from record_reference rr
                                  left join binding b on b.company_id = rr.company_id and b.type = rr.parent_type
                                        and b.record_id = rr.parent_id
                                 where rr.company_id = :company
                                   and (rr.type, rr.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                                   and (b.record_id is null or b.gone_at is not null)
                                 order by rr.type, rr.record_id, rr.parent_type, rr.parent_id) u
                         where p.company_id = :company and p.type = u.type and p.record_id = u.record_id
                           and p.state is not distinct from 'waiting' and p.operation = 'save'
                        """).update();
    }

    /** A dead parent: everything that waits to be sent and refers to it waits on it instead. */
    public int waitOn(CompanyId company, Collection<RecordKey> parents) {
        return rows.of(company, parents, """
                        update pending_sync p set state = 'waiting-on-parent', waits_on_type = rr.parent_type,
                               waits_on_id = rr.parent_id
                          from record_reference rr
                         where rr.company_id = :company
                           and (rr.parent_type, rr.parent_id) in (select * from record_keys(:types::text[], :ids::text[]))
                           and p.company_id = :company and p.type = rr.type and p.record_id = rr.record_id
                           and p.state is not distinct from 'waiting' and p.operation = 'save'
                        """).update();
    }
}
