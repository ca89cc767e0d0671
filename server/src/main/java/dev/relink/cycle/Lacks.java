package dev.relink.cycle;

import dev.relink.company.CompanyId;
import dev.relink.connector.Platform;
import dev.relink.entity.RecordKey;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What held records lack in QuickBooks. When it is there they go by themselves, however many they are. */
@Repository
class Lacks {

    /** No answer tells a right: after this time one record tries whether it is there. */
    private static final Duration RIGHT_TRIED_AGAIN_AFTER = Duration.ofMinutes(15);

    /** Sets free the records of {@code met} that lack nothing else; what is met is no lack any more. */
    private static final String FREE = """
            ), freed as (
              update pending_sync p set state = 'waiting', tried_epoch = -1
                from (select distinct type, record_id from met) m
               where p.company_id = :company and p.type = m.type and p.record_id = m.record_id
                 and p.state is not distinct from 'held'
                 and not exists (select from lack l
                                  where l.company_id = :company and l.type = m.type and l.record_id = m.record_id
                                    and not exists (select from met
                                                     where met.type = l.type and met.record_id = l.record_id
                                                       and met.kind = l.kind and met.name = l.name))
              returning p.type, p.record_id
            )
            update sync_error e set state = 'retrying' from freed
             where e.company_id = :company and e.type = freed.type and e.record_id = freed.record_id
            """;

    private final JdbcClient jdbc;

    Lacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How sure it is that something is not there. */
    enum Sure {
        /** No list that was read has it; QuickBooks shall be asked by name first. */
        ASK,
        /** QuickBooks itself said so in this visit. */
        ABSENT
    }

    /**
     * Those of these that are not there as far as is known. What was asked for and not answered is left out: then
     * QuickBooks decides. So is, on Desktop, an entry of a list that was never read to its end.
     */
    Map<Need, Sure> of(Visit visit, Collection<Need> needs) {
        Map<Need, Sure> lacking = new HashMap<>();
        jdbc.sql("""
                        select u.kind, u.name, coalesce(a.absent, u.kind = 'right') as absent
                          from unnest(:kinds::text[], :names::text[]) as u(kind, name)
                          left join asked_entry a on a.company_id = :company and a.list = u.kind and a.name = u.name
                               and a.epoch = :epoch
                         where coalesce(a.absent, true)
                           and case when u.kind = 'right'
                               then exists (select from lack l where l.company_id = :company and l.kind = u.kind
                                               and lower(l.name) = lower(u.name))
                               else (:mustBeKnown or exists (select from read_progress p where p.company_id = :company
                                               and p.list = 'whole ' || u.kind and p.read_to is not null))
                                and not exists (select from quickbooks_entry e where e.company_id = :company
                                                   and e.list = u.kind and lower(e.full_name) = lower(u.name)
                                                   and e.gone_at is null) end
                        """)
                .param("company", visit.company().value())
                .param("epoch", visit.epoch())
                .param("mustBeKnown", visit.platform() == Platform.ONLINE)
                .param("kinds", needs.stream().map(Need::kind).toArray(String[]::new))
                .param("names", needs.stream().map(Need::name).toArray(String[]::new))
                .query(row -> {
                    var need = new Need(row.getString("kind"), row.getString("name"));
                    lacking.put(need, row.getBoolean("absent") ? Sure.ABSENT : Sure.ASK);
                });
        return lacking;
    }

    /** QuickBooks was asked for these by name. {@code absent} are those of which it said that they are not there. */
    void asked(Visit visit, Collection<Need> entries, Set<Need> absent) {
        jdbc.sql("""
                        with forgotten as (
                          delete from asked_entry where company_id = :company and epoch <> :epoch
                             and (list, name) not in (select * from unnest(:lists::text[], :names::text[]))
                        )
                        insert into asked_entry (company_id, list, name, epoch, absent)
                        select :company, u.list, u.name, :epoch, u.absent
                          from unnest(:lists::text[], :names::text[], :absents::boolean[]) as u(list, name, absent)
                        on conflict (company_id, list, name) do update
                           set epoch = excluded.epoch, absent = excluded.absent
                        """)
                .param("company", visit.company().value())
                .param("epoch", visit.epoch())
                .param("lists", entries.stream().map(Need::kind).toArray(String[]::new))
                .param("names", entries.stream().map(Need::name).toArray(String[]::new))
                .param("absents", entries.stream().map(absent::contains).toArray(Boolean[]::new))
                .update();
    }

