package dev.relink.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a link to QuickBooks, as far as it tells whether and where it is broken.
 *
 * @param stoppedBecause {@code wrong-company-file} or {@code restored-company-file}; null while it works
 * @param problemCode what the last run failed with, such as {@code hresult:0x80040408}; null when no code was given
 * @param problemAt null when the last run reached the books
 * @param lastSeen when the Web Connector called, or a run began; null = never
 * @param refusedTries sign-ins in a row with a wrong password
 * @param busyAt when a Web Connector was sent away, since another one was at work
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
        @Nullable Instant runEnded) {

    /** Columns of {@code company c left join connection k}, for {@link #of}. */
    public static final String COLUMNS = """
            c.quickbooks = 'desktop' as link_desktop, case when k.state = 'stopped' then k.stopped_because end as link_stopped,
            k.stopped_detail as link_detail, k.problem_code as link_problem, k.problem_message as link_message,
            k.problem_at as link_problem_at, greatest(k.last_seen, k.run_started) as link_seen, coalesce(k.refused_tries, 0) as link_refused,
            k.refused_at as link_refused_at, k.busy_at as link_busy_at, k.run_ended as link_run_ended
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
                time(row, "link_run_ended"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
