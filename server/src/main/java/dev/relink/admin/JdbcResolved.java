package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.syncerror.Count;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What failed within the last week and was settled since: the newest failure of each record, and what settled it. */
@Repository
class JdbcResolved {

    private static final Duration WEEK = Duration.ofDays(7);

    private static final String SETTLED = """
            with failed as (
              select distinct on (h.type, h.record_id) h.type, h.record_id, h.id, h.at, h.code, h.message
                from history h
               where h.company_id = :company and h.outcome = 'failed' and h.at >= :since
               order by h.type, h.record_id, h.id desc
            ), settled as (
              select f.*, s.at as settled_at, s.outcome, r.name, %s as subtitle
                from failed f
                join record r on r.company_id = :company and r.type = f.type and r.record_id = f.record_id
                %s
                left join sync_error e on e.company_id = :company and e.type = f.type and e.record_id = f.record_id
                cross join lateral (
                  select h.at, h.outcome from history h
                   where h.company_id = :company and h.type = f.type and h.record_id = f.record_id and h.id > f.id
                     and h.outcome in ('created', 'updated', 'voided', 'deleted', 'made-inactive', 'made-active', 'kept')
                   order by h.id desc limit 1) s
               where e.id is null
                 and (:q = '' or r.name ilike :anywhere or f.message ilike :anywhere or r.record_id = :q)
                 and (:type = '' or f.type = :type)
            )
            """.formatted(Subtitle.TEXT, Subtitle.JOIN);

    private final JdbcClient jdbc;

    JdbcResolved(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counted as {@link Count#counted}. */
    long count(CompanyId company, Instant now, ErrorFilter filter) {
        return asked(
                        SETTLED + "select count(*) from (select from settled limit " + (Count.LIMIT + 1) + ") n",
                        company,
                        now,
                        filter.q(),
                        filter.type())
                .query(Long.class)
                .single();
    }

    List<Resolved> page(CompanyId company, Instant now, ErrorFilter filter) {
        return asked(SETTLED + """
                        select s.*, coalesce(a.outcome, '') as act, coalesce(a.actor, '') as actor
                          from (select * from settled order by settled_at desc, id desc limit :size offset :offset) s
                          left join lateral (
                            select h.outcome, h.actor from history h
                             where h.company_id = :company and h.type = s.type and h.record_id = s.record_id and h.id > s.id
                               and h.actor <> '' order by h.id limit 1) a on true
                         order by s.settled_at desc, s.id desc
                        """, company, now, filter.q(), filter.type())
                .param("size", filter.size())
                .param("offset", (filter.page() - 1L) * filter.size())
                .query((row, n) -> new Resolved(
                        new RecordKey(row.getString("type"), row.getString("record_id")),
                        row.getString("name"),
                        row.getString("subtitle"),
                        row.getString("code"),
                        row.getString("message"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("settled_at").toInstant(),
                        row.getString("outcome"),
                        row.getString("act"),
                        row.getString("actor")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, CompanyId company, Instant now, String q, String type) {
        return jdbc.sql(sql)
                .param("company", company.value())
                .param("since", Timestamp.from(now.minus(WEEK)))
                .param("q", q)
                .param("anywhere", Queries.anywhere(q))
                .param("type", type);
    }
}
