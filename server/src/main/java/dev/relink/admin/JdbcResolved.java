package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.syncerror.Count;
import dev.relink.tally.Tallies;
import dev.relink.tally.Tally;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Errors that were settled within the last seven days of UTC, the last error of each record, and what settled it. */
@Repository
class JdbcResolved {

    private static final int DAYS = 7;

    /** So many of those that were settled last are looked at for a filter. */
    private static final int LOOKED = 2 * Count.LIMIT;

    /** The limit keeps the index walked from its newest entry; each {@code offset 0} is one look into a key. */
    private static final String SETTLED = """
            with settled as (
              select g.*, r.name, %s as subtitle
                from (select * from settled_error where company_id = :company and settled_at >= :since
                       order by company_id, settled_at desc limit (select :looked::integer)) g
               cross join lateral (select * from record x where x.company_id = :company and x.type = g.type
                                      and x.record_id = g.record_id offset 0) r
                left join lateral (select x.name from record x where x.company_id = :company and x.type = 'customer'
                                      and x.record_id = %s offset 0) whose on true
               where (:q = '' or r.name ilike :anywhere or g.message ilike :anywhere or r.record_id = :q)
                 and (:type = '' or g.type = :type)
            )
            """.formatted(Subtitle.TEXT, Subtitle.WHOSE);

    private final JdbcClient jdbc;
    private final Tallies tallies;

    JdbcResolved(JdbcClient jdbc, Tallies tallies) {
        this.jdbc = jdbc;
        this.tallies = tallies;
    }

    /** All of them, exactly. */
    long count(CompanyId company, Instant now) {
        Tally tally = tallies.of(company);
        LocalDate first = first(now);
        return first.datesUntil(first.plusDays(DAYS + 1L))
                .mapToLong(date -> tally.settled(date.toString()))
                .sum();
    }

    /** Those that match, counted as {@link Count#counted}. */
    long count(CompanyId company, Instant now, ErrorFilter filter) {
        return asked(
                        SETTLED + "select count(*) from (select from settled limit " + (Count.LIMIT + 1) + ") n",
                        company,
                        now,
                        filter)
                .query(Long.class)
                .single();
    }

    List<Resolved> page(CompanyId company, Instant now, ErrorFilter filter) {
        return asked(SETTLED + """
                        select s.*, coalesce(a.act, '') as act, coalesce(a.actor, '') as actor
                          from (select * from settled order by settled_at desc limit :size offset :offset) s
                          left join lateral (
                            select h.outcome as act, h.actor from history h
                             where h.company_id = :company and h.type = s.type and h.record_id = s.record_id and h.at >= s.failed_at
                               and h.actor <> '' order by h.id limit 1) a on true
                         order by s.settled_at desc
                        """, company, now, filter)
                .param("size", filter.size())
                .param("offset", (filter.page() - 1L) * filter.size())
                .query((row, n) -> new Resolved(
                        new RecordKey(row.getString("type"), row.getString("record_id")),
                        row.getString("name"),
                        row.getString("subtitle"),
                        row.getString("code"),
                        row.getString("message"),
                        row.getTimestamp("failed_at").toInstant(),
                        row.getTimestamp("settled_at").toInstant(),
                        row.getString("outcome"),
                        row.getString("act"),
                        row.getString("actor")))
                .list();
    }

    private static LocalDate first(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS);
    }

    private JdbcClient.StatementSpec asked(String sql, CompanyId company, Instant now, ErrorFilter filter) {
        return jdbc.sql(sql)
                .param("company", company.value())
                .param(
                        "since",
                        Timestamp.from(first(now).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .param("looked", filter.isFiltered() ? LOOKED : filter.page() * filter.size())
                .param("q", filter.q())
                .param("anywhere", Queries.anywhere(filter.q()))
                .param("type", filter.type());
    }
}
