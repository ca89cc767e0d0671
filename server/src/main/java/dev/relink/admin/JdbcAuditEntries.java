package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done to the companies that somebody administers, and to people when they administer everything. */
@Repository
class JdbcAuditEntries {

    /** Each half is cut by itself, so that each walks along its own index. */
    private static final String ENTRIES = """
            select * from (
              (select a.at, 0 as source, a.id, a.actor, a.act, trim(a.type || ' ' || a.record_id) as subject,
                      c.name as company, a.before, a.after
                 from audit a join company c using (company_id)
                where (:all or a.company_id = any(:administered)) and (:company = '' or a.company_id = :company)
                  and a.at >= :since and a.at < :until and a.at <= :at and (a.at, 0, a.id) < (:at, :source, :id)
                  and a.actor ilike :who and a.act ilike :act and trim(a.type || ' ' || a.record_id) ilike :q
                order by a.at desc, a.id desc limit :limit)
              union all
              (select at, 1 as source, id, actor, act, whom, '', before, after
                 from people_audit
                where :all and :company = ''
                  and at >= :since and at < :until and at <= :at and (at, 1, id) < (:at, :source, :id)
                  and actor ilike :who and act ilike :act and whom ilike :q
                order by at desc, id desc limit :limit)
            ) done order by at desc, source desc, id desc limit :limit
            """;

    /** Seconds and nanoseconds, source, id. */
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,12})-(\\d{1,9})-([01])-(\\d{1,18})");

    private final JdbcClient jdbc;

    JdbcAuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<AuditEntry> list(Access access, AuditFilter filter, int limit) {
        return statement(access, filter, limit).query((row, n) -> entry(row)).list();
    }

    /** One by one, however many. */
    void each(Access access, AuditFilter filter, int limit, Consumer<AuditEntry> reader) {
        statement(access, filter, limit).query(row -> {
            reader.accept(entry(row));
        });
    }

    private JdbcClient.StatementSpec statement(Access access, AuditFilter filter, int limit) {
        Matcher after = CURSOR.matcher(filter.after());
        boolean goesOn = after.matches();
        Instant at = goesOn
                ? Instant.ofEpochSecond(Long.parseLong(after.group(1)), Long.parseLong(after.group(2)))
                : Instant.parse("9999-01-01T00:00:00Z");
        return jdbc.sql(ENTRIES)
                .param("all", access.mayAdminEverything())
                .param("administered", administered(access))
                .param("company", filter.company())
                .param("since", filter.since().atOffset(ZoneOffset.UTC))
                .param("until", filter.until().atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("source", goesOn ? Integer.parseInt(after.group(3)) : 9)
                .param("id", goesOn ? Long.parseLong(after.group(4)) : 0L)
                .param("who", Queries.anywhere(filter.who()))
                .param("act", Queries.anywhere(filter.act()))
                .param("q", Queries.anywhere(filter.q()))
                .param("limit", limit);
    }

    private static String[] administered(Access access) {
        return access.companies().entrySet().stream()
                .filter(entry -> entry.getValue() == Role.ADMIN)
                .map(Map.Entry::getKey)
                .map(CompanyId::value)
                .toArray(String[]::new);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new AuditEntry(
                at,
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("company"),
                Changes.between(row.getString("before"), row.getString("after")),
                at.getEpochSecond() + "-" + at.getNano() + "-" + row.getInt("source") + "-" + row.getLong("id"));
    }
}
