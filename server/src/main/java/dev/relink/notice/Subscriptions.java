package dev.relink.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.company.CompanyId;
import dev.relink.platform.Secrets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code notice_subscription}: which people get mail about a company. */
@Repository
public class Subscriptions {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Watches watches;
    private final Events events;

    Subscriptions(JdbcClient jdbc, Secrets secrets, Watches watches, Events events) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.watches = watches;
        this.events = events;
    }

    /** @param email of the person */
    public record Subscription(long person, String email, String name, Interest interest) {}

    /** By name. */
    public List<Subscription> of(CompanyId company) {
        return jdbc.sql("""
                        select p.id, p.email, p.name, s.causes, s.silence, s.recovery,
                               extract(epoch from s.every)::bigint as every
                          from notice_subscription s join person p on p.id = s.person_id
                         where s.company_id = :company order by lower(p.name), p.id
                        """)
                .param("company", company.value())
                .query((row, n) -> new Subscription(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getString("name"),
                        new Interest(
                                row.getBoolean("causes"),
                                row.getBoolean("silence"),
                                row.getBoolean("recovery"),
                                Duration.ofSeconds(row.getLong("every")))))
                .list();
    }

    public Optional<Interest> find(CompanyId company, long person) {
        return of(company).stream()
                .filter(subscription -> subscription.person == person)
                .map(Subscription::interest)
                .findFirst();
    }

    /** New ones begin now; changed ones go on where they are. */
    @Transactional
    public void save(CompanyId company, long person, Interest interest) {
        watches.begin(company);
        jdbc.sql("""
                        insert into notice_subscription (company_id, person_id, causes, silence, recovery, every, told_to)
                        values (:company, :person, :causes, :silence, :recovery, make_interval(secs => :every), :toldTo)
                        on conflict (company_id, person_id) do update
                           set causes = excluded.causes, silence = excluded.silence, recovery = excluded.recovery,
                               every = excluded.every, next_at = '-infinity'
                        """)
                .param("company", company.value())
                .param("person", person)
                .param("causes", interest.causes())
                .param("silence", interest.silence())
                .param("recovery", interest.recovery())
                .param("every", interest.every().toSeconds())
                .param("toldTo", events.last(company))
                .update();
    }

    /** @return false when there was none */
    public boolean remove(CompanyId company, long person) {
        return jdbc.sql("delete from notice_subscription where company_id = :company and person_id = :person")
                        .param("company", company.value())
                        .param("person", person)
                        .update()
                == 1;
    }

    /** Where to send it: the address of today, and only while they may see the company. */
    Optional<String> address(CompanyId company, long person) {
        return jdbc.sql("""
                        select p.email from person p
                         where p.id = :person
                           and exists (select from notice_subscription s where s.company_id = :company
                                          and s.person_id = p.id)
                           and (p.everywhere is not null
                                or exists (select from person_role r where r.person_id = p.id and r.company_id = :company))
                        """)
                .param("company", company.value())
                .param("person", person)
                .query(String.class)
                .optional();
    }

    /** The path of the page that ends these mails without a sign-in; its last part cannot be guessed. */
    String unsubscribePath(CompanyId company, long person) {
        return "/unsubscribe/" + company.value() + "/" + person + "/" + key(company.value(), person);
    }

    /** Whether it is the last part of that path. */
    public boolean mayUnsubscribe(String company, long person, String key) {
        return MessageDigest.isEqual(key(company, person).getBytes(UTF_8), key.getBytes(UTF_8));
    }

    private String key(String company, long person) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secrets.keyedHash("unsubscribe\n" + company + "\n" + person));
    }
}
