package dev.relink.benchmark;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a company with sync errors, a handful of statements however many. Nothing in them is random. */
final class ManyErrors {

    static final String COMPANY = "acme";

    /** Twenty family names, five first names. */
    private static final String RECORDS = """
            insert into record (company_id, type, record_id, name, summary, snapshot, content_hash, received_at)
            select 'acme', (array['customer', 'vendor', 'item', 'invoice', 'payment'])[1 + n % 5], 'r' || n,
                   (array['Hollis', 'Birchwood', 'Oakmont', 'Riverbend', 'Lakeview', 'Delgado', 'Nguyen', 'Fenwick',
                          'Elm Street', 'Cornerstone', 'Willow', 'Harbor', 'Maple', 'Greenleaf', 'Ashford', 'Pine Ridge',
                          'Tran', 'Whitaker', 'Okafor', 'Marsh'])[1 + (n * 7919) % 20]
                     || ', ' || (array['Margaret', 'Peter', 'HOA', 'Church', 'Partners'])[1 + (n / 20) % 5] || ' ' || n,
                   'Client ' || n, jsonb_build_object('name', 'n' || n), '\\x00', now() - (n % 1000000) * interval '1 second'
              from generate_series(1, :errors::bigint) n
            """;

    private static final String PENDING = """
            insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at)
            select company_id, type, record_id, 'save', 'held',
                   array_position(array['customer', 'vendor', 'item', 'invoice', 'payment'], type) * 10, received_at
              from record where company_id = 'acme' order by received_at
            """;

    private static final String BINDINGS = """
            insert into binding (company_id, type, record_id, quickbooks_id, edit_token, full_name, bound_at, synced_at)
            select company_id, type, record_id, '80' || record_id, '1', name, received_at, received_at
              from record where company_id = 'acme'
            """;

    /** Twelve causes, from one third of all down to one in ten thousand, each come in a burst of its own. 3240 is 1 % of all. */
    private static final String ERRORS = """
            insert into sync_error (company_id, type, record_id, sought, code, message, variant, verb, family, repairs, state,
                                    tries, first_seen, last_seen)
            select r.company_id, r.type, r.record_id, lower(r.name || ' ' || r.summary), c.code,
                   replace(c.message, '*', '80' || r.record_id), c.variant, 'mod', c.family, c.repairs, c.state, 1 + n % 4,
                   now() - (n * 7919 % 1000000) * interval '1 second' - c.age * interval '1 day',
                   now() - (n * 104729 % 1000000) * interval '1 second' - c.age * interval '1 day'
              from (select *, substr(record_id, 2)::bigint as n from record where company_id = 'acme') r
              join lateral (select case when n % 10000 = 9999 then 11 when n % 1000 = 998 then 10 when n % 100 = 97 then 9
                                        when n % 3 = 0 then 0 else 1 + (n / 5) % 8 end as which) w on true
              join (values
                (0, 'desktop:3120', 'named', 'missing-link', '{clear-id,relink,skip}'::text[], 'open', 0,
                 'Object "*" specified in the request cannot be found. QuickBooks error message: Invalid argument.'),
                (1, 'desktop:3210', '', 'validation', '{send-again,skip}', 'open', 3, 'The "date" field has an invalid value "*".'),
                (2, 'desktop:3100', '', 'name-clash', '{relink,rename,skip}', 'open', 9,
                 'The name "*" of the list element is already in use.'),
                (3, 'desktop:3140', 'mapping', 'missing-mapping', '{send-again,skip}', 'open', 1,
                 'There is an invalid reference to QuickBooks Account "Sales:*" in the Item.'),
                (4, 'desktop:3140', 'parent', 'missing-parent', '{sync-parent-first,skip}', 'open', 2,
                 'There is an invalid reference to QuickBooks Customer "*" in the Invoice.'),
                (5, 'desktop:3171', '', 'closed-period', '{send-again,skip}', 'open', 20,
                 'An attempt was made to modify a record with a date on or before the closing date of the company.'),
                (6, 'desktop:3250', '', 'feature', '{send-again,skip}', 'open', 30, 'This feature is not enabled.'),
                (7, 'desktop:3200', '', 'stale', '{keep-app,keep-quickbooks,skip}', 'open', 5,
                 'The provided edit sequence is out-of-date.'),
                (8, 'desktop:3170', '', 'in-use', '{send-again,skip}', 'retrying', 0, 'There was an error when modifying "*".'),
                (9, 'desktop:3240', '', 'missing-link', '{clear-id,relink,skip}', 'open', 40, 'Time creation mismatch.'),
                (10, 'desktop:500', '', 'validation', '{send-again,skip}', 'open', 50, 'The query request for "*" failed.'),
                (11, 'desktop:3190', '', 'validation', '{reactivate,skip}', 'open', 60, 'The element "*" is inactive.'))
                as c(which, code, variant, family, repairs, state, age, message) on c.which = w.which
            """;

