package dev.relink.repair;

import dev.relink.binding.Binding;
import dev.relink.binding.Bindings;
import dev.relink.company.CompanyId;
import dev.relink.cycle.LookFor;
import dev.relink.entity.RecordKey;
import dev.relink.pending.Mode;
import dev.relink.pending.PendingSyncs;
import dev.relink.pending.WhenFound;
import dev.relink.syncerror.SyncErrors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does a repair to all records that it was accepted for: a handful of statements however many there are. */
@Component
class Effects {

    private final JdbcClient jdbc;
    private final Bindings bindings;
    private final PendingSyncs pendings;
    private final SyncErrors errors;

    Effects(JdbcClient jdbc, Bindings bindings, PendingSyncs pendings, SyncErrors errors) {
        this.jdbc = jdbc;
        this.bindings = bindings;
        this.pendings = pendings;
        this.errors = errors;
    }

    void apply(CompanyId company, Repair repair, List<Subject> subjects, String by, Instant at) {
        List<RecordKey> keys = subjects.stream().map(Subject::key).toList();
        switch (repair) {
            case Repair.ClearId(WhenFound whenFound) -> clearId(company, subjects, whenFound, by, at);
            case Repair.SendAgain _ -> {
                sendAgain(company, keys);
                pendings.held().force(company, keys);
            }
            case Repair.KeepApp _ -> sendAgain(company, keys);
            case Repair.Relink(String quickbooksId) -> relink(company, subjects, any -> quickbooksId);
            case Repair.RelinkEach(var ids) ->
                relink(company, subjects, subject -> Objects.requireNonNull(ids.get(subject.key())));
            case Repair.RelinkToTwin _ -> relinkToTwins(company, subjects, by, at);
            case Repair.SyncParentFirst _ -> {
                parentsFirst(company, keys);
                errors.retrying(company, keys);
            }
            case Repair.Skip(String reason) -> {
                skip(company, keys, reason);
                forget(company, keys);
            }
            case Repair.Never(String reason) -> {
                skip(company, keys, reason);
                never(company, keys);
                forget(company, keys);
            }
            case Repair.Reactivate _ -> reactivate(company, subjects);
            case Repair.Rename(String name) -> {
                rename(company, keys, any -> name);
                sendAgain(company, keys);
            }
            case Repair.RenameEach(var names) -> {
                rename(company, keys, key -> Objects.requireNonNull(names.get(key)));
                sendAgain(company, keys);
            }
            case Repair.KeepQuickBooks _ -> {
                agree(company, keys);
                forget(company, keys);
            }
            case Repair.KeepFields(Set<String> fields) -> {
                sendAgain(company, keys);
                keepFields(company, keys, fields);
            }
            case Repair.CreateNew _ -> {
                bindings.retire(company, keys, at, by, "create-new");
                nextGeneration(company, keys);
                queue(company, subjects, "save", Mode.SEND, WhenFound.CREATE, any -> null);
                drop(company, keys);
            }
        }
        pendings.parents().waitOnParents(company, keys);
    }

    private void clearId(CompanyId company, List<Subject> subjects, WhenFound whenFound, String by, Instant at) {
        List<RecordKey> keys = subjects.stream().map(Subject::key).toList();
        bindings.retire(company, keys, at, by, "clear-id");
        queue(
                company,
                subjects,
                "save",
                Mode.FIND_OR_CREATE,
                whenFound,
                subject -> LookFor.id(subject.oldId()).json());
        drop(company, keys);
    }

    /** The old bindings stay until the new ones are proven. */
    private void relink(CompanyId company, List<Subject> subjects, Function<Subject, String> quickbooksId) {
        queue(
                company,
                subjects,
                "save",
                Mode.CHECK_BINDING,
                WhenFound.RELINK,
                subject -> LookFor.id(quickbooksId.apply(subject)).json());
        drop(company, subjects.stream().map(Subject::key).toList());
    }

    private void relinkToTwins(CompanyId company, List<Subject> subjects, String by, Instant at) {
        List<RecordKey> keys = subjects.stream().map(Subject::key).toList();
        bindings.retire(company, keys, at, by, "relink");
        queue(company, subjects, "save", Mode.CHECK_BINDING, WhenFound.RELINK, subject -> {
            Lookalike twin = subject.lookalike();
            return LookFor.id(twin == null ? null : twin.quickbooksId()).json();
        });
        drop(company, keys);
    }

