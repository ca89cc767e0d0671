package dev.relink.cycle;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one thing that the cycle changes in a record. */
@Repository
class Records {

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person wants a new one although a twin exists: it gets a marker of its own. */
    void nextGeneration(CompanyId company, RecordKey key) {
        int rows = jdbc.sql("""
                        update record set generation = generation + 1
                         where company_id = :company and type = :type and record_id = :id
                        """)
                .param("company", company.value())
                .param("type", key.type())
                .param("id", key.id())
                .update();
        if (rows != 1) {
            throw new IllegalStateException("No record " + key + " in " + company);
        }
    }
}
