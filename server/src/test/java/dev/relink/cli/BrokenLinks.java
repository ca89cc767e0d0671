package dev.relink.cli;

import dev.relink.RunningRelink;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company with customers that QuickBooks was told of and has lost: each held by desktop:3120. */
final class BrokenLinks {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final JdbcClient JDBC = RunningRelink.shared().jdbc();

    final String company = "cli-" + COUNT.incrementAndGet();
    final Terminal terminal = new Terminal().with("RELINK_COMPANY", company);

    BrokenLinks(String... customers) {
        new Terminal().does("companies", "add", company, "--name", "Willow & Sons");
        for (String customer : customers) {
            terminal.typing("{\"name\":\"" + customer + "\"}").does("records", "put", "customer", customer, "-");
        }
        sql("update pending_sync set state = 'held' where company_id = :company");
        sql("""
                insert into binding (company_id, type, record_id, quickbooks_id, edit_token, bound_at)
                select company_id, type, record_id, 'OLD-' || record_id, '1', now()
                  from record where company_id = :company
                """);
        sql("""
                insert into sync_error (company_id, type, record_id, code, message, verb, family, repairs, state,
                                        first_seen, last_seen)
                select company_id, type, record_id, 'desktop:3120', 'Object "OLD" cannot be found.', 'mod',
                       'missing-link', '{clear-id,relink,send-again,skip}', 'open', now(), now()
                  from record where company_id = :company
                """);
    }

    void sql(String statement) {
        JDBC.sql(statement).param("company", company).update();
    }

    /** The id of a customer's error. */
    String error(String customer) {
        return JDBC.sql("select id from sync_error where company_id = :company and record_id = :id")
                .param("company", company)
                .param("id", customer)
                .query(String.class)
                .single();
    }

    String state(String customer) {
        return terminal.does("records", "customer", customer, "--json")
                .json()
                .at("/state")
                .asString();
    }
}
