package dev.relink.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code idempotency_key}. */
@Repository
class JdbcKeys {

    private static final Duration KEPT = Duration.ofDays(1);

    /** After this a request that never ended, because its server died, no longer blocks its key. */
    private static final Duration UNANSWERED = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    JdbcKeys(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param answer null while the request is being carried out */
    record Kept(byte[] hash, int status, @Nullable String answer) {}

    /** Takes a key for this request. @return what was kept under it, or null when it was free */
    @Nullable
    Kept take(String company, String key, byte[] hash) {
        Instant now = clock.instant();
        jdbc.sql("""
                delete from idempotency_key
                 where company_id = :company and (at < :old or answer is null and at < :stuck)
                """)
                .param("company", company)
                .param("old", time(now.minus(KEPT)))
                .param("stuck", time(now.minus(UNANSWERED)))
                .update();
        int taken = jdbc.sql("""
                insert into idempotency_key (company_id, key, body_hash, at) values (:company, :key, :hash, :now)
                on conflict (company_id, key) do nothing
                """)
                .param("company", company)
                .param("key", key)
                .param("hash", hash)
                .param("now", time(now))
                .update();
        return taken == 1 ? null : kept(company, key);
    }

    private Kept kept(String company, String key) {
        return jdbc.sql("""
                select body_hash, coalesce(status, 0) as status, answer
                  from idempotency_key where company_id = :company and key = :key
                """)
                .param("company", company)
                .param("key", key)
                .query((row, _) -> new Kept(row.getBytes("body_hash"), row.getInt("status"), row.getString("answer")))
                .single();
    }

    void answered(String company, String key, int status, String answer) {
        int rows = jdbc.sql("""
                update idempotency_key set status = :status, answer = :answer
                 where company_id = :company and key = :key and answer is null
                """)
                .param("company", company)
                .param("key", key)
                .param("status", status)
                .param("answer", answer)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("An idempotency key of %s was answered twice".formatted(company));
        }
    }

    void free(String company, String key) {
        jdbc.sql("delete from idempotency_key where company_id = :company and key = :key and answer is null")
                .param("company", company)
                .param("key", key)
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
