package dev.relink.connection;

import dev.relink.company.CompanyId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When companies of QuickBooks Online are worked on next. Only the database's clock counts. */
@Repository
public class OnlineRuns {

    private final JdbcClient jdbc;

    public OnlineRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Companies with something new to send, or whose time has come, and that nobody works on; the longest due first. Where
     * QuickBooks lets nothing in nothing new counts, since it could not be sent. A hint, read without locks: who wants to work on one must get hold of it.
     */
    public List<CompanyId> due(int most) {
        return jdbc.sql("""
                        select k.company_id
                          from connection k
                          join company c on c.company_id = k.company_id and c.quickbooks = 'online'
                          join lease l on l.company_id = k.company_id and l.until < now()
                         where k.run_not_before <= now()
                           and (k.state = 'working'
                                or k.state = 'new' and exists (select from online_link o
                                                                where o.company_id = k.company_id
                                                                  and o.state = 'connected'))
                           and (k.run_next_at <= now()
                                or (k.problem_at is null or k.problem_code in ('online:relink-not-sent', 'online:3001'))
                                   and exists (select from pending_sync p
                                                where p.company_id = k.company_id and p.state = 'waiting'
                                                  and p.tried_epoch = -1))
                         order by k.run_next_at limit :most
                        """)
                .param("most", most)
                .query((row, n) -> new CompanyId(row.getString(1)))
                .list();
    }

    /** A run begins: who asks for one from now on, asks for the next. Should this one die, there is another soon. */
    public void began(CompanyId company) {
        jdbc.sql("update connection set run_next_at = now() + interval '5 minutes' where company_id = :company")
                .param("company", company.value())
                .update();
    }

    /**
     * A run is over. Was another one asked for meanwhile, it comes at once.
     *
     * @param next after which time there is a run even if nothing new comes; null = when the next read is due
     * @param pause for how long there is none whatever comes
     */
    public void ran(CompanyId company, @Nullable Duration next, Duration pause) {
        int rows = jdbc.sql("""
                        update connection
                           set run_next_at = case when run_next_at = '-infinity' then run_next_at
                                                  else coalesce(now() + :next * interval '1 millisecond', next_read_at) end,
                               run_not_before = now() + :pause * interval '1 millisecond'
                         where company_id = :company
                        """)
                .param("company", company.value())
                .param("next", next == null ? null : next.toMillis())
                .param("pause", pause.toMillis())
                .update();
        if (rows > 1) {
            throw new IllegalStateException("One connection should have changed, %d did".formatted(rows));
        }
    }

    /**
     * How it stands with the link itself.
     *
     * @param troubled something is wrong with it: it is tried again although nothing may be left to do
     * @param shutOut QuickBooks lets nothing in until somebody acts: it is tried less often
     */
    public record Standing(boolean troubled, boolean shutOut) {}

    public Standing standing(CompanyId company) {
        return jdbc.sql("""
                        select problem_at is not null as troubled,
                               coalesce(problem_code = any(:ofTheCompany), false) as shut_out
                          from connection where company_id = :company
                        """)
                .param("company", company.value())
                .param("ofTheCompany", OnlineDiagnosis.OF_THE_COMPANY.toArray(String[]::new))
                .query((row, n) -> new Standing(row.getBoolean("troubled"), row.getBoolean("shut_out")))
                .optional()
                .orElse(new Standing(false, false));
    }

    /** QuickBooks could be called. What it said of the company stays until it has done something. */
    public void reached(CompanyId company) {
        jdbc.sql("""
                        update connection set problem_code = null, problem_message = null, problem_at = null
                         where company_id = :company and problem_code in ('online:relink-not-sent', 'online:3001')
                        """).param("company", company.value()).update();
    }

    /** A person, or QuickBooks itself, asks for a run now. A pause that QuickBooks asked for stays. */
    public void asked(CompanyId company) {
        jdbc.sql("update connection set run_next_at = '-infinity' where company_id = :company")
                .param("company", company.value())
                .update();
    }
}
