package dev.relink.people;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
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
    public void note(String actor, String act, String whom) {
        jdbc.sql("insert into people_audit (at, actor, act, whom) values (:now, :actor, :act, :whom)")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("act", act)
                .param("whom", whom)
                .update();
    }

    @Override
    public List<Entry> newest(int limit) {
        return jdbc.sql("select at, actor, act, whom from people_audit order by id desc limit :limit")
                .param("limit", limit)
                .query((row, n) -> new Entry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("act"),
                        row.getString("whom")))
                .list();
    }
}
