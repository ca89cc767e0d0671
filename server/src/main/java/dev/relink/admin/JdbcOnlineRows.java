package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.OnlineApp;
import dev.relink.platform.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links to QuickBooks Online, without what is secret in them. */
@Repository
class JdbcOnlineRows {

    private final JdbcClient jdbc;
    private final List<String> environments;

    JdbcOnlineRows(JdbcClient jdbc, Settings settings) {
        this.jdbc = jdbc;
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
        var paused = jdbc.sql("""
                        select run_not_before from connection where company_id = :company and run_not_before > clock_timestamp()
                        """)
                .param("company", company.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
        return new OnlineRow(link.orElse(null), waiting.orElse(null), paused.orElse(null), environments);
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
