package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.OnlineApp;
import dev.relink.platform.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links to QuickBooks Online, without what is secret in them. */
@Repository
class JdbcOnlineRows {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final long readsPerMonth;
    private final List<String> environments;

    JdbcOnlineRows(JdbcClient jdbc, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.readsPerMonth = settings.onlineLimits().readsPerMonth();
        this.environments =
                settings.online().apps().stream().map(OnlineApp::environment).toList();
    }

    OnlineRow of(CompanyId company) {
        var link = jdbc.sql("""
                        select environment, realm, company_name, state, connected_by, connected_at, refreshed_at,
                               refresh_until, hard_until
                          from online_link where company_id = :company
                        """)
                .param("company", company.value())
                .query((row, n) -> link(row))
                .optional();
        var waiting = jdbc.sql("""
                        select o.environment, o.realm, o.company_name, o.asked_by,
                               coalesce(k.file_identity <> 'realm:' || o.realm, false) as other
                          from online_consent o join connection k on k.company_id = o.company_id
                         where o.company_id = :company and o.tokens is not null and o.until > clock_timestamp()
                         order by o.until desc limit 1
                        """)
                .param("company", company.value())
                .query((row, n) -> new OnlineRow.Waiting(
                        row.getString("environment"),
                        row.getString("realm"),
                        row.getString("company_name"),
                        row.getString("asked_by"),
                        row.getBoolean("other")))
                .optional();
        return new OnlineRow(link.orElse(null), waiting.orElse(null), pause(company), reads(company), environments);
    }

    /** A pause without a problem is only the wait until the next run. */
    private OnlineRow.@Nullable Pause pause(CompanyId company) {
        return jdbc.sql("""
                        select run_not_before, problem_message from connection
                         where company_id = :company and run_not_before > clock_timestamp() and problem_message is not null
                        """)
                .param("company", company.value())
                .query((row, n) -> new OnlineRow.Pause(
                        row.getTimestamp(1).toInstant(),
                        row.getString("problem_message").replaceAll("\\.$", "")))
                .optional()
                .orElse(null);
    }

    private OnlineRow.@Nullable Reads reads(CompanyId company) {
        LocalDate month = YearMonth.now(clock.withZone(ZoneOffset.UTC)).atDay(1);
        return jdbc.sql("""
                        select o.environment,
                               coalesce(sum(r.reads) filter (where r.company_id = o.company_id), 0) as mine,
                               coalesce(sum(r.reads), 0) as all_reads
                          from online_link o
                          left join online_reads r on r.environment = o.environment and r.month = :month
                         where o.company_id = :company group by o.environment
                        """)
                .param("company", company.value())
                .param("month", month)
                .query((row, n) -> new OnlineRow.Reads(
                        month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        row.getLong("mine"),
                        row.getLong("all_reads"),
                        readsPerMonth,
                        !row.getString("environment").equals(OnlineApp.SANDBOX)))
                .optional()
                .orElse(null);
    }

    private static OnlineRow.Link link(ResultSet row) throws SQLException {
        return new OnlineRow.Link(
                row.getString("environment"),
                row.getString("realm"),
                row.getString("company_name"),
                row.getString("state"),
                row.getString("connected_by"),
                row.getTimestamp("connected_at").toInstant(),
                row.getTimestamp("refreshed_at").toInstant(),
                row.getTimestamp("refresh_until").toInstant(),
                JdbcErrorRows.instant(row.getTimestamp("hard_until")));
    }
}
