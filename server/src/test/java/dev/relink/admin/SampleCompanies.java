package dev.relink.admin;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies in every state of health, to be looked at. */
final class SampleCompanies {

    private SampleCompanies() {}

    static void add(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into company (company_id, name, quickbooks, created_at) values
                          ('birch', 'Birch & Sons Arborists', 'online', now()), ('delta', 'Delta Stump Removal', 'desktop', now());
                        insert into connection (company_id, state, stopped_because, stopped_detail, last_seen, problem_code, problem_message, problem_at) values
                          ('acme', 'working', null, null, now() - interval '3 minutes', null, null, null),
                          ('cedar', 'stopped', 'wrong-company-file', 'The company file that is open in QuickBooks ("Elm Street") is not the one that this company is linked to.', now() - interval '2 hours', null, null, null),
                          ('birch', 'working', null, null, now() - interval '3 days', null, null, null),
                          ('delta', 'working', null, null, now() - interval '2 minutes', 'hresult:0x80040408', 'Could not start QuickBooks.', now() - interval '2 minutes');
                        insert into record (company_id, type, record_id, name, snapshot, content_hash, received_at)
                          select 'acme', 'customer', n::text, 'Customer ' || n, '{}', '', now() from generate_series(1, 1240) n;
                        insert into binding (company_id, type, record_id, quickbooks_id, edit_token, bound_at)
                          select company_id, type, record_id, record_id || '-1715099460', '1', now() from record where company_id = 'acme';
                        insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at)
                          select company_id, type, record_id, 'save',
                                 case when record_id::int <= 18 then 'held' when record_id::int = 19 then 'in-doubt' else 'waiting' end, 1, now()
                            from record where company_id = 'acme' and record_id::int <= 70;
                        """).update();
    }
}
