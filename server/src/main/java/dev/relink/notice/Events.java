package dev.relink.notice;

import dev.relink.company.CompanyId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code notice_event}. */
@Repository
class Events {

    private final JdbcClient jdbc;

    Events(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CompanyId company, Event.Kind kind, String title, Instant at) {
        add(company, kind, "", "", title, at);
    }

    void add(CompanyId company, Event.Kind kind, String code, String variant, String title, Instant at) {
        jdbc.sql("""
                        insert into notice_event (company_id, at, kind, code, variant, title)
                        values (:company, :at, :kind, :code, :variant, :title)
                        """)
                .param("company", company.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", kind.word())
                .param("code", code)
                .param("variant", variant)
                .param("title", title)
                .update();
    }

    /** Oldest first. */
    List<Event> after(CompanyId company, long id) {
        return jdbc.sql("""
                        select id, at, kind, code, variant, title from notice_event
                         where company_id = :company and id > :id order by id limit 10000
                        """)
                .param("company", company.value())
                .param("id", id)
                .query((row, n) -> new Event(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        Event.Kind.of(row.getString("kind")),
                        row.getString("code"),
                        row.getString("variant"),
                        row.getString("title")))
                .list();
    }

    /** Where a new reader begins: what was before is not news. */
    long last(CompanyId company) {
        return jdbc.sql("select coalesce(max(id), 0) from notice_event where company_id = :company")
                .param("company", company.value())
                .query(Long.class)
                .single();
    }

    /** What nobody needs any more. */
    void forget(CompanyId company, Instant before) {
        jdbc.sql("delete from notice_event where company_id = :company and at < :before")
                .param("company", company.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update(); // as many as there are
    }
}
