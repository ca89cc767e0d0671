package dev.relink.api;

import dev.relink.company.CompanyId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Message sets as they went out and came back. */
@Repository
class JdbcExchanges {

    private final JdbcClient jdbc;

    JdbcExchanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param response gzipped */
    record Sent(String quickbooks, byte[] body, byte @Nullable [] response) {}

    Optional<Sent> find(CompanyId company, String messageSet) {
        return jdbc.sql("""
                select c.quickbooks, m.body, m.response
                  from message_set m join company c on c.company_id = m.company_id
                 where m.company_id = :company and m.message_set_id = :set
                """)
                .param("company", company.value())
                .param("set", messageSet)
                .query((row, _) ->
                        new Sent(row.getString("quickbooks"), row.getBytes("body"), row.getBytes("response")))
                .optional();
    }
}
