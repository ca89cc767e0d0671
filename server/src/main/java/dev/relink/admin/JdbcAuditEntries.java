package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done to the companies that somebody administers, and to people when they administer everything. */
@Repository
class JdbcAuditEntries {

    private final JdbcClient jdbc;

    JdbcAuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<AuditEntry> newest(Access access, int limit) {
        String[] administered = access.companies().entrySet().stream()
                .filter(entry -> entry.getValue() == Role.ADMIN)
                .map(Map.Entry::getKey)
                .map(CompanyId::value)
                .toArray(String[]::new);
        return jdbc.sql("""
                        select at, actor, act, subject, company from (
                          select a.at, a.actor, a.act, trim(a.type || ' ' || a.record_id) as subject, c.name as company
                            from audit a join company c using (company_id)
                           where :all or a.company_id = any(:administered)
                          union all
                          select at, actor, act, whom, '' from people_audit where :all
                        ) done order by at desc limit :limit
                        """)
                .param("all", access.mayAdminEverything())
                .param("administered", administered)
                .param("limit", limit)
                .query((row, n) -> new AuditEntry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("act"),
                        row.getString("subject"),
                        row.getString("company")))
                .list();
    }
}