    /** What is bound to nothing, since an inactive one has its name, is bound to that one first. */
    private void reactivate(CompanyId company, List<Subject> subjects) {
        Map<Boolean, List<Subject>> byTwin =
                subjects.stream().collect(Collectors.partitioningBy(Subject::hasInactiveTwin));
        queue(company, byTwin.getOrDefault(false, List.of()), "reactivate", Mode.SEND, WhenFound.RELINK, any -> null);
        queue(
                company,
                byTwin.getOrDefault(true, List.of()),
                "reactivate",
                Mode.CHECK_BINDING,
                WhenFound.RELINK,
                subject -> LookFor.id(
                                Objects.requireNonNull(subject.lookalike()).quickbooksId())
                        .json());
        errors.retrying(company, subjects.stream().map(Subject::key).toList());
    }

    private void sendAgain(CompanyId company, List<RecordKey> keys) {
        pendings.held().sendAgain(company, keys);
        errors.retrying(company, keys);
    }

    /**
     * A pending row in this mode, whether there was one or not. What the app has deleted is found in order to be removed.
     * {@code offset 0} keeps it at one look into a primary key per record. Each row is written once only: one that is changed
     * again within its transaction costs three times as much.
     */
    private void queue(
            CompanyId company,
            List<Subject> subjects,
            String operation,
            Mode mode,
            WhenFound whenFound,
            Function<Subject, @Nullable String> lookFor) {
        List<RecordKey> keys = subjects.stream().map(Subject::key).toList();
        short[] ranks = new short[subjects.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = subjects.get(i).rank();
        }
        jdbc.sql("""
                        insert into pending_sync (company_id, type, record_id, operation, mode, when_found, state, rank,
                                                  queued_at, look_for)
                        select :company, u.type, u.id, case when r.deleted then 'remove' else :operation end, :mode,
                               :whenFound, 'waiting', u.rank, now(), u.look_for::jsonb
                          from unnest(:types::text[], :ids::text[], :ranks::smallint[], :lookFors::text[])
                               as u(type, id, rank, look_for)
                         cross join lateral (select x.deleted from record x where x.company_id = :company
                                                and x.type = u.type and x.record_id = u.id offset 0) r
                        on conflict (company_id, type, record_id) do update
                           set operation = excluded.operation, mode = excluded.mode, when_found = excluded.when_found,
                               state = 'waiting', look_for = excluded.look_for, merged = null, in_vain = null, tried_epoch = -1,
                               waits_on_type = null, waits_on_id = null
                        """)
                .param("company", company.value())
                .param("operation", operation)
                .param("mode", mode.word())
                .param("whenFound", whenFound.word())
                .param("lookFors", subjects.stream().map(lookFor).toArray(String[]::new))
                .param("types", Subjects.types(keys))
                .param("ids", Subjects.ids(keys))
                .param("ranks", ranks)
                .update();
    }

    /** The parents of these go first: pending if they are not yet, and these wait for them. */
    private void parentsFirst(CompanyId company, List<RecordKey> keys) {
        on(keys, jdbc.sql("""
                        update record p set skipped = null from record_reference rr
                         where rr.company_id = :company
                           and (rr.type, rr.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                           and p.company_id = :company and p.type = rr.parent_type and p.record_id = rr.parent_id
                           and p.skipped is not null and not p.never
                        """).param("company", company.value()));
        jdbc.sql("""
                        insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at)
                        select distinct on (r.type, r.record_id) :company, r.type, r.record_id, 'save', 'waiting', 0, now()
                          from record_reference rr
                          join record r on r.company_id = rr.company_id and r.type = rr.parent_type
                                       and r.record_id = rr.parent_id and not r.deleted and not r.never
                         where rr.company_id = :company
                           and (rr.type, rr.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        on conflict (company_id, type, record_id) do update
                           set state = case when pending_sync.state = 'held' then 'waiting' else pending_sync.state end,
                               tried_epoch = -1
                        """)
                .param("company", company.value())
                .param("types", Subjects.types(keys))
                .param("ids", Subjects.ids(keys))
                .update();
        on(keys, jdbc.sql("""
                        update sync_error e set state = 'retrying'
                          from record_reference rr, pending_sync p
                         where rr.company_id = :company
                           and (rr.type, rr.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                           and e.company_id = :company and e.type = rr.parent_type and e.record_id = rr.parent_id
                           and e.state = 'open' and p.company_id = :company and p.type = e.type
                           and p.record_id = e.record_id and p.state <> 'held'
                        """).param("company", company.value()));
        jdbc.sql("""
                        update pending_sync p set state = 'waiting-on-parent', waits_on_type = w.parent_type,
                               waits_on_id = w.parent_id, tried_epoch = -1
                          from (select distinct on (rr.type, rr.record_id) rr.* from record_reference rr
                                  join pending_sync q on q.company_id = rr.company_id and q.type = rr.parent_type
                                       and q.record_id = rr.parent_id
                                 where rr.company_id = :company
                                   and (rr.type, rr.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                                 order by rr.type, rr.record_id, q.rank) w
                         where p.company_id = :company and p.type = w.type and p.record_id = w.record_id
                        """)
                .param("company", company.value())
                .param("types", Subjects.types(keys))
                .param("ids", Subjects.ids(keys))
                .update();
    }

