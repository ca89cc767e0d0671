package dev.relink.firstlink;

import dev.relink.binding.Binding;
import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.history.History;
import dev.relink.pending.PendingSyncs;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person says about records that wait in the first link: a handful of statements however many there are. */
@Service
public class FirstLinkDecisions {

    private final JdbcClient jdbc;
    private final PendingSyncs pendings;
    private final History history;
    private final InstantSource clock;

    FirstLinkDecisions(JdbcClient jdbc, PendingSyncs pendings, History history, InstantSource clock) {
        this.jdbc = jdbc;
        this.pendings = pendings;
        this.history = history;
        this.clock = clock;
    }

    /** All exact matches. @return what was bound */
    @Transactional
    public List<Pair> acceptExact(CompanyId company, Keep keep, String by) {
        List<Pair> exact = jdbc.sql("""
                        select m.type, m.record_id, m.quickbooks_id from first_link_match m
                          join pending_sync p on p.company_id = m.company_id and p.type = m.type
                               and p.record_id = m.record_id and p.first_link
                         where m.company_id = :company and m.exact
                        """)
                .param("company", company.value())
                .query((row, n) -> new Pair(new RecordKey(row.getString(1), row.getString(2)), row.getString(3)))
                .list();
        return accept(company, exact, keep, by);
    }

