package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.connection.Diagnosis;
import dev.relink.connection.LinkFacts;
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
    private final Diagnosis diagnosis;

    JdbcLinks(JdbcClient jdbc, Diagnosis diagnosis) {
        this.jdbc = jdbc;
        this.diagnosis = diagnosis;
    }

    LinkRow of(CompanyId company, Instant now) {
        return jdbc.sql("""
                        select c.name, c.company_file, coalesce(k.state, 'new') as state, k.stopped_because,
                               k.stopped_detail, coalesce(extract(epoch from k.run_every), 900)::bigint as run_every,
                               coalesce(k.client_version, '') as client_version, coalesce(k.qbxml_version, '') as qbxml_version,
                               k.file_identity is not null as file_known, k.run_started, k.run_ended,
                               coalesce(k.run_synced, 0) as run_synced, coalesce(k.run_failed, 0) as run_failed,
                               coalesce(k.run_in_doubt, 0) as run_in_doubt, a.password_made_at,
                               (select max(received_at) from record r where r.company_id = c.company_id) as received,
                        """ + LinkFacts.COLUMNS + """
                          from company c
                          left join connection k on k.company_id = c.company_id
                          left join web_connector_account a on a.company_id = c.company_id
                         where c.company_id = :company
                        """)
                .param("company", company.value())
                .query((row, n) -> link(row, now))
                .single();
    }

    private LinkRow link(ResultSet row, Instant now) throws SQLException {
        LinkFacts facts = LinkFacts.of(row);
        return new LinkRow(
                facts.desktop(),
                Health.of(facts, diagnosis.of(facts, now).orElse(null), row.getString("name")),
                row.getString("company_file"),
                row.getString("state").equals("stopped") ? orElse(row.getString("stopped_because"), "stopped") : null,
                row.getString("stopped_detail"),
                facts.lastSeen(),
                Duration.ofSeconds(row.getLong("run_every")),
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
                JdbcErrorRows.instant(row.getTimestamp("received")));
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
