package dev.relink.flow;

import dev.relink.company.CompanyId;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordKey;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which types a company sends. */
@Repository
public class Flows {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public Flows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that were set; {@link Flow#byItself} holds for the others. */
    public Map<String, Flow> set(CompanyId company) {
        Map<String, Flow> flows = new HashMap<>();
        jdbc.sql("select type, mode, on_delete from flow where company_id = :company")
                .param("company", company.value())
                .query(row -> {
                    String type = row.getString("type");
                    flows.put(
                            type,
                            new Flow(
                                    EntityTypes.require(type),
                                    Flow.Mode.of(row.getString("mode")),
                                    Flow.OnDelete.of(row.getString("on_delete"))));
                });
        return flows;
    }

    /** One for every type that the app may send, parents first. */
    public List<Flow> list(CompanyId company) {
        Map<String, Flow> set = set(company);
        return EntityTypes.sendable().stream()
                .map(type -> set.getOrDefault(type.name(), Flow.byItself(type)))
                .toList();
    }

    /**
     * Changes a flow. Off: what waits is taken from the queue; held and doubtful records stay. On again: every record
     * that QuickBooks does not have as it is now is queued.
     */
    @Transactional
    public void change(CompanyId company, Flow flow) {
        jdbc.sql("""
                insert into flow (company_id, type, mode, on_delete) values (:company, :type, :mode, :onDelete)
                on conflict (company_id, type) do update set mode = excluded.mode, on_delete = excluded.on_delete
                """)
                .param("company", company.value())
                .param("type", flow.type().name())
                .param("mode", flow.mode().word())
                .param("onDelete", flow.onDelete().word())
                .update();
        switch (flow.mode()) {
            case OFF -> unqueue(company, flow.type());
            case AUTOMATIC -> {
                approve(company, flow.type());
                queue(company, flow.type(), "waiting");
            }
            case APPROVAL -> queue(company, flow.type(), "awaiting-approval");
        }
    }

    private void unqueue(CompanyId company, EntityType type) {
        jdbc.sql("""
                delete from pending_sync
                 where company_id = :company and type = :type
                   and state in ('waiting', 'awaiting-approval', 'waiting-on-parent') and mode = 'send'
                """)
                .param("company", company.value())
                .param("type", type.name())
                .update();
    }

    private void approve(CompanyId company, EntityType type) {
        jdbc.sql("""
                update pending_sync set state = 'waiting'
                 where company_id = :company and type = :type and state = 'awaiting-approval'
                """)
                .param("company", company.value())
                .param("type", type.name())
                .update();
    }

    /** A cycle finds by itself which of them wait on a parent. */
    private void queue(CompanyId company, EntityType type, String state) {
        jdbc.sql("""
                insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at)
                select r.company_id, r.type, r.record_id, 'save', :state, :rank, :now
                  from record r
                  left join binding b on b.company_id = r.company_id and b.type = r.type and b.record_id = r.record_id
                 where r.company_id = :company and r.type = :type and not r.deleted and r.skipped is null
                   and (b.record_id is null or b.gone_at is not null or b.synced is distinct from r.snapshot)
                 order by r.received_at, r.record_id
                on conflict (company_id, type, record_id) do nothing
                """)
                .param("company", company.value())
                .param("type", type.name())
                .param("state", state)
                .param("rank", type.rank())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A person says yes. @return how many were awaiting it */
    public int approve(CompanyId company, Collection<RecordKey> keys) {
        return jdbc.sql("""
                update pending_sync p set state = 'waiting'
                  from unnest(:types::text[], :ids::text[]) as k(type, record_id)
                 where p.company_id = :company and p.type = k.type and p.record_id = k.record_id
                   and p.state = 'awaiting-approval' and p.first_link is not true
                """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .update();
    }

    /** A person says no to these: not sent until the app changes them. @return how many were awaiting approval */
    @Transactional
    public int clear(CompanyId company, Collection<RecordKey> keys, String reason) {
        return jdbc.sql("""
                with cleared as (
                  delete from pending_sync p
                   using unnest(:types::text[], :ids::text[]) as k(type, record_id)
                   where p.company_id = :company and p.type = k.type and p.record_id = k.record_id
                     and p.state = 'awaiting-approval' and p.first_link is not true
                  returning p.type, p.record_id)
                update record r set skipped = :reason from cleared c
                 where r.company_id = :company and r.type = c.type and r.record_id = c.record_id
                """)
                .param("company", company.value())
                .param("reason", reason)
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .update();
    }
}
