package dev.relink.tally;

import dev.relink.company.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what triggers keep in {@code tally} with every statement: a number is the sum of its rows, and in a moment of much
 * writing it has a few hundred of them.
 */
@Repository
public class Tallies {

    private final JdbcClient jdbc;

    public Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Tally of(CompanyId company) {
        return new Tally(jdbc.sql("""
                        select what, state, type, facet, sum(n) as n from tally where company_id = :company
                         group by what, state, type, facet
                        """)
                .param("company", company.value())
                .query((row, _) -> part(row))
                .list());
    }

    /** Of many companies, by company: in all, and not by day, type or facet. One that has nothing is missing. */
    public Map<String, Tally> of(Collection<String> companies) {
        Map<String, List<Tally.Part>> parts = new HashMap<>();
        jdbc.sql("""
                        select company_id, what, state, '' as type, 0 as facet, sum(n) as n
                          from tally where company_id = any(:companies) and what in ('pending', 'error', 'binding')
                         group by company_id, what, state
                        """).param("companies", companies.toArray(String[]::new)).query(row -> {
            parts.computeIfAbsent(row.getString("company_id"), _ -> new ArrayList<>())
                    .add(part(row));
        });
        Map<String, Tally> tallies = new HashMap<>();
        parts.forEach((company, all) -> tallies.put(company, new Tally(all)));
        return tallies;
    }

    private static Tally.Part part(ResultSet row) throws SQLException {
        return new Tally.Part(
                row.getString("what"),
                row.getString("state"),
                row.getString("type"),
                row.getLong("facet"),
                row.getLong("n"));
    }
}
