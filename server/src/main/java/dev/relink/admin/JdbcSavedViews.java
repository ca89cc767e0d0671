package dev.relink.admin;

import dev.relink.company.CompanyId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The views that people keep of a company's errors: each their own. */
@Repository
class JdbcSavedViews {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    JdbcSavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedView> of(CompanyId company, long person) {
        return jdbc.sql("""
                        select name, query from saved_view where company_id = :company and person_id = :person
                         order by lower(name), name limit :most
                        """)
                .param("company", company.value())
                .param("person", person)
                .param("most", MOST)
                .query((row, n) -> new SavedView(row.getString("name"), row.getString("query")))
                .list();
    }

    /** The same name again is the same view, changed. */
    void save(CompanyId company, long person, SavedView view, Instant at) {
        jdbc.sql("""
                        insert into saved_view (company_id, person_id, name, query, saved_at)
                        values (:company, :person, :name, :query, :at)
                        on conflict (company_id, person_id, name) do update set query = excluded.query, saved_at = excluded.saved_at
                        """)
                .param("company", company.value())
                .param("person", person)
                .param("name", view.name())
                .param("query", view.query())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @return whether there was one */
    boolean forget(CompanyId company, long person, String name) {
        return jdbc.sql("delete from saved_view where company_id = :company and person_id = :person and name = :name")
                        .param("company", company.value())
                        .param("person", person)
                        .param("name", name)
                        .update()
                == 1;
    }
}
