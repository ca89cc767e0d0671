package dev.relink.people;

import dev.relink.platform.security.Actor;
import dev.relink.platform.security.PersonSession;
import dev.relink.platform.security.Sessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code person_session}. */
@Repository
class JdbcSessions implements Sessions, OpenSessions {

    /** A working day; the browser's own session ends after the same time. */
    private static final Duration IDLE = Duration.ofHours(8);

    /** However busy: a page that is left open asks for its counts for ever. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** A busy session costs one write a minute at most. */
    private static final Duration SEEN_NOTED_EVERY = Duration.ofMinutes(1);

    private static final int LONGEST_AGENT = 300;

    private static final String OPEN = " s.seen_at > :seenAfter and s.started_at > :startedAfter";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    JdbcSessions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public PersonSession begin(long person, String address, String agent) {
        aged("delete from person_session s where s.person_id = :person and not (" + OPEN + ")")
                .param("person", person)
                .update(); // as many as there are
        long id = jdbc.sql("""
                        insert into person_session (person_id, started_at, seen_at, address, agent)
                        values (:person, :now, :now, :address, :agent) returning id
                        """)
                .param("person", person)
                .param("now", now())
                .param("address", address)
                .param("agent", agent.substring(0, Math.min(LONGEST_AGENT, agent.length())))
                .query(Long.class)
                .single();
        return new PersonSession(person, id);
    }

    private record Seen(Actor actor, Instant at) {}

    @Override
    public Optional<Actor> actor(PersonSession session) {
        Optional<Seen> seen = aged("""
                        select p.name, p.everywhere, s.seen_at,
                               array(select company_id from person_role where person_id = p.id order by company_id) as companies,
                               array(select role from person_role where person_id = p.id order by company_id) as roles
                          from person_session s join person p on p.id = s.person_id
                         where s.id = :id and s.person_id = :person and
                        """ + OPEN)
                .param("id", session.id())
                .param("person", session.person())
                .query((row, n) -> new Seen(
                        new Actor(row.getString("name"), Roles.read(row), session),
                        row.getTimestamp("seen_at").toInstant()))
                .optional();
        seen.filter(before -> before.at.plus(SEEN_NOTED_EVERY).isBefore(clock.instant()))
                .ifPresent(_ -> noteSeen(session));
        return seen.map(Seen::actor);
    }

    private void noteSeen(PersonSession session) {
        jdbc.sql("update person_session set seen_at = :now where id = :id")
                .param("now", now())
                .param("id", session.id())
                .update(); // none when it was ended this very moment
    }

    @Override
    public void end(PersonSession session) {
        end(session.person(), session.id());
    }

    @Override
    public List<OpenSession> of(long person) {
        return aged("select s.* from person_session s where s.person_id = :person and " + OPEN
                        + " order by s.seen_at desc, s.id desc")
                .param("person", person)
                .query((row, n) -> open(row))
                .list();
    }

    private static OpenSession open(ResultSet row) throws SQLException {
        return new OpenSession(
                row.getLong("id"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                row.getString("address"),
                row.getString("agent"));
    }

    @Override
    public boolean end(long person, long session) {
        return jdbc.sql("delete from person_session where id = :id and person_id = :person")
                        .param("id", session)
                        .param("person", person)
                        .update()
                == 1;
    }

    @Override
    public int endOthers(PersonSession kept) {
        return jdbc.sql("delete from person_session where person_id = :person and id <> :kept")
                .param("person", kept.person())
                .param("kept", kept.id())
                .update();
    }

    @Override
    public int endAll(long person) {
        return jdbc.sql("delete from person_session where person_id = :person")
                .param("person", person)
                .update();
    }

    private JdbcClient.StatementSpec aged(String sql) {
        return jdbc.sql(sql).param("seenAfter", now().minus(IDLE)).param("startedAfter", now().minus(LONGEST));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
