package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code audit}. */
@Repository
class JdbcAudit {

    private final JdbcClient jdbc;

    JdbcAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            CompanyId company,
            String actor,
            String act,
            @Nullable RecordKey key,
            @Nullable String before,
            @Nullable String after,
            OffsetDateTime at) {
        jdbc.sql("""
                insert into audit (company_id, at, actor, act, type, record_id, before, after)
                values (:company, :at, :actor, :act, :type, :id, :before::jsonb, :after::jsonb)
                """)
                .param("company", company.value())
                .param("at", at)
                .param("actor", actor)
                .param("act", act)
                .param("type", key == null ? "" : key.type())
                .param("id", key == null ? "" : key.id())
                .param("before", before)
                .param("after", after)
                .update();
    }
}