    /**
     * These records are those entries. What does not wait any more, or whose entry is gone or was taken by another record
     * meanwhile, is left out.
     *
     * @return what was bound
     */
    @Transactional
    public List<Pair> accept(CompanyId company, List<Pair> pairs, Keep keep, String by) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Pair> bound = bind(company, pairs, keep, now);
        List<RecordKey> keys = bound.stream().map(Pair::key).toList();
        forget(company, bound);
        if (keep == Keep.QUICKBOOKS) {
            drop(company, keys);
        } else {
            go(company, keys);
        }
        pendings.parents().release(company, keys);
        tell(
                company,
                bound.stream()
                        .map(one -> event(one.key(), "relinked", by, "First link: accepted", one.quickbooksId()))
                        .toList(),
                now);
        return bound;
    }

    /** The rows are locked, so that of two people who press at once one binds. */
    private List<Pair> bind(CompanyId company, List<Pair> pairs, Keep keep, Instant now) {
        return jdbc.sql("""
                        with mine as (
                          select distinct on (p.type, u.quickbooks_id) p.type, p.record_id, u.quickbooks_id
                            from unnest(:types::text[], :ids::text[], :quickbooksIds::text[]) as u(type, id, quickbooks_id)
                            join (select type, record_id from pending_sync
                                   where company_id = :company and first_link
                                   order by type, record_id for update) p on p.type = u.type and p.record_id = u.id
                           order by p.type, u.quickbooks_id, p.record_id)
                        insert into binding (company_id, type, record_id, quickbooks_id, edit_token, full_name, synced,
                                             synced_version, bound_at, synced_at)
                        select :company, m.type, m.record_id, m.quickbooks_id,
                               case when :quickbooks then :readFirst else q.edit_token end, q.full_name,
                               case when :quickbooks then r.snapshot end, case when :quickbooks then r.version else 0 end,
                               :now, case when :quickbooks then :now::timestamptz end
                          from mine m
                          join record r on r.company_id = :company and r.type = m.type and r.record_id = m.record_id
                          join quickbooks_entry q on q.company_id = :company and q.list = m.type
                               and q.quickbooks_id = m.quickbooks_id and q.gone_at is null
                        on conflict do nothing
                        returning type, record_id, quickbooks_id
                        """)
                .param("company", company.value())
                .param("types", texts(pairs, one -> one.key().type()))
                .param("ids", texts(pairs, one -> one.key().id()))
                .param("quickbooksIds", texts(pairs, Pair::quickbooksId))
                .param("quickbooks", keep == Keep.QUICKBOOKS)
                .param("readFirst", Binding.READ_FIRST)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Pair(new RecordKey(row.getString(1), row.getString(2)), row.getString(3)))
                .list();
    }

    /** They are something else: created at the next run. @return how many waited */
    @Transactional
    public int create(CompanyId company, Collection<RecordKey> keys, String by) {
        List<RecordKey> waiting = waiting(company, keys);
        go(company, waiting);
        forgetRecords(company, waiting);
        tell(
                company,
                waiting.stream()
                        .map(key -> event(key, "approve", by, "First link: something else, to be created", ""))
                        .toList(),
                clock.instant());
        return waiting.size();
    }

    /** They are not wanted in QuickBooks: not sent until the app changes them. @return how many waited */
    @Transactional
    public int ignore(CompanyId company, Collection<RecordKey> keys, String by) {
        List<RecordKey> waiting = waiting(company, keys);
        on(waiting, jdbc.sql("""
                        update record set skipped = 'Ignored at the first link' where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()));
        drop(company, waiting);
        forgetRecords(company, waiting);
        tell(
                company,
                waiting.stream()
                        .map(key -> event(key, "skip", by, "First link: ignored", ""))
                        .toList(),
                clock.instant());
        return waiting.size();
    }

    private List<RecordKey> waiting(CompanyId company, Collection<RecordKey> keys) {
        return jdbc.sql("""
                        select type, record_id from pending_sync
                         where company_id = :company and first_link
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                         order by type, record_id for update
                        """)
                .param("company", company.value())
                .param("types", texts(keys, RecordKey::type))
                .param("ids", texts(keys, RecordKey::id))
                .query((row, n) -> new RecordKey(row.getString(1), row.getString(2)))
                .list();
    }

    private void go(CompanyId company, List<RecordKey> keys) {
        on(keys, jdbc.sql("""
                        update pending_sync set first_link = false, state = 'waiting', tried_epoch = -1
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()));
    }

    private void drop(CompanyId company, List<RecordKey> keys) {
        on(keys, jdbc.sql("""
                        delete from pending_sync where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()));
    }

    /** What was proposed for them; and what was proposed to others, an entry being one record only. */
    private void forget(CompanyId company, List<Pair> bound) {
        forgetRecords(company, bound.stream().map(Pair::key).toList());
        jdbc.sql("""
                        delete from first_link_match where company_id = :company
                           and (type, quickbooks_id) in (select * from unnest(:types::text[], :quickbooksIds::text[]))
                        """)
                .param("company", company.value())
                .param("types", texts(bound, one -> one.key().type()))
                .param("quickbooksIds", texts(bound, Pair::quickbooksId))
                .update();
    }

    private void forgetRecords(CompanyId company, List<RecordKey> keys) {
        on(keys, jdbc.sql("""
                        delete from first_link_match where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()));
    }

    private void tell(CompanyId company, List<History.Event> events, Instant at) {
        history.add(company, events, at);
        jdbc.sql("""
                        insert into audit (company_id, at, actor, act, type, record_id, after)
                        select :company, :at, u.by, 'first-link ' || u.outcome, u.type, u.id,
                               jsonb_build_object('quickbooksId', u.quickbooks_id)
                          from unnest(:types::text[], :ids::text[], :outcomes::text[], :bys::text[], :quickbooksIds::text[])
                               as u(type, id, outcome, by, quickbooks_id)
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .param("types", texts(events, one -> one.key().type()))
                .param("ids", texts(events, one -> one.key().id()))
                .param("outcomes", texts(events, History.Event::outcome))
                .param("bys", texts(events, History.Event::actor))
                .param("quickbooksIds", texts(events, History.Event::quickbooksId))
                .update();
    }

    private static History.Event event(RecordKey key, String outcome, String by, String message, String quickbooksId) {
        return new History.Event(key, outcome, by, "", message, quickbooksId, null, null);
    }

    private static void on(List<RecordKey> keys, JdbcClient.StatementSpec statement) {
        statement
                .param("types", texts(keys, RecordKey::type))
                .param("ids", texts(keys, RecordKey::id))
                .update();
    }

    private static <T> String[] texts(Collection<T> some, Function<T, String> part) {
        return some.stream().map(part).toArray(String[]::new);
    }
}
