package dev.relink.cycle;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one thing that the cycle changes in a record. */
@Repository
class Records {

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person wants new ones although a twin exists: each gets a marker of its own. */
    void nextGeneration(CompanyId company, Collection<RecordKey> keys) {
        int rows = jdbc.sql("""
                        update record set generation = generation + 1
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .update();
        if (rows != keys.size()) {
            throw new IllegalStateException("Not all of " + keys + " are records of " + company);
        }
    }
}