    private static final String RETRYING = """
            update pending_sync p set state = 'waiting' from sync_error e
             where e.company_id = 'acme' and e.state = 'retrying' and p.company_id = 'acme' and p.type = e.type
               and p.record_id = e.record_id
            """;

    /** Each error has failed as often as it says, the last time when it was seen last. */
    private static final String FAILURES = """
            insert into history (company_id, at, type, record_id, outcome, code, message)
            select company_id, last_seen, type, record_id, 'failed', code, message from sync_error where company_id = 'acme'
             order by last_seen
            """;

    /** One in ten more is in step; one in fifty had failed, and was settled this week. */
    private static final String IN_STEP = """
            with made as (
              insert into record (company_id, type, record_id, name, summary, snapshot, content_hash, received_at)
              select 'acme', 'customer', 's' || n, 'In step, ' || n, 'Client ' || n, jsonb_build_object('name', 'n' || n), '\\x00',
                     now() - (n % 1000000) * interval '1 second'
                from generate_series(1, :errors::bigint / 10) n returning *
            ), told as (
              insert into history (company_id, at, type, record_id, outcome)
              select company_id, received_at, type, record_id, 'updated' from made
            ), settled as (
              insert into settled_error (company_id, type, record_id, code, message, failed_at, settled_at, outcome)
              select company_id, type, record_id, 'desktop:3200', 'The provided edit sequence is out-of-date.',
                     received_at - interval '1 hour', received_at, 'updated'
                from made where substr(record_id, 2)::bigint % 5 = 0
            )
            insert into binding (company_id, type, record_id, quickbooks_id, edit_token, full_name, bound_at, synced_at)
            select company_id, type, record_id, '80' || record_id, '1', name, received_at, received_at from made
            """;

    /** What was read of QuickBooks; what gives 3120 is gone there. */
    private static final String ENTRIES = """
            insert into quickbooks_entry (company_id, list, quickbooks_id, full_name, facts, gone_at, read_at)
            select b.company_id, b.type, b.quickbooks_id, b.full_name, jsonb_build_object('name', b.full_name),
                   case when e.code = 'desktop:3120' then e.last_seen end, now()
              from binding b left join sync_error e on e.company_id = b.company_id and e.type = b.type
                and e.record_id = b.record_id
             where b.company_id = 'acme' and b.type = 'customer'
            """;

    private ManyErrors() {}

    static void fill(JdbcClient jdbc, int errors) {
        jdbc.sql(RECORDS).param("errors", errors).update();
        for (String statement : List.of(PENDING, BINDINGS, ERRORS, RETRYING, FAILURES, IN_STEP, ENTRIES)) {
            var filled = jdbc.sql(statement);
            (statement.contains(":errors") ? filled.param("errors", errors) : filled).update();
        }
        jdbc.sql("vacuum analyze").update(); // as autovacuum does within a minute
    }
}
