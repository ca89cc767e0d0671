package dev.relink.pending;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often in a row a pending sync went again by itself and came to nothing, whatever was said each time. It begins anew
 * when a person decides, and ends with the row. What only waits for a window to be closed is not counted.
 */
public final class InVain {

    private final PendingRows rows;

    InVain(PendingRows rows) {
        this.rows = rows;
    }

    /** Of those of these that have been tried in vain at all. */
    public Map<RecordKey, Integer> of(CompanyId company, Collection<RecordKey> keys) {
        return counts(rows.of(company, keys, """
                        select type, record_id, in_vain from pending_sync
                         where company_id = :company and in_vain is not null
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """));
    }

    /** Once more for each of these. */
    public void count(CompanyId company, Collection<RecordKey> keys) {
        rows.of(company, keys, """
                        update pending_sync set in_vain = coalesce(in_vain, 0) + 1
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """).update();
    }

    /** Looked up, and nothing was learned: left for the next visit. @return how often for each, this time included */
    public Map<RecordKey, Integer> leave(CompanyId company, Collection<RecordKey> keys, long epoch) {
        return counts(rows.of(company, keys, """
                        update pending_sync set tried_epoch = :epoch, in_vain = coalesce(in_vain, 0) + 1
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        returning type, record_id, in_vain
                        """).param("epoch", epoch));
    }

    private static Map<RecordKey, Integer> counts(JdbcClient.StatementSpec statement) {
        var counts = new HashMap<RecordKey, Integer>();
        statement.query(row -> {
            counts.put(new RecordKey(row.getString("type"), row.getString("record_id")), row.getInt("in_vain"));
        });
        return counts;
    }
}
