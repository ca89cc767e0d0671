package dev.relink.notice;

import dev.relink.company.CompanyId;
import dev.relink.platform.Ids;
import dev.relink.platform.Secrets;
import dev.relink.platform.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code webhook}. Secrets are sealed, bound to their company. */
@Repository
public class Webhooks {

    private static final Duration BOTH_SECRETS_FOR = Duration.ofHours(24);

    /** So long nothing is taken before it is switched off. */
    private static final Duration PATIENCE = Duration.ofDays(5);

    /** A company that needs more has one program that passes them on. */
    private static final int MOST = 20;

    private static final String SELECT = """
            select id, url, causes, silence, recovery, extract(epoch from every)::bigint as every, made_by, made_at,
                   old_secret_until, failing_since, off_because
              from webhook where company_id = :company
            """;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Ids ids;
    private final Watches watches;
    private final Events events;
    private final Deliveries deliveries;
    private final boolean anywhere;
    private final InstantSource clock;

    @Autowired
    Webhooks(
            JdbcClient jdbc,
            Secrets secrets,
            Ids ids,
            Watches watches,
            Events events,
            Deliveries deliveries,
            Settings settings,
            InstantSource clock) {
        this(jdbc, secrets, ids, watches, events, deliveries, settings.webhookPrivateAddresses(), clock);
    }

    Webhooks(
            JdbcClient jdbc,
            Secrets secrets,
            Ids ids,
            Watches watches,
            Events events,
            Deliveries deliveries,
            boolean anywhere,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.ids = ids;
        this.watches = watches;
        this.events = events;
        this.deliveries = deliveries;
        this.anywhere = anywhere;
        this.clock = clock;
    }

    /** Where to post, signed with what. @param secrets the newest first */
    record Target(String url, List<String> secrets) {}

    /** Oldest first. */
    public List<Webhook> of(CompanyId company) {
        return jdbc.sql(SELECT + " order by id")
                .param("company", company.value())
                .query((row, n) -> webhook(row))
                .list();
    }

    public Optional<Webhook> find(CompanyId company, long id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("company", company.value())
                .param("id", id)
                .query((row, n) -> webhook(row))
                .optional();
    }

    /** @throws IllegalArgumentException with a sentence when the address cannot be one, or there are too many */
    @Transactional
    public Webhook.Made add(CompanyId company, String url, Interest interest, String by) {
        String address = WebhookUrl.checked(url, anywhere);
        if (of(company).size() >= MOST) {
            throw new IllegalArgumentException("A company has at most " + MOST + " webhooks: remove one first.");
        }
        watches.begin(company);
        String secret = Signature.secret(ids.token());
        long id = jdbc.sql("""
                        insert into webhook (company_id, url, secret, causes, silence, recovery, every, told_to, made_by, made_at)
                        values (:company, :url, :secret, :causes, :silence, :recovery, make_interval(secs => :every), :toldTo,
                                :by, :now) returning id
                        """)
                .param("company", company.value())
                .param("url", address)
                .param("secret", sealed(company, secret))
                .param("causes", interest.causes())
                .param("silence", interest.silence())
                .param("recovery", interest.recovery())
                .param("every", interest.every().toSeconds())
                .param("toldTo", events.last(company))
                .param("by", by)
                .param("now", now())
                .query(Long.class)
                .single();
        return new Webhook.Made(find(company, id).orElseThrow(), secret);
    }

    /** Also switches it on again. @return false when there is none @throws IllegalArgumentException as {@link #add} */
    @Transactional
    public boolean change(CompanyId company, long id, String url, Interest interest) {
        watches.begin(company);
        return jdbc.sql("""
                        update webhook set url = :url, causes = :causes, silence = :silence, recovery = :recovery,
                               every = make_interval(secs => :every), next_at = '-infinity', failing_since = null,
                               off_because = null
                         where company_id = :company and id = :id
                        """)
                        .param("company", company.value())
                        .param("id", id)
                        .param("url", WebhookUrl.checked(url, anywhere))
                        .param("causes", interest.causes())
                        .param("silence", interest.silence())
                        .param("recovery", interest.recovery())
                        .param("every", interest.every().toSeconds())
                        .update()
                == 1;
    }

