package dev.relink.scenario;

import dev.relink.RunningRelink;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows of one company of QuickBooks Online tell, and how time passes in them. */
record OnlineRows(String company) {

    private static final RunningRelink RELINK = RunningRelink.shared();

    /** Of the message set from which this requestid was made, as it was stored before it left. */
    String bodyOf(String requestId) {
        return of("select convert_from(body, 'UTF8') from message_set where company_id = :company and message_set_id = :id")
                .param("id", requestId.substring(0, requestId.lastIndexOf('-')))
                .query(String.class)
                .single();
    }

    boolean hasReadAll() {
        return of("select next_read_at > now() from connection where company_id = :company")
                .query(Boolean.class)
                .single();
    }

    String lastRun() {
        return of("select coalesce(run_started, '-infinity')::text from connection where company_id = :company")
                .query(String.class)
                .single();
    }

    boolean hasRunSince(String run) {
        return of("select run_ended is not null and run_started > :run::timestamptz from connection"
                        + " where company_id = :company")
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    void minutesPass() {
        for (String update : List.of(
                "update attempt set empty_at = empty_at - interval '3 minutes', sent_at = sent_at - interval '3 minutes'",
                "update connection set next_read_at = next_read_at - interval '30 minutes', run_next_at = '-infinity', run_not_before = '-infinity'")) {
            inTurn(update).update();
        }
    }

    void wasAwayFor(String time) {
        for (String update : List.of(
                "update read_progress set read_to = read_to - :time::interval",
                "update binding set synced_at = synced_at - :time::interval, bound_at = bound_at - :time::interval")) {
            inTurn(update).param("time", time).update();
        }
    }

    /** While no run changes the company: the same order of locks as the product's. */
    private JdbcClient.StatementSpec inTurn(String update) {
        return of("with held as (select from lease where company_id = :company for update) " + update
                + " where company_id = :company and exists (select from held)");
    }

    private JdbcClient.StatementSpec of(String sql) {
        return RELINK.jdbc().sql(sql).param("company", company);
    }
}
