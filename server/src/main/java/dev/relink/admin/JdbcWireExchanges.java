package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.connector.Connector;
import dev.relink.connector.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cuts one request and its answer out of the message set that carried it. */
@Repository
class JdbcWireExchanges {

    private final JdbcClient jdbc;
    private final List<Connector> connectors;

    JdbcWireExchanges(JdbcClient jdbc, List<Connector> connectors) {
        this.jdbc = jdbc;
        this.connectors = connectors;
    }

    Exchange ofError(CompanyId company, long error) {
        return read(company, "sync_error", error);
    }

    Exchange ofHistory(CompanyId company, long line) {
        return read(company, "history", line);
    }

    private Exchange read(CompanyId company, String table, long id) {
        return jdbc.sql("""
                        select m.body, m.response, m.sent_at, m.answered_at, t.request_id, c.quickbooks
                          from %s t
                          join message_set m on m.company_id = t.company_id and m.message_set_id = t.message_set_id
                          join company c on c.company_id = t.company_id
                         where t.company_id = :company and t.id = :id and t.request_id is not null
                        """.formatted(table))
                .param("company", company.value())
                .param("id", id)
                .query((row, n) -> new Exchange(
                        excerpt(row.getString("quickbooks"), row.getBytes("body"), row.getString("request_id")),
                        excerpt(row.getString("quickbooks"), row.getBytes("response"), row.getString("request_id")),
                        JdbcErrorRows.instant(row.getTimestamp("sent_at")),
                        JdbcErrorRows.instant(row.getTimestamp("answered_at"))))
                .optional()
                .orElse(Exchange.NONE);
    }

    private @Nullable String excerpt(String quickbooks, byte @Nullable [] text, String requestId) {
        Platform platform = quickbooks.equals("desktop") ? Platform.DESKTOP : Platform.ONLINE;
        return text == null
                ? null
                : connectors.stream()
                        .filter(connector -> connector.platform() == platform)
                        .findFirst()
                        .flatMap(connector -> connector.excerpt(reader(text), requestId))
                        .orElse(null);
    }

    /** Answers are kept zipped. */
    private static Reader reader(byte[] text) {
        try {
            boolean zipped = text.length > 2 && (text[0] & 0xff) == 0x1f && (text[1] & 0xff) == 0x8b;
            InputStream in = new ByteArrayInputStream(text);
            return new InputStreamReader(zipped ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