    /** A new secret; messages are signed with both for a day. @return the new one; empty when there is no such webhook */
    public Optional<String> rotate(CompanyId company, long id) {
        String secret = Signature.secret(ids.token());
        int rows = jdbc.sql("""
                        update webhook set old_secret = secret, old_secret_until = :until, secret = :secret
                         where company_id = :company and id = :id
                        """)
                .param("company", company.value())
                .param("id", id)
                .param("secret", sealed(company, secret))
                .param("until", now().plus(BOTH_SECRETS_FOR))
                .update();
        return rows == 1 ? Optional.of(secret) : Optional.empty();
    }

    /** @return false when there is none */
    public boolean remove(CompanyId company, long id) {
        return jdbc.sql("delete from webhook where company_id = :company and id = :id")
                        .param("company", company.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Sends it a message that says that it is a test. */
    public void test(CompanyId company, long id) {
        deliveries.add(
                company,
                new Deliveries.Message(
                        "msg_" + ids.token(),
                        Delivery.Channel.WEBHOOK,
                        id,
                        "Test",
                        WebhookBody.test(company.value(), clock.instant()),
                        ""),
                clock.instant());
    }

    /** Empty when it is switched off or gone. */
    Optional<Target> target(CompanyId company, long id) {
        return jdbc.sql("""
                        select url, secret, case when old_secret_until > :now then old_secret end as old_secret
                          from webhook where company_id = :company and id = :id and off_because is null
                        """)
                .param("company", company.value())
                .param("id", id)
                .param("now", now())
                .query((row, n) -> new Target(row.getString("url"), opened(company, row)))
                .optional();
    }

    private List<String> opened(CompanyId company, ResultSet row) throws SQLException {
        List<String> opened = new ArrayList<>(List.of(secrets.open(bound(company), row.getBytes("secret"))));
        byte[] old = row.getBytes("old_secret");
        if (old != null) {
            opened.add(secrets.open(bound(company), old));
        }
        return opened;
    }

    void works(CompanyId company, long id) {
        jdbc.sql(
                        "update webhook set failing_since = null where company_id = :company and id = :id and failing_since is not null")
                .param("company", company.value())
                .param("id", id)
                .update(); // none when it worked before
    }

    /** Remembers since when; after five days it is switched off, which is news to all others. */
    @Transactional
    public void fails(CompanyId company, long id) {
        int off = jdbc.sql("""
                        update webhook set failing_since = coalesce(failing_since, :now),
                               off_because = case when failing_since < :since then 'Nothing was taken for 5 days.' end
                         where company_id = :company and id = :id and off_because is null
                        returning (off_because is not null)::int
                        """)
                .param("company", company.value())
                .param("id", id)
                .param("now", now())
                .param("since", now().minus(PATIENCE))
                .query(Integer.class)
                .optional()
                .orElse(0);
        if (off == 1) {
            noteOff(company, id, "Nothing was taken for 5 days");
        }
    }

    /** It has answered that it is gone for good. */
    @Transactional
    public void gone(CompanyId company, long id) {
        int rows =
                jdbc.sql("""
                        update webhook set off_because = 'It answered 410: gone.'
                         where company_id = :company and id = :id and off_because is null
                        """).param("company", company.value()).param("id", id).update();
        if (rows == 1) {
            noteOff(company, id, "It answered that it is gone");
        }
    }

    private void noteOff(CompanyId company, long id, String why) {
        find(company, id)
                .ifPresent(webhook ->
                        events.add(company, Event.Kind.WEBHOOK_OFF, why + ": " + webhook.url(), clock.instant()));
    }

    private byte[] sealed(CompanyId company, String secret) {
        return secrets.seal(bound(company), secret);
    }

    private static String bound(CompanyId company) {
        return "webhook of " + company.value();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("url"),
                new Interest(
                        row.getBoolean("causes"),
                        row.getBoolean("silence"),
                        row.getBoolean("recovery"),
                        Duration.ofSeconds(row.getLong("every"))),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                time(row.getTimestamp("old_secret_until")),
                time(row.getTimestamp("failing_since")),
                row.getString("off_because"));
    }

    private static @Nullable Instant time(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
