package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.EntityTypes;
import dev.relink.tally.Tallies;
import dev.relink.tally.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened of late in a company, and what goes next. */
@Repository
class JdbcOverview {

    private static final int DAYS = 14;
    private static final int ACTS = 8;

    private final JdbcClient jdbc;
    private final Tallies tallies;

    JdbcOverview(JdbcClient jdbc, Tallies tallies) {
        this.jdbc = jdbc;
        this.tallies = tallies;
    }

    /** Days of UTC. */
    Days days(CompanyId company, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS - 1L);
        Tally tally = tallies.of(company);
        return new Days(first.datesUntil(today.plusDays(1))
                .map(date ->
                        new Days.Day(date, tally.day(date.toString(), "synced"), tally.day(date.toString(), "failed")))
                .toList());
    }

    /** Each press of a button once, however many records it was for; of one record also what came of it. */
    List<OverviewView.Act> acts(CompanyId company) {
        return jdbc.sql("""
                        select d.at, d.actor, d.act, greatest(d.records, k.records) as records, d.type, d.record_id, coalesce(r.name, d.record_id) as name,
                               f.outcome, f.at as followed_at, f.code
                          from (select at, actor, act, count(*) as records, min(type) as type, min(record_id) as record_id
                                  from (select * from audit where company_id = :company order by id desc limit 2000) newest
                                 group by at, actor, act order by max(id) desc limit :most) d
                          left join record r on r.company_id = :company and r.type = d.type and r.record_id = d.record_id
                          left join lateral (select h.outcome, h.at, h.code from history h
                                              where h.company_id = :company and h.type = d.type and h.record_id = d.record_id
                                                and h.at > d.at and h.actor = '' and h.outcome <> 'looked-up' and d.records = 1
                                              order by h.id limit 1) f on true
                          left join lateral (select case when x.repair = d.act then x.accepted - x.relinks
                                                         when x.repair = 'undo' then x.accepted end as records
                                               from press x where x.company_id = :company and x.started_at = d.at
                                                and x.by = d.actor) k on true
                         order by d.at desc
                        """)
                .param("company", company.value())
                .param("most", ACTS)
                .query((row, n) -> new OverviewView.Act(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("act"),
                        row.getLong("records"),
                        row.getString("type"),
                        row.getString("record_id"),
                        row.getString("name"),
                        row.getString("outcome") == null
                                ? null
                                : new OverviewView.Followed(
                                        row.getString("outcome"),
                                        row.getTimestamp("followed_at").toInstant(),
                                        row.getString("code"))))
                .list();
    }

    /** Types with their numbers, parents first. */
    List<Choice> next(CompanyId company) {
        Map<String, Long> byType = tallies.of(company).pendingByType("waiting", "in-flight");
        return byType.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .sorted(Comparator.comparingInt((Map.Entry<String, Long> one) ->
                                EntityTypes.require(one.getKey()).rank())
                        .thenComparing(Map.Entry::getKey))
                .map(one -> new Choice(one.getKey(), one.getValue().toString()))
                .toList();
    }
}
