package dev.relink.cycle;

import dev.relink.company.CompanyId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who works on a company now. The epoch fences off everybody before; only the database's clock counts. */
@Repository
class Leases {

    private final JdbcClient jdbc;

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new epoch: from now on every older one can change nothing. */
    long take(CompanyId company) {
        return jdbc.sql("""
                        update lease set epoch = epoch + 1, until = now() + interval '3 minutes'
                         where company_id = :company returning epoch
                        """).param("company", company.value()).query(Long.class).single();
    }

    /** As {@link #take}, unless another driver has hold of it. A driver that died loses it after some minutes. */
    Optional<Long> claim(CompanyId company) {
        return jdbc.sql("""
                        update lease set epoch = epoch + 1, until = now() + interval '3 minutes'
                         where company_id = :company and until < now() returning epoch
                        """).param("company", company.value()).query(Long.class).optional();
    }

    /** Anybody may claim it from now on. */
    void release(Visit visit) {
        jdbc.sql("update lease set until = '-infinity' where company_id = :company and epoch = :epoch")
                .param("company", visit.company().value())
                .param("epoch", visit.epoch())
                .update();
    }

    /** Renews and locks the company for this transaction. @throws Cycles.Overtaken when the epoch is not ours any more */
    void prove(Visit visit) {
        if (!holds(visit)) {
            throw new Cycles.Overtaken(visit);
        }
    }

    /** As {@link #prove}, saying so. */
    boolean holds(Visit visit) {
        int rows = jdbc.sql("""
                        update lease set until = now() + interval '3 minutes'
                         where company_id = :company and epoch = :epoch
                        """)
                .param("company", visit.company().value())
                .param("epoch", visit.epoch())
                .update();
        return rows == 1;
    }

    /** For the one thing that an overtaken visit may still do: nobody else changes the company meanwhile. */
    void lock(CompanyId company) {
        var unused = jdbc.sql("select epoch from lease where company_id = :company for update")
                .param("company", company.value())
                .query(Long.class)
                .single();
    }
}
