package dev.relink.pending;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is looked up in QuickBooks before it is sent, or while it is held. */
public final class LookedUp {

    private final PendingRows rows;

    LookedUp(PendingRows rows) {
        this.rows = rows;
    }

    /** Held ones of which something is asked in this same visit. */
    public void lookFor(CompanyId company, Collection<RecordKey> keys, String lookFor) {
        rows.of(company, keys, """
                        update pending_sync set look_for = :lookFor::jsonb, tried_epoch = -1
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("lookFor", lookFor).update();
    }

    /** Held ones that are known to be in QuickBooks under these ids: read there in this same visit, bound, then updated. */
    public void checkBindings(CompanyId company, Map<RecordKey, String> ids) {
        List<RecordKey> keys = List.copyOf(ids.keySet());
        int changed = rows.of(company, keys, """
                        update pending_sync p set state = 'waiting', mode = 'check-binding', tried_epoch = -1, merged = null,
                               look_for = jsonb_build_object('quickbooksId', u.quickbooks_id, 'clash', false)
                          from record_keys(:types::text[], :ids::text[], :quickbooksIds::text[]) as u(type, id, quickbooks_id)
                         where p.company_id = :company and p.type = u.type and p.record_id = u.id
                        """)
                .param("quickbooksIds", keys.stream().map(ids::get).toArray(String[]::new))
                .update();
        PendingRows.expect(keys.size(), changed);
    }

    /** The edit token is old: read again in this visit, or in the next when this visit has done so already. */
    public void readAgain(CompanyId company, Collection<RecordKey> keys, long epoch) {
        rows.of(company, keys, """
                        update pending_sync set state = 'waiting', mode = 'read-again', tries = tries + 1,
                               tried_epoch = case when merged is null then -1 else :epoch end, merged = null
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("epoch", epoch).update();
    }

    /** Refused, and it is not known for what: looked up in this same visit. @param lookFor by record, as JSON */
    public void trace(CompanyId company, Map<RecordKey, String> lookFor) {
        List<RecordKey> keys = List.copyOf(lookFor.keySet());
        int traced = rows.of(company, keys, """
                        update pending_sync p set state = 'waiting', mode = 'trace', tries = tries + 1, tried_epoch = -1,
                               merged = null, look_for = u.look_for::jsonb
                          from unnest(:types::text[], :ids::text[], :lookFor::text[]) as u(type, id, look_for)
                         where p.company_id = :company and p.type = u.type and p.record_id = u.id
                        """)
                .param("lookFor", keys.stream().map(lookFor::get).toArray(String[]::new))
                .update();
        PendingRows.expect(keys.size(), traced);
    }

    /** Looked up: they are sent next, each with what is sent instead of its snapshot, as JSON; null = nothing is. */
    public void send(CompanyId company, Map<RecordKey, @Nullable String> merged) {
        List<RecordKey> keys = List.copyOf(merged.keySet());
        int changed = rows.of(company, keys, """
                        update pending_sync p set state = 'waiting', mode = 'send', look_for = null,
                               merged = u.merged::jsonb, tried_epoch = -1
                          from record_keys(:types::text[], :ids::text[], :merged::text[]) as u(type, id, merged)
                         where p.company_id = :company and p.type = u.type and p.record_id = u.id
                        """)
                .param("merged", keys.stream().map(merged::get).toArray(String[]::new))
                .update();
        PendingRows.expect(keys.size(), changed);
    }

    /** What was asked about these held ones is answered. */
    public void answered(CompanyId company, Collection<RecordKey> keys, long epoch) {
        rows.of(company, keys, """
                        update pending_sync set look_for = null, tried_epoch = :epoch
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("epoch", epoch).update();
    }
}
