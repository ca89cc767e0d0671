package dev.relink.admin;

import dev.relink.company.CompanyId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a reader can ask for what is not theirs to do. */
@Repository
class JdbcAdministrators {

    /** Enough to find one who is in. */
    private static final int NAMED = 3;

    private final JdbcClient jdbc;

    JdbcAdministrators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The names of a few administrators of a company, who signed in last first. */
    List<String> of(CompanyId company) {
        return jdbc.sql("""
                        select p.name from person p
                         where p.everywhere = 'admin'
                            or exists (select from person_role r where r.person_id = p.id and r.company_id = :company
                                          and r.role = 'admin')
                         order by p.signed_in_at desc nulls last, p.id limit :named
                        """)
                .param("company", company.value())
                .param("named", NAMED)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
