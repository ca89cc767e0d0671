package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.security.Actor;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did what through this interface. */
@Component
class Audit {

    private final JdbcAudit rows;
    private final InstantSource clock;

    Audit(JdbcAudit rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void deleted(CompanyId company, RecordKey key, Actor actor) {
        add(company, actor, "delete-record", key, null, null);
    }

    /** @param before as JSON, and so {@code after}; null where there is nothing to tell */
    void add(
            CompanyId company,
            Actor actor,
            String act,
            @Nullable RecordKey key,
            @Nullable String before,
            @Nullable String after) {
        rows.add(company, actor.name(), act, key, before, after, clock.instant().atOffset(ZoneOffset.UTC));
    }
}