    private void rename(CompanyId company, List<RecordKey> keys, Function<RecordKey, String> name) {
        on(
                keys,
                jdbc.sql("""
                        update record r set alias = u.about
                          from record_keys(:types::text[], :ids::text[], :aliases::text[]) u
                         where r.company_id = :company and r.type = u.type and r.record_id = u.id
                        """)
                        .param("aliases", keys.stream().map(name).toArray(String[]::new))
                        .param("company", company.value()));
    }

    private void skip(CompanyId company, List<RecordKey> keys, String reason) {
        on(keys, jdbc.sql("""
                        update record set skipped = :reason where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("reason", reason).param("company", company.value()));
    }

    /** Instead of the snapshot goes one with QuickBooks' values in these fields; lines are left out, and so left alone. */
    private void keepFields(CompanyId company, List<RecordKey> keys, Set<String> fields) {
        on(keys, jdbc.sql("""
                        update pending_sync p
                           set merged = jsonb_build_object('version', r.version, 'keepsQuickBooks', true, 'values',
                                 ((r.snapshot - :fields::text[]) || coalesce((select jsonb_object_agg(f.key, f.value)
                                     from jsonb_each(q.facts) f where f.key = any(:fields) and f.key <> 'lines'), '{}'))::text)
                          from record r, binding b, quickbooks_entry q
                         where p.company_id = :company and r.company_id = :company and r.type = p.type
                           and r.record_id = p.record_id and b.company_id = :company and b.type = p.type
                           and b.record_id = p.record_id and q.company_id = :company and q.list = b.type
                           and q.quickbooks_id = b.quickbooks_id
                           and (p.type, p.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()).param("fields", fields.toArray(String[]::new)));
    }

    private void never(CompanyId company, List<RecordKey> keys) {
        on(keys, jdbc.sql("""
                        update record set never = true where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()));
    }

    private void nextGeneration(CompanyId company, List<RecordKey> keys) {
        on(keys, jdbc.sql("""
                        update record set generation = generation + 1 where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()));
    }

    /** Both sides count as agreed on what the app sent last; what QuickBooks has instead is not overwritten later. */
    private void agree(CompanyId company, List<RecordKey> keys) {
        on(keys, jdbc.sql("""
                        update binding b set synced = r.snapshot, synced_version = r.version, edit_token = :readFirst
                          from record r
                         where b.company_id = :company and r.company_id = b.company_id and r.type = b.type
                           and r.record_id = b.record_id
                           and (b.type, b.record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()).param("readFirst", Binding.READ_FIRST));
    }

    /** Nothing is pending any more; its error goes with it. */
    private void forget(CompanyId company, List<RecordKey> keys) {
        on(keys, jdbc.sql("""
                        delete from pending_sync where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()));
    }

    /** The error is dealt with; the pending sync stays. */
    private void drop(CompanyId company, List<RecordKey> keys) {
        on(keys, jdbc.sql("""
                        delete from sync_error where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).param("company", company.value()));
    }

    private static void on(List<RecordKey> keys, JdbcClient.StatementSpec statement) {
        statement
                .param("types", Subjects.types(keys))
                .param("ids", Subjects.ids(keys))
                .update();
    }
}
