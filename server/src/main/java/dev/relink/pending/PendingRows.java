package dev.relink.pending;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements on the pending syncs of certain records: {@code :company}, {@code :types} and {@code :ids} are set. */
record PendingRows(JdbcClient jdbc) {

    JdbcClient.StatementSpec of(CompanyId company, Collection<RecordKey> keys, String sql) {
        return jdbc.sql(sql)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new));
    }

    /** @throws IllegalStateException when another number of rows has changed */
    static void expect(int wanted, int rows) {
        if (wanted != rows) {
            throw new IllegalStateException("%d pending syncs should have changed, %d did".formatted(wanted, rows));
        }
    }
}
