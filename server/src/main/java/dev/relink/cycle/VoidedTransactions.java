package dev.relink.cycle;

import dev.relink.company.CompanyId;
import dev.relink.connector.Row;
import dev.relink.entity.RecordKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the app last sent of transactions that are now empty. */
@Repository
class VoidedTransactions {

    private final JdbcClient jdbc;

    VoidedTransactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param snapshot as QuickBooks last took it from us */
    record Sent(RecordKey key, String snapshot) {}

    /** By {@code type + id}: those that are bound, not removed by the app, and not seen before as they are now. */
    Map<String, Sent> sent(CompanyId company, List<Row.Found> rows) {
        var sent = new HashMap<String, Sent>();
        jdbc.sql("""
                        select b.type, b.record_id, b.quickbooks_id, b.synced
                          from record_keys(:types::text[], :ids::text[], :tokens::text[]) as u(type, id, token)
                         cross join lateral (select * from binding x where x.company_id = :company and x.type = u.type
                                                and x.quickbooks_id = u.id offset 0) b
                          left join lateral (select x.edit_token from quickbooks_entry x where x.company_id = :company
                                                and x.list = u.type and x.quickbooks_id = u.id offset 0) e on true
                         where b.synced is not null and b.removed_at is null and b.gone_at is null
                           and e.edit_token is distinct from u.token
                        """)
                .param("company", company.value())
                .param("types", rows.stream().map(row -> row.type().name()).toArray(String[]::new))
                .param("ids", rows.stream().map(Row.Found::quickbooksId).toArray(String[]::new))
                .param("tokens", rows.stream().map(Row.Found::editToken).toArray(String[]::new))
                .query(row -> {
                    sent.put(
                            row.getString("type") + " " + row.getString("quickbooks_id"),
                            new Sent(
                                    new RecordKey(row.getString("type"), row.getString("record_id")),
                                    row.getString("synced")));
                });
        return sent;
    }
}
