package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.connection.Diagnosis;
import dev.relink.connection.LinkFacts;
import dev.relink.platform.security.Access;
import dev.relink.repair.Presses;
import dev.relink.tally.Tallies;
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
    private final Tallies tallies;
    private final Diagnosis diagnosis;
    private final Presses presses;

    JdbcCompanyFrames(JdbcClient jdbc, Tallies tallies, Diagnosis diagnosis, Presses presses) {
        this.jdbc = jdbc;
        this.tallies = tallies;
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
                        select c.company_id, c.name,
                        """ + LinkFacts.COLUMNS + """
                          from company c
                          left join connection k on k.company_id = c.company_id
                         where c.company_id = :company
                        """)
                .param("company", company)
                .query((row, n) -> company(row, who, now))
                .optional();
    }

    private CompanyInFrame company(ResultSet row, String who, Instant now) throws SQLException {
        var id = new CompanyId(row.getString("company_id"));
        Counts counts = Counts.of(tallies.of(id));
        String name = row.getString("name");
        return new CompanyInFrame(
                id.value(),
                name,
                !row.getBoolean("link_desktop"),
                counts,
                diagnosis
                        .of(LinkFacts.of(row), now)
                        .map(trouble -> new Banner(trouble, name, counts.pending()))
                        .orElse(null),
                presses.shown(id, who).map(PressView::new).orElse(null));
    }

    static String[] listed(Access access) {
        return access.companies().keySet().stream().map(CompanyId::value).toArray(String[]::new);
    }
}
