package dev.relink.pending;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The queue to QuickBooks. Every statement names one company and moves many rows, each by its key: a state is compared by
 * {@code is not distinct from}, which no index answers, where a plan could else read all that are in that state.
 */
@Repository
public class PendingSyncs {

    private final JdbcClient jdbc;
    private final PendingRows rows;
    private final WaitingOnParents parents;
    private final HeldSyncs held;
    private final LookedUp lookedUp;
    private final InVain inVain;

    public PendingSyncs(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new PendingRows(jdbc);
        this.parents = new WaitingOnParents(rows);
        this.held = new HeldSyncs(rows);
        this.lookedUp = new LookedUp(rows);
        this.inVain = new InVain(rows);
    }

    /** Who waits on whom. */
    public WaitingOnParents parents() {
        return parents;
    }

    /** What waits for a person. */
    public HeldSyncs held() {
        return held;
    }

    /** What is looked up before it is sent. */
    public LookedUp lookedUp() {
        return lookedUp;
    }

    /** How often each went again for nothing. */
    public InVain inVain() {
        return inVain;
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
        PendingRows.expect(keys.size(), move(company, keys, "in-flight", "waiting"));
    }

    /** Back in the queue. {@code tried} is the epoch that shall not try it again, or -1. */
    public int queue(CompanyId company, Collection<RecordKey> keys, long tried, boolean countTry) {
        return rows.of(company, keys, """
                        update pending_sync set state = 'waiting', mode = 'send', look_for = null, tried_epoch = :tried,
                               tries = tries + :add
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("tried", tried)
                .param("add", countTry ? 1 : 0)
                .update();
    }

    /** A set was refused whole: what was in it travels in smaller company until it is told. */
    public void inSmallerSets(CompanyId company, Collection<RecordKey> keys, int batchLimit) {
        rows.of(company, keys, """
                        update pending_sync set batch_limit = :limit
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("limit", batchLimit).update();
    }

    public int inDoubt(CompanyId company, Collection<RecordKey> keys) {
        return move(company, keys, "in-doubt", "in-flight");
    }

    /** After a reactivation: now the record itself is sent. */
    public void save(CompanyId company, Collection<RecordKey> keys) {
        rows.of(company, keys, """
                        update pending_sync set operation = 'save', state = 'waiting', mode = 'send'
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).update();
    }

    /** Nothing was learned: left for the next visit. */
    public void leave(CompanyId company, Collection<RecordKey> keys, long epoch) {
        rows.of(company, keys, """
                        update pending_sync set tried_epoch = :epoch
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("epoch", epoch).update();
    }

    /**
     * Told: the row goes, unless the record has changed since {@code versions}, when it waits again.
     *
     * @param versions the versions that were sent, beside the keys
     */
    public void told(CompanyId company, List<RecordKey> keys, Long[] versions) {
        rows.of(company, keys, """
                        with told as (
                          select u.type, u.id, r.deleted,
                                 (r.version > u.version::bigint or r.deleted and p.operation = 'save')
                                   and not (r.deleted and coalesce(f.on_delete, 'remove') = 'ignore') as changed
                            from record_keys(:types::text[], :ids::text[], :versions::text[]) as u(type, id, version)
                            join record r on r.company_id = :company and r.type = u.type and r.record_id = u.id
                            join pending_sync p on p.company_id = :company and p.type = u.type and p.record_id = u.id
                            left join flow f on f.company_id = :company and f.type = u.type
                        ), again as (
                          update pending_sync p set state = 'waiting', mode = 'send', merged = null, look_for = null,
                                 tries = 0, in_vain = null, forced = false, operation = case when told.deleted then 'remove' else 'save' end
                            from told where told.changed and p.company_id = :company and p.type = told.type
                             and p.record_id = told.id
                        )
                        delete from pending_sync p using told
                         where not told.changed and p.company_id = :company and p.type = told.type
                           and p.record_id = told.id
                        """)
                .param("versions", Arrays.stream(versions).map(Object::toString).toArray(String[]::new))
                .update();
    }

    private int move(CompanyId company, Collection<RecordKey> keys, String to, String from) {
        return rows.of(company, keys, """
                        update pending_sync set state = :to
                         where company_id = :company and state is not distinct from :from
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("to", to).param("from", from).update();
    }
}
