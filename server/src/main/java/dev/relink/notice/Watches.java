package dev.relink.notice;

import dev.relink.company.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When each company is looked at, and after which silence its Web Connector is missed. */
@Repository
public class Watches {

    public static final Duration USUAL_SILENCE = Duration.ofHours(26);

    private final JdbcClient jdbc;
    private final Causes causes;
    private final InstantSource clock;

    Watches(JdbcClient jdbc, Causes causes, InstantSource clock) {
        this.jdbc = jdbc;
        this.causes = causes;
        this.clock = clock;
    }

    /**
     * How the connection stands and what was last told of it.
     *
     * @param lastSeen null before the first visit
     */
    record Standing(
            @Nullable Instant lastSeen,
            boolean isStopped,
            String stoppedDetail,
            Duration silentAfter,
            boolean toldSilent,
            boolean toldStopped) {}

    /** Looks from now on, if nobody did: what stands already is not news. */
    @Transactional
    public void begin(CompanyId company) {
        int woken = jdbc.sql("""
                        insert into notice_watch (company_id, due_at, silent, stopped)
                        select c.company_id, :now, false, coalesce(k.state = 'stopped', false)
                          from company c left join connection k using (company_id) where c.company_id = :company
                        on conflict (company_id) do update set due_at = excluded.due_at, stopped = excluded.stopped
                         where notice_watch.due_at = 'infinity'
                        """)
                .param("company", company.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (woken == 1) {
            causes.learn(company, clock.instant());
        }
    }

    /** @return whether it was due at that time still: another node may have taken it */
    boolean claim(CompanyId company, Instant due, Instant next) {
        return jdbc.sql("update notice_watch set due_at = :next where company_id = :company and due_at = :due")
                        .param("company", company.value())
                        .param("due", due.atOffset(ZoneOffset.UTC))
                        .param("next", next.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Until somebody wants to be told again. */
    void rest(CompanyId company) {
        jdbc.sql("update notice_watch set due_at = 'infinity' where company_id = :company")
                .param("company", company.value())
                .update();
    }

    Optional<Standing> standing(CompanyId company) {
        return jdbc.sql("""
                        select c.last_seen, c.state = 'stopped' as is_stopped, coalesce(c.stopped_detail, '') as detail,
                               extract(epoch from w.silent_after)::bigint as silent_after, w.silent, w.stopped
                          from notice_watch w join connection c using (company_id) where w.company_id = :company
                        """)
                .param("company", company.value())
                .query((row, n) -> standing(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var seen = row.getTimestamp("last_seen");
        return new Standing(
                seen == null ? null : seen.toInstant(),
                row.getBoolean("is_stopped"),
                row.getString("detail"),
                Duration.ofSeconds(row.getLong("silent_after")),
                row.getBoolean("silent"),
                row.getBoolean("stopped"));
    }

    void told(CompanyId company, boolean silent, boolean stopped) {
        int rows = jdbc.sql("update notice_watch set silent = :silent, stopped = :stopped where company_id = :company")
                .param("company", company.value())
                .param("silent", silent)
                .param("stopped", stopped)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("The watch of " + company + " is gone");
        }
    }

    /** After how long the Web Connector is missed. */
    public Duration silentAfter(CompanyId company) {
        return jdbc.sql("select extract(epoch from silent_after)::bigint from notice_watch where company_id = :company")
                .param("company", company.value())
                .query(Long.class)
                .optional()
                .map(Duration::ofSeconds)
                .orElse(USUAL_SILENCE);
    }

    /** @param silence 1 hour to 30 days @throws IllegalArgumentException otherwise */
    public void silentAfter(CompanyId company, Duration silence) {
        if (silence.toHours() < 1 || silence.toDays() > 30) {
            throw new IllegalArgumentException("The Web Connector is missed after 1 to 720 hours.");
        }
        jdbc.sql("""
                        insert into notice_watch (company_id, due_at, silent_after)
                        values (:company, 'infinity', make_interval(secs => :silence))
                        on conflict (company_id) do update set silent_after = excluded.silent_after
                        """)
                .param("company", company.value())
                .param("silence", silence.toSeconds())
                .update();
    }
}
