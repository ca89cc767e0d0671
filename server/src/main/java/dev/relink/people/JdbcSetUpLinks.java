package dev.relink.people;

import dev.relink.platform.Ids;
import dev.relink.platform.Secrets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcSetUpLinks implements SetUpLinks {

    private static final Duration OPEN_FOR = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Ids ids;
    private final InstantSource clock;

    JdbcSetUpLinks(JdbcClient jdbc, Secrets secrets, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String make(@Nullable Person person) {
        Long id = person == null ? null : person.id();
        jdbc.sql("delete from set_up_link where person_id is not distinct from :person or until < :now")
                .param("person", id, java.sql.Types.BIGINT)
                .param("now", now())
                .update();
        String secret = ids.token();
        jdbc.sql("insert into set_up_link (token_hash, person_id, until) values (:hash, :person, :until)")
                .param("hash", secrets.keyedHash(secret))
                .param("person", id, java.sql.Types.BIGINT)
                .param("until", now().plus(OPEN_FOR))
                .update();
        return secret;
    }

    @Override
    public Optional<Invitation> find(String secret) {
        return jdbc.sql("select person_id from set_up_link where token_hash = :hash and until > :now")
                .param("hash", secrets.keyedHash(secret))
                .param("now", now())
                .query((row, n) -> new Invitation(row.getObject("person_id", Long.class)))
                .optional();
    }

    @Override
    public boolean use(String secret) {
        return jdbc.sql("delete from set_up_link where token_hash = :hash and until > :now")
                        .param("hash", secrets.keyedHash(secret))
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
