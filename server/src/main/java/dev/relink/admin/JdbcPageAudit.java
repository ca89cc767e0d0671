package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down what somebody did to a company on its pages, beside what the repairs write themselves. */
@Repository
class JdbcPageAudit {

    private final JdbcClient jdbc;

    JdbcPageAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(CompanyId company, String actor, String act, Instant at) {
        note(company, actor, act, List.of(new RecordKey("", "")), at);
    }

    /** @param before as it was, {@code after} as it became; null = there was none */
    void note(
            CompanyId company, String actor, String act, @Nullable Object before, @Nullable Object after, Instant at) {
        int rows = jdbc.sql("""
                        insert into audit (company_id, at, actor, act, before, after)
                        values (:company, :at, :actor, :act, :before::jsonb, :after::jsonb)
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .param("act", act)
                .param("before", before == null ? null : Json.write(before))
                .param("after", after == null ? null : Json.write(after))
                .update();
        if (rows != 1) {
            throw new IllegalStateException(rows + " audit rows were written for one act");
        }
    }

    /** One row a record. */
    void note(CompanyId company, String actor, String act, Collection<RecordKey> keys, Instant at) {
        int rows = jdbc.sql("""
                        insert into audit (company_id, at, actor, act, type, record_id)
                        select :company, :at, :actor, :act, u.type, u.id
                          from unnest(:types::text[], :ids::text[]) as u(type, id)
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .param("act", act)
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .update();
        if (rows != keys.size()) {
            throw new IllegalStateException(rows + " audit rows were written for " + keys.size() + " records");
        }
    }
}