    /** One lack of one record, which has a sync error. */
    record Lack(RecordKey key, Need need) {}

    void add(CompanyId company, List<Lack> lacks, Instant at) {
        if (lacks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into lack (company_id, type, record_id, kind, name, since)
                        select :company, u.type, u.id, u.kind, u.name, :at
                          from unnest(:types::text[], :ids::text[], :kinds::text[], :names::text[])
                               as u(type, id, kind, name)
                        on conflict (company_id, type, record_id, kind, name) do update set since = excluded.since
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .param("types", lacks.stream().map(one -> one.key().type()).toArray(String[]::new))
                .param("ids", lacks.stream().map(one -> one.key().id()).toArray(String[]::new))
                .param("kinds", lacks.stream().map(one -> one.need().kind()).toArray(String[]::new))
                .param("names", lacks.stream().map(one -> one.need().name()).toArray(String[]::new))
                .update();
    }

    /** They are held for what QuickBooks itself said now. */
    void forget(CompanyId company, Collection<RecordKey> keys) {
        jdbc.sql("""
                        delete from lack where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .update();
    }

    /** The books told their preferences: what waited for another feature than these goes. */
    int featuresOff(CompanyId company, Set<String> off) {
        return jdbc.sql("""
                        with met as (
                          delete from lack where company_id = :company and kind = 'feature' and name <> all (:off)
                          returning type, record_id, kind, name
                        """ + FREE)
                .param("company", company.value())
                .param("off", off.toArray(String[]::new))
                .update();
    }

    /** Entries were read: what waited for one of them goes. */
    int entriesRead(CompanyId company) {
        return jdbc.sql("""
                        with met as (
                          delete from lack l
                           using quickbooks_entry e
                           where l.company_id = :company and l.kind not in ('feature', 'right')
                             and e.company_id = :company and e.list = l.kind and lower(e.full_name) = lower(l.name)
                             and e.gone_at is null
                          returning l.type, l.record_id, l.kind, l.name
                        """ + FREE).param("company", company.value()).update();
    }

    /** QuickBooks did something of these kinds: the right to it is there. */
    int rightsProven(CompanyId company, Set<Need> rights) {
        return jdbc.sql("""
                        with met as (
                          delete from lack where company_id = :company and kind = 'right' and lower(name) = any (:names)
                          returning type, record_id, kind, name
                        """ + FREE)
                .param("company", company.value())
                .param("names", rights.stream().map(Need::name).toArray(String[]::new))
                .update();
    }

    /** One record for each right that was refused some time ago goes out to try it. */
    int tryRights(CompanyId company, Instant now) {
        return jdbc.sql("""
                        with tried as (
                          select distinct on (l.name) l.name, l.type, l.record_id
                            from lack l
                            join pending_sync h on h.company_id = :company and h.type = l.type
                                 and h.record_id = l.record_id and h.state = 'held'
                           where l.company_id = :company and l.kind = 'right'
                             and not exists (select from lack n where n.company_id = :company and n.kind = 'right'
                                                and lower(n.name) = lower(l.name) and n.since > :before)
                           order by l.name, l.since, l.type, l.record_id
                        )
                        update pending_sync p set state = 'waiting', forced = true, tried_epoch = -1
                          from tried where p.company_id = :company and p.type = tried.type
                           and p.record_id = tried.record_id and p.state = 'held'
                        """)
                .param("company", company.value())
                .param("before", Timestamp.from(now.minus(RIGHT_TRIED_AGAIN_AFTER)))
                .update();
    }
}
