package dev.relink.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a link to QuickBooks, as far as it tells whether and where it is broken.
 *
 * @param stoppedBecause {@code wrong-company-file}, {@code restored-company-file}, or a status code of QuickBooks Online such
 *     as {@code online:6190}; null while it works
 * @param problemCode what the last run failed with, such as {@code hresult:0x80040408}; null when no code was given
 * @param problemAt null when the last run reached the books
 * @param lastSeen when the Web Connector called, or a run began; null = never
 * @param refusedTries sign-ins in a row with a wrong password
 * @param busyAt when a Web Connector was sent away, since another one was at work
 * @param online the link to a realm; null = there never was one
 */
public record LinkFacts(
        boolean desktop,
        @Nullable String stoppedBecause,
        @Nullable String stoppedDetail,
        @Nullable String problemCode,
        @Nullable String problemMessage,
        @Nullable Instant problemAt,
        @Nullable Instant lastSeen,
        int refusedTries,
        @Nullable Instant refusedAt,
        @Nullable Instant busyAt,
        @Nullable Instant runEnded,
        @Nullable Online online) {

    /**
     * A link to a realm of QuickBooks Online.
     *
     * @param state {@code connected}, {@code needs-reconnecting} or {@code disconnected}
     * @param endedBecause null while it is connected
     * @param hardUntil when Intuit ends it whatever is done; null = not told
     */
    public record Online(
            String state,
            @Nullable Instant endedAt,
            @Nullable String endedBecause,
            @Nullable Instant hardUntil) {}

    /** Columns of {@code company c left join connection k}, for {@link #of}. */
    public static final String COLUMNS = """
            c.quickbooks = 'desktop' as link_desktop, case when k.state = 'stopped' then k.stopped_because end as link_stopped,
            k.stopped_detail as link_detail, k.problem_code as link_problem, k.problem_message as link_message,
            k.problem_at as link_problem_at, greatest(k.last_seen, k.run_started) as link_seen, coalesce(k.refused_tries, 0) as link_refused,
            k.refused_at as link_refused_at, k.busy_at as link_busy_at, k.run_ended as link_run_ended,
            (select o.state from online_link o where o.company_id = c.company_id) as link_online,
            (select o.ended_at from online_link o where o.company_id = c.company_id) as link_ended,
            (select o.ended_because from online_link o where o.company_id = c.company_id) as link_because,
            (select o.hard_until from online_link o where o.company_id = c.company_id) as link_hard_until
            """;

    /** Of a row with {@link #COLUMNS}. */
    public static LinkFacts of(ResultSet row) throws SQLException {
        return new LinkFacts(
                row.getBoolean("link_desktop"),
                row.getString("link_stopped"),
                row.getString("link_detail"),
                row.getString("link_problem"),
                row.getString("link_message"),
                time(row, "link_problem_at"),
                time(row, "link_seen"),
                row.getInt("link_refused"),
                time(row, "link_refused_at"),
                time(row, "link_busy_at"),
                time(row, "link_run_ended"),
                online(row));
    }

    private static @Nullable Online online(ResultSet row) throws SQLException {
        String state = row.getString("link_online");
        return state == null
                ? null
                : new Online(
                        state, time(row, "link_ended"), row.getString("link_because"), time(row, "link_hard_until"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
