package dev.relink.people;

import dev.relink.platform.Ids;
import dev.relink.platform.Secrets;
import dev.relink.platform.security.Access;
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

@Repository
class JdbcApiTokens implements ApiTokens {

    /** Tells people and secret scanners what it is. */
    private static final String PREFIX = "relink_";

    /** A busy token costs one write a minute at most. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private static final String SELECT = """
            select t.id, t.name, t.everywhere, t.made_by, t.made_at, t.used_at,
                   array(select company_id from api_token_role where token_id = t.id order by company_id) as companies,
                   array(select role from api_token_role where token_id = t.id order by company_id) as roles
              from api_token t
            """;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Ids ids;
    private final InstantSource clock;

    JdbcApiTokens(JdbcClient jdbc, Secrets secrets, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<ApiToken> all() {
        return jdbc.sql(SELECT + " order by t.id desc")
                .query((row, n) -> token(row))
                .list();
    }

    @Override
    @Transactional
    public ApiToken.Made make(String name, Access access, String madeBy) {
        String secret = PREFIX + ids.token();
        long id = insert(secret, name, access, madeBy)
                .orElseThrow(
                        () -> new IllegalStateException("The same random token twice: the random source is broken"));
        return new ApiToken.Made(new ApiToken(id, name, access, madeBy, clock.instant(), null), secret);
    }

    @Override
    @Transactional
    public void keep(String secret, String name, Access access) {
        insert(secret, name, access, name);
    }

    private Optional<Long> insert(String secret, String name, Access access, String madeBy) {
        Optional<Long> id = jdbc.sql("""
                        insert into api_token (token_hash, name, everywhere, made_by, made_at)
                        values (:hash, :name, :everywhere, :by, :now)
                        on conflict (token_hash) do nothing returning id
                        """)
                .param("hash", secrets.keyedHash(secret))
                .param("name", name)
                .param("everywhere", Roles.everywhere(access))
                .param("by", madeBy)
                .param("now", now())
                .query(Long.class)
                .optional();
        id.ifPresent(token -> jdbc.sql(
                        "insert into api_token_role (token_id, company_id, role) select :id, * from unnest(:companies, :roles)")
                .param("id", token)
                .param("companies", Roles.companies(access))
                .param("roles", Roles.roles(access))
                .update());
        return id;
    }

    @Override
    public boolean revoke(long id) {
        return jdbc.sql("delete from api_token where id = :id").param("id", id).update() == 1;
    }

    @Override
    public Optional<ApiToken> find(String secret) {
        Optional<ApiToken> found = jdbc.sql(SELECT + " where t.token_hash = :hash")
                .param("hash", secrets.keyedHash(secret))
                .query((row, n) -> token(row))
                .optional();
        found.filter(this::useIsWorthNoting).ifPresent(this::noteUse);
        return found;
    }

    private boolean useIsWorthNoting(ApiToken token) {
        Instant last = token.usedAt();
        return last == null || last.plus(USE_NOTED_EVERY).isBefore(clock.instant());
    }

    private void noteUse(ApiToken token) {
        jdbc.sql("update api_token set used_at = :now where id = :id")
                .param("now", now())
                .param("id", token.id())
                .update(); // none when it was revoked this very moment
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        var usedAt = row.getTimestamp("used_at");
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                Roles.read(row),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                usedAt == null ? null : usedAt.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
