package dev.relink.people;

import dev.relink.platform.Json;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeopleAudit implements PeopleAudit {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    JdbcPeopleAudit(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void note(String actor, String act, String whom, @Nullable Object before, @Nullable Object after) {
        jdbc.sql("""
                        insert into people_audit (at, actor, act, whom, before, after)
                        values (:now, :actor, :act, :whom, :before::jsonb, :after::jsonb)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("act", act)
                .param("whom", whom)
                .param("before", before == null ? null : Json.write(before))
                .param("after", after == null ? null : Json.write(after))
                .update();
    }
}
