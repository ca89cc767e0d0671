package dev.relink.notice;

import dev.relink.company.CompanyId;
import dev.relink.platform.Ids;
import dev.relink.platform.mail.Letters;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is to be told of a company, people and webhooks alike, and how far each has been told. */
@Repository
class Readers {

    /** People who may not see the company any more are passed over. */
    private static final String DUE = """
            select 'mail' as channel, s.person_id as id, s.causes, s.silence, s.recovery,
                   extract(epoch from s.every)::bigint as every, s.told_to
              from notice_subscription s join person p on p.id = s.person_id
             where s.company_id = :company and s.next_at <= :now and :mail
               and (p.everywhere is not null
                    or exists (select from person_role r where r.person_id = p.id and r.company_id = :company))
            union all
            select 'webhook', w.id, w.causes, w.silence, w.recovery, extract(epoch from w.every)::bigint, w.told_to
              from webhook w where w.company_id = :company and w.next_at <= :now and w.off_because is null
            """;

    private final JdbcClient jdbc;
    private final Events events;
    private final Digests digests;
    private final Deliveries deliveries;
    private final Letters letters;
    private final Ids ids;

    Readers(JdbcClient jdbc, Events events, Digests digests, Deliveries deliveries, Letters letters, Ids ids) {
        this.jdbc = jdbc;
        this.events = events;
        this.digests = digests;
        this.deliveries = deliveries;
        this.letters = letters;
        this.ids = ids;
    }

    private record Reader(Delivery.Channel channel, long id, Interest interest, long toldTo) {}

    boolean any(CompanyId company) {
        return jdbc.sql("""
                        select exists (select from notice_subscription where company_id = :company)
                            or exists (select from webhook where company_id = :company and off_because is null)
                        """)
                .param("company", company.value())
                .query(Boolean.class)
                .single();
    }

    /** Puts a message into the outbox for each reader whose time has come and for whom there is news. @return how many */
    int tell(CompanyId company, Instant now) {
        List<Reader> due = jdbc.sql(DUE)
                .param("company", company.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("mail", letters.isSet())
                .query((row, n) -> new Reader(
                        Delivery.Channel.of(row.getString("channel")),
                        row.getLong("id"),
                        new Interest(
                                row.getBoolean("causes"),
                                row.getBoolean("silence"),
                                row.getBoolean("recovery"),
                                Duration.ofSeconds(row.getLong("every"))),
                        row.getLong("told_to")))
                .list();
        if (due.isEmpty()) {
            return 0;
        }
        List<Event> news = events.after(
                company, due.stream().mapToLong(Reader::toldTo).min().getAsLong());
        return due.stream().mapToInt(reader -> tell(company, reader, news, now)).sum();
    }

    private int tell(CompanyId company, Reader reader, List<Event> all, Instant now) {
        List<Event> news =
                all.stream().filter(event -> event.id() > reader.toldTo).toList();
        if (news.isEmpty()) {
            return 0;
        }
        Optional<Digest> digest = digests.of(company, news, reader.interest, now);
        digest.ifPresent(said -> deliveries.add(company, message(reader, said), now));
        advance(company, reader, news.getLast().id(), digest.isPresent() ? now.plus(reader.interest.every()) : now);
        return digest.isPresent() ? 1 : 0;
    }

    private Deliveries.Message message(Reader reader, Digest said) {
        String id = "msg_" + ids.token();
        return switch (reader.channel) {
            case MAIL ->
                new Deliveries.Message(
                        id, reader.channel, reader.id, said.subject(), MailText.of(said), MailHtml.of(said));
            case WEBHOOK ->
                new Deliveries.Message(id, reader.channel, reader.id, said.subject(), WebhookBody.of(said), "");
        };
    }

    private void advance(CompanyId company, Reader reader, long to, Instant next) {
        String sql = switch (reader.channel) {
            case MAIL -> """
                update notice_subscription set told_to = :to, next_at = :next
                 where company_id = :company and person_id = :id
                """;
            case WEBHOOK ->
                "update webhook set told_to = :to, next_at = :next where company_id = :company and id = :id";
        };
        int rows = jdbc.sql(sql)
                .param("company", company.value())
                .param("id", reader.id)
                .param("to", to)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("A reader of the notices of " + company + " went away meanwhile");
        }
    }
}
