package dev.relink.history;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to which record, in order. */
@Repository
public class History {

    private final JdbcClient jdbc;

    public History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line.
     *
     * @param outcome a word such as {@code created}, {@code updated}, {@code failed}, {@code in-doubt}, {@code clear-id}
     * @param actor who did it; empty: Relink by itself
     */
    public record Event(
            RecordKey key,
            String outcome,
            String actor,
            String code,
            String message,
            String quickbooksId,
            @Nullable String messageSetId,
            @Nullable String requestId) {}

    public void add(CompanyId company, List<Event> events, Instant at) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into history (company_id, at, type, record_id, outcome, actor, code, message,
                                             quickbooks_id, message_set_id, request_id)
                        select :company, :at, u.type, u.id, u.outcome, u.actor, u.code, u.message, u.quickbooks_id,
                               u.message_set_id, u.request_id
                          from unnest(:types::text[], :ids::text[], :outcomes::text[], :actors::text[], :codes::text[],
                                      :messages::text[], :quickbooksIds::text[], :sets::text[], :requests::text[])
                               as u(type, id, outcome, actor, code, message, quickbooks_id, message_set_id, request_id)
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .param("types", texts(events, e -> e.key().type()))
                .param("ids", texts(events, e -> e.key().id()))
                .param("outcomes", texts(events, Event::outcome))
                .param("actors", texts(events, Event::actor))
                .param("codes", texts(events, Event::code))
                .param("messages", texts(events, Event::message))
                .param("quickbooksIds", texts(events, Event::quickbooksId))
                .param("sets", texts(events, Event::messageSetId))
                .param("requests", texts(events, Event::requestId))
                .update();
    }

    private static String[] texts(List<Event> events, Function<Event, @Nullable String> part) {
        return events.stream().map(part).toArray(String[]::new);
    }
}
