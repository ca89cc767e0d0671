package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Access;
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

    JdbcCompanyFrames(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    Optional<CompanyInFrame> find(String company, Access access) {
        if (!CompanyId.isValid(company) || !access.mayRead(new CompanyId(company))) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select c.company_id, c.name,
                               count(*) filter (where p.state not in ('held', 'in-doubt')) as pending,
                               count(*) filter (where p.state = 'held') as errors,
                               count(*) filter (where p.state = 'in-doubt') as in_doubt
                          from company c left join pending_sync p on p.company_id = c.company_id
                         where c.company_id = :company group by c.company_id
                        """)
                .param("company", company)
                .query((row, n) -> new CompanyInFrame(
                        row.getString("company_id"),
                        row.getString("name"),
                        new Counts(row.getLong("pending"), row.getLong("errors"), row.getLong("in_doubt"))))
                .optional();
    }

    static String[] listed(Access access) {
        return access.companies().keySet().stream().map(CompanyId::value).toArray(String[]::new);
    }
}
