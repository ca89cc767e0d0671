package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.connection.Diagnosis;
import dev.relink.connection.LinkFacts;
import dev.relink.platform.security.Access;
import dev.relink.repair.Presses;
import dev.relink.syncerror.Count;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the frame of a page shows of companies. */
@Repository
class JdbcCompanyFrames {

    /** More than fit on a screen are found on the page of all companies. */
    private static final int IN_SWITCH = 12;

    private final JdbcClient jdbc;
    private final Diagnosis diagnosis;
    private final Presses presses;

    JdbcCompanyFrames(JdbcClient jdbc, Diagnosis diagnosis, Presses presses) {
        this.jdbc = jdbc;
        this.presses = presses;
        this.diagnosis = diagnosis;
    }

    List<CompanyLink> links(Access access) {
        return jdbc.sql("""
                        select company_id, name from company
                         where :all or company_id = any(:listed)
                         order by lower(name), company_id limit :limit
                        """)
                .param("all", access.everywhere() != null)
                .param("listed", listed(access))
                .param("limit", IN_SWITCH)
                .query((row, n) -> new CompanyLink(row.getString("company_id"), row.getString("name")))
                .list();
    }

    /** @param who looks: of presses that have ended only their own are shown */
    Optional<CompanyInFrame> find(String company, Access access, String who, Instant now) {
        if (!CompanyId.isValid(company) || !access.mayRead(new CompanyId(company))) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select c.company_id, c.name, p.*,
                        """ + LinkFacts.COLUMNS + """
                          from company c
                          left join connection k on k.company_id = c.company_id
                         cross join lateral (select
                               (select count(*) from (select from pending_sync p where p.company_id = c.company_id
                                   and p.state in ('waiting', 'awaiting-approval', 'waiting-on-parent', 'in-flight')
                                  limit :most) x) as pending,
                               (select count(*) from (select from pending_sync p where p.company_id = c.company_id
                                   and p.state = 'held' limit :most) x) as errors,
                               (select count(*) from (select from pending_sync p where p.company_id = c.company_id
                                   and p.state = 'in-doubt' limit :most) x) as in_doubt,
                               (select count(*) from (select from pending_sync p where p.company_id = c.company_id
                                   and p.state = 'awaiting-approval' limit :most) x) as approval) p
                         where c.company_id = :company
                        """)
                .param("company", company)
                .param("most", Count.LIMIT + 1)
                .query((row, n) -> company(row, who, now))
                .optional();
    }

    private CompanyInFrame company(ResultSet row, String who, Instant now) throws SQLException {
        var counts = new Counts(
                row.getLong("pending"), row.getLong("errors"), row.getLong("in_doubt"), row.getLong("approval"));
        String name = row.getString("name");
        return new CompanyInFrame(
                row.getString("company_id"),
                name,
                !row.getBoolean("link_desktop"),
                counts,
                diagnosis
                        .of(LinkFacts.of(row), now)
                        .map(trouble -> new Banner(trouble, name, counts.pending()))
                        .orElse(null),
                presses.shown(new CompanyId(row.getString("company_id")), who)
                        .map(PressView::new)
                        .orElse(null));
    }

    static String[] listed(Access access) {
        return access.companies().keySet().stream().map(CompanyId::value).toArray(String[]::new);
    }
}
