package dev.relink.notice;

import dev.relink.company.CompanyId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox, table {@code notice_delivery}. */
@Repository
public class Deliveries {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Deliveries(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param html of a mail; empty = plain text only */
    record Message(String id, Delivery.Channel channel, long recipient, String subject, String body, String html) {}

    /** A message that this node sends now. @param tries including this one */
    record Claimed(CompanyId company, long id, int tries, Message message) {}

    void add(CompanyId company, Message message, Instant at) {
        jdbc.sql("""
                        insert into notice_delivery (company_id, message_id, channel, recipient, subject, body, html, state,
                                                     next_try, made_at)
                        values (:company, :id, :channel, :recipient, :subject, :body, :html, 'waiting', :at, :at)
                        """)
                .param("company", company.value())
                .param("id", message.id)
                .param("channel", message.channel.word())
                .param("recipient", message.recipient)
                .param("subject", message.subject)
                .param("body", message.body)
                .param("html", message.html)
                .param("at", at(at))
                .update();
    }

    /**
     * Takes it for as long as the lease, by moving its next try on; a node that dies meanwhile leaves it to the others.
     *
     * @param due as it was read: empty when another node was faster
     */
    Optional<Claimed> claim(CompanyId company, long id, Instant due, Instant leaseEnd) {
        return jdbc.sql("""
                        update notice_delivery set next_try = :end, tries = tries + 1
                         where company_id = :company and id = :id and state = 'waiting' and next_try = :due
                        returning tries, message_id, channel, recipient, subject, body, html
                        """)
                .param("company", company.value())
                .param("id", id)
                .param("due", at(due))
                .param("end", at(leaseEnd))
                .query((row, n) -> new Claimed(
                        company,
                        id,
                        row.getInt("tries"),
                        new Message(
                                row.getString("message_id"),
                                Delivery.Channel.of(row.getString("channel")),
                                row.getLong("recipient"),
                                row.getString("subject"),
                                row.getString("body"),
                                row.getString("html"))))
                .optional();
    }

    void sent(Claimed claimed) {
        settle(claimed, "sent", clock.instant(), "");
    }

    void failed(Claimed claimed, String error) {
        settle(claimed, "failed", clock.instant(), error);
    }

    void later(Claimed claimed, Instant next, String error) {
        settle(claimed, "waiting", next, error);
    }

    /** Nothing is changed when the lease ran out and another node has taken it: that one's word counts. */
    private void settle(Claimed claimed, String state, Instant next, String error) {
        jdbc.sql("""
                        update notice_delivery
                           set state = :state, next_try = :next, error = :error,
                               sent_at = case when :state = 'sent' then :now else sent_at end
                         where company_id = :company and id = :id and state = 'waiting' and tries = :tries
                        """)
                .param("company", claimed.company.value())
                .param("id", claimed.id)
                .param("tries", claimed.tries)
                .param("state", state)
                .param("next", at(next))
                .param("now", at(clock.instant()))
                .param("error", error)
                .update();
    }

    /** Newest first. */
    public List<Delivery> last(CompanyId company, int limit) {
        return jdbc.sql("""
                        select d.*, coalesce(case d.channel when 'mail' then p.email else w.url end, '') as address
                          from notice_delivery d
                          left join person p on d.channel = 'mail' and p.id = d.recipient
                          left join webhook w on d.channel = 'webhook' and w.company_id = d.company_id
                               and w.id = d.recipient
                         where d.company_id = :company order by d.id desc limit :limit
                        """)
                .param("company", company.value())
                .param("limit", limit)
                .query((row, n) -> {
                    var sentAt = row.getTimestamp("sent_at");
                    return new Delivery(
                            row.getLong("id"),
                            row.getString("message_id"),
                            Delivery.Channel.of(row.getString("channel")),
                            row.getLong("recipient"),
                            row.getString("address"),
                            row.getString("subject"),
                            Delivery.State.of(row.getString("state")),
                            row.getInt("tries"),
                            row.getTimestamp("next_try").toInstant(),
                            row.getTimestamp("made_at").toInstant(),
                            sentAt == null ? null : sentAt.toInstant(),
                            row.getString("error"));
                })
                .list();
    }

    /** At once, with all its tries before it again and under the same id. @return false when there is none */
    public boolean again(CompanyId company, long id) {
        return jdbc.sql("""
                        update notice_delivery set state = 'waiting', tries = 0, next_try = :now
                         where company_id = :company and id = :id
                        """)
                        .param("company", company.value())
                        .param("id", id)
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    void forget(CompanyId company, Instant before) {
        jdbc.sql("delete from notice_delivery where company_id = :company and made_at < :before and state <> 'waiting'")
                .param("company", company.value())
                .param("before", at(before))
                .update(); // as many as there are
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
