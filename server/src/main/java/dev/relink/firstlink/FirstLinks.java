package dev.relink.firstlink;

import dev.relink.company.CompanyId;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins and ends the first link of a company. While it is open, no customer, vendor or item is created unseen: it waits
 * until QuickBooks' lists were read whole; then what is like nothing there goes, and the rest waits for a person.
 */
@Repository
public class FirstLinks {

    /** What is matched: the lists that the app may send. Transactions wait for their customer by themselves. */
    static final String[] LISTS = EntityTypes.sendable().stream()
            .filter(EntityType::isList)
            .map(EntityType::name)
            .toArray(String[]::new);

    private static final String BY_ITSELF = "Relink";

    private final JdbcClient jdbc;
    private final Matches matches;
    private final InstantSource clock;

    public FirstLinks(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.matches = new Matches(jdbc);
        this.clock = clock;
    }

    public FirstLink of(CompanyId company) {
        return jdbc.sql("""
                        select f.state, f.begun_at, f.begun_by, f.ended_at, f.ended_by, w.waiting, x.exact, q.entries
                          from (select 1) one
                          left join first_link f on f.company_id = :company
                         cross join lateral (select count(*) as waiting from pending_sync
                                              where company_id = :company and first_link) w
                         cross join lateral (select count(*) as exact from first_link_match m
                                               join pending_sync p on p.company_id = :company and p.type = m.type
                                                    and p.record_id = m.record_id and p.first_link
                                              where m.company_id = :company and m.exact) x
                         cross join lateral (select count(*) as entries from quickbooks_entry q
                                              where q.company_id = :company and q.list = any(:lists) and q.gone_at is null
                                                and not exists (select from binding b where b.company_id = :company
                                                      and b.type = q.list and b.quickbooks_id = q.quickbooks_id)) q
                        """)
                .param("company", company.value())
                .param("lists", LISTS)
                .query((row, n) -> new FirstLink(
                        FirstLink.State.of(row.getString("state")),
                        instant(row.getTimestamp("begun_at")),
                        row.getString("begun_by"),
                        instant(row.getTimestamp("ended_at")),
                        row.getString("ended_by"),
                        row.getLong("waiting"),
                        row.getLong("exact"),
                        row.getLong("entries")))
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** Once more is allowed: everything is read and matched anew. */
    @Transactional
    public void begin(CompanyId company, String by) {
        jdbc.sql("""
                        insert into first_link (company_id, state, begun_at, begun_by)
                        values (:company, 'reading', :now, :by)
                        on conflict (company_id) do update set state = 'reading', begun_at = excluded.begun_at,
                              begun_by = excluded.begun_by, ended_at = null, ended_by = null
                        """)
                .param("company", company.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
        jdbc.sql("update pending_sync set first_link = null where company_id = :company and first_link = false")
                .param("company", company.value())
                .update();
        readWhole(company);
        hold(company);
        audit(company, by, "begin-first-link");
    }

    /** At the next run, from the beginning. */
    private void readWhole(CompanyId company) {
        jdbc.sql("update connection set next_read_at = '-infinity' where company_id = :company")
                .param("company", company.value())
                .update();
        jdbc.sql("delete from read_progress where company_id = :company and list = any(:lists)")
                .param("company", company.value())
                .param("lists", LISTS)
                .update();
    }

    /** What would be created waits, as long as the first link is open and nobody has decided about it. */
    public void hold(CompanyId company) {
        jdbc.sql("""
                        update pending_sync p set state = 'awaiting-approval', first_link = true, waits_on_type = null,
                               waits_on_id = null
                         where p.company_id = :company and p.type = any(:lists) and p.first_link is null
                           and p.state in ('waiting', 'waiting-on-parent', 'awaiting-approval') and p.mode = 'send'
                           and p.operation = 'save'
                           and exists (select from first_link f where f.company_id = :company and f.state <> 'done')
                           and not exists (select from binding b where b.company_id = p.company_id and b.type = p.type
                                              and b.record_id = p.record_id)
                        """).param("company", company.value()).param("lists", LISTS).update();
    }

    /** QuickBooks' lists were read to their end: proposes, and lets go what is like nothing there. */
    @Transactional
    public void listsRead(CompanyId company) {
        if (!isOpen(company)) {
            return;
        }
        hold(company);
        int pairs = matches.propose(company);
        letGoUnmatched(company);
        if (pairs == 0) {
            end(company, BY_ITSELF);
        } else {
            jdbc.sql("update first_link set state = 'review' where company_id = :company and state = 'reading'")
                    .param("company", company.value())
                    .update();
        }
    }

    boolean isOpen(CompanyId company) {
        return jdbc.sql("select exists (select from first_link where company_id = :company and state <> 'done')")
                .param("company", company.value())
                .query(Boolean.class)
                .single();
    }

    private void letGoUnmatched(CompanyId company) {
        letGo(company, """
                 and not exists (select from first_link_match m where m.company_id = p.company_id and m.type = p.type
                                    and m.record_id = p.record_id)
                """);
    }

    /** Back to where their flow has them; a cycle finds by itself which of them wait on a parent. */
    private void letGo(CompanyId company, String which) {
        jdbc.sql("""
                        update pending_sync p set first_link = false,
                               state = case when exists (select from flow f where f.company_id = p.company_id
                                                            and f.type = p.type and f.mode = 'approval')
                                            then 'awaiting-approval' else 'waiting' end
                         where p.company_id = :company and p.first_link
                        """ + which).param("company", company.value()).update();
    }

    /** Everything goes normally from now on. What was not decided is created, unless QuickBooks refuses its name. */
    @Transactional
    public void end(CompanyId company, String by) {
        letGo(company, "");
        jdbc.sql("delete from first_link_match where company_id = :company")
                .param("company", company.value())
                .update();
        int rows = jdbc.sql("""
                        update first_link set state = 'done', ended_at = :now, ended_by = :by
                         where company_id = :company and state <> 'done'
                        """)
                .param("company", company.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
        if (rows == 1) {
            audit(company, by, "end-first-link");
        }
    }

    private void audit(CompanyId company, String by, String act) {
        jdbc.sql("insert into audit (company_id, at, actor, act) values (:company, :now, :by, :act)")
                .param("company", company.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("act", act)
                .update();
    }
}
