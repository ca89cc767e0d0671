package dev.relink.admin;

import dev.relink.company.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A company's link to QuickBooks. */
@Repository
class JdbcLinks {

    private final JdbcClient jdbc;

    JdbcLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LinkRow of(CompanyId company, Instant now) {
        return jdbc.sql("""
                        select c.quickbooks, c.company_file, coalesce(k.state, 'new') as state, k.stopped_because,
                               k.stopped_detail, k.last_seen, coalesce(extract(epoch from k.run_every), 900)::bigint as run_every,
                               coalesce(k.client_version, '') as client_version, coalesce(k.qbxml_version, '') as qbxml_version,
                               k.file_identity is not null as file_known, k.run_started, k.run_ended,
                               coalesce(k.run_synced, 0) as run_synced, coalesce(k.run_failed, 0) as run_failed,
                               coalesce(k.run_in_doubt, 0) as run_in_doubt, k.problem_code, k.problem_message, k.problem_at,
                               a.password_made_at,
                               (select max(received_at) from record r where r.company_id = c.company_id) as received
                          from company c
                          left join connection k using (company_id)
                          left join web_connector_account a using (company_id)
                         where c.company_id = :company
                        """)
                .param("company", company.value())
                .query((row, n) -> link(row, now))
                .single();
    }

    private static LinkRow link(ResultSet row, Instant now) throws SQLException {
        boolean desktop = row.getString("quickbooks").equals("desktop");
        Instant seen = JdbcErrorRows.instant(row.getTimestamp("last_seen"));
        var every = Duration.ofSeconds(row.getLong("run_every"));
        var told = new Health.Told(
                desktop,
                row.getString("state"),
                row.getString("stopped_detail"),
                row.getString("problem_code"),
                row.getString("problem_message"),
                seen,
                every);
        return new LinkRow(
                desktop,
                Health.of(told, now),
                row.getString("company_file"),
                row.getString("state").equals("stopped") ? orElse(row.getString("stopped_because"), "stopped") : null,
                row.getString("stopped_detail"),
                seen,
                every,
                row.getString("client_version"),
                row.getString("qbxml_version"),
                row.getBoolean("file_known"),
                new LinkRow.Run(
                        JdbcErrorRows.instant(row.getTimestamp("run_started")),
                        JdbcErrorRows.instant(row.getTimestamp("run_ended")),
                        row.getInt("run_synced"),
                        row.getInt("run_failed"),
                        row.getInt("run_in_doubt")),
                JdbcErrorRows.instant(row.getTimestamp("password_made_at")),
                JdbcErrorRows.instant(row.getTimestamp("received")),
                problem(row));
    }

    private static LinkRow.@Nullable Problem problem(ResultSet row) throws SQLException {
        String message = row.getString("problem_message");
        String code = row.getString("problem_code");
        return message == null && code == null
                ? null
                : new LinkRow.Problem(code, orElse(message, ""), JdbcErrorRows.instant(row.getTimestamp("problem_at")));
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
