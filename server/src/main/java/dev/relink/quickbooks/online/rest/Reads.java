package dev.relink.quickbooks.online.rest;

import dev.relink.company.CompanyId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts reads, which Intuit meters by month and app; writes are free, and so is all that fails. */
@Repository
public class Reads {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Reads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void count(CompanyId company, String environment, int reads) {
        int rows = jdbc.sql("""
                        insert into online_reads as r (company_id, environment, month, reads)
                        values (:company, :environment, :month, :reads)
                        on conflict (company_id, environment, month) do update set reads = r.reads + excluded.reads
                        """)
                .param("company", company.value())
                .param("environment", environment)
                .param("month", month())
                .param("reads", reads)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("Reads of %s were not counted".formatted(company));
        }
    }

    /** Of all companies in this month. @param environment {@code production} or {@code sandbox} */
    public long ofThisMonth(String environment) {
        return jdbc.sql(
                        "select coalesce(sum(reads), 0) from online_reads where environment = :environment and month = :month")
                .param("environment", environment)
                .param("month", month())
                .query(Long.class)
                .single();
    }

    private LocalDate month() {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC)).atDay(1);
    }
}
