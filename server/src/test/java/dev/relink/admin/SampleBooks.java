package dev.relink.admin;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A company with records in every state: 60 in step, 5 pending, 5 errors of 4 causes, 1 in doubt, 1 skipped. */
final class SampleBooks {

    static final String DEAD = "Object \"80000A3F-1715099460\" specified in the request cannot be found.";

    private SampleBooks() {}

    /** Anew each time; {@code name} goes into every text that comes from an app or from QuickBooks. */
    static void make(JdbcClient jdbc, String company, String name) {
        for (String statement : """
                delete from attempt where company_id = :company;
                delete from retired_binding where company_id = :company;
                delete from binding where company_id = :company;
                delete from company where company_id = :company;
                insert into company (company_id, name, quickbooks, company_file, created_at)
                  values (:company, 'Acme Tree Care ' || :name, 'desktop', 'C:\\Books\\Acme Tree Care.qbw', now());
                insert into lease (company_id) values (:company);
                insert into connection (company_id, state, last_seen, client_version, run_started, run_ended, run_synced, run_failed,
                                        run_in_doubt, file_identity)
                  values (:company, 'working', now() - interval '3 minutes', '2.3.0.215', now() - interval '4 minutes',
                          now() - interval '3 minutes', 11, 4, 1, 'x');
                insert into web_connector_account values (:company, '', now(), gen_random_uuid(), gen_random_uuid());
                insert into record (company_id, type, record_id, name, summary, snapshot, content_hash, received_at)
                  select :company, 'customer', 'c' || n, 'Customer ' || n, 'Client ' || n, '{"name":"x"}', '', now() - interval '1 day' from generate_series(1, 60) n
                  union all values
                    (:company, 'customer', '20340', 'Birchwood HOA' || :name, 'Client 20340' || :name, '{"name":"Birchwood HOA","email":"board@birchwoodhoa.example","billingAddress":{"lines":["410 Birchwood Lane"],"city":"Cedar Falls","state":"IA"}}'::jsonb, ''::bytea, now()),
                    (:company, 'customer', '20118', 'Hollis, Margaret', 'Client 20118', '{"name":"Hollis, Margaret"}', '', now()),
                    (:company, 'customer', '20561', 'Smith, John', 'Client 20561', '{"name":"Smith, John"}', '', now()),
                    (:company, 'item', 'mulch', 'Mulch, hardwood', 'Non-inventory item', '{"name":"Mulch, hardwood","kind":"non-inventory","incomeAccount":{"name":"Sales:Materials"}}', '', now()),
                    (:company, 'invoice', '10371', '10371', 'Lakeview School District · $12,480.00', '{"number":"10371","customer":"c1","date":"2026-11-20","lines":[{"item":"mulch","quantity":"3","rate":"35.00"}]}', '', now()),
                    (:company, 'invoice', '10433', '10433', '$830.00', '{"number":"10433","customer":"20340","date":"2026-11-20","lines":[]}', '', now()),
                    (:company, 'invoice', '10438', '10438', '$1,290.00', '{"number":"10438","customer":"20340","date":"2026-11-21","lines":[]}', '', now()),
                    (:company, 'invoice', '10447', '10447', 'Willow Creek Estates · $1,290.00', '{"number":"10447","customer":"c2","date":"2026-11-21","lines":[]}', '', now()),
                    (:company, 'customer', '20580', 'Fenwick, Dana', 'Client 20580', '{"name":"Fenwick, Dana"}', '', now()),
                    (:company, 'customer', '19022', 'Maple Court Condos', 'Client 19022', '{"name":"Maple Court Condos"}', '', now()),
                    (:company, 'payment', 'PMT-3298', 'PMT-3298', 'Cornerstone Church · $640.00', '{"customer":"c3","date":"2026-11-21","amount":"640.00"}', '', now()),
                    (:company, 'customer', '777', 'Old Quarry Ltd', 'Client 777', '{"name":"Old Quarry Ltd"}', '', now());
                update record set skipped = 'Test customer' || :name where company_id = :company and record_id = '777';
                insert into binding (company_id, type, record_id, quickbooks_id, edit_token, full_name, bound_at, synced_at)
                  select company_id, type, record_id, upper(to_hex(2147483648 + row_number() over (order by record_id))) || '-1715099460', '1', name, now() - interval '100 days', now() - interval '1 day'
                    from record where company_id = :company and (record_id like 'c%' or record_id in ('20340', '20118', '10371', '19022'));
                update binding set quickbooks_id = '80000A3F-1715099460' where company_id = :company and record_id = '20340';
                update binding set gone_at = now() - interval '2 hours' where company_id = :company and record_id = '20118';
                insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at, waits_on_type, waits_on_id, tries)
                  values (:company, 'customer', '20340', 'save', 'held', 10, now(), null, null, 2),
                         (:company, 'customer', '20118', 'save', 'held', 10, now(), null, null, 1),
                         (:company, 'customer', '20561', 'save', 'held', 10, now(), null, null, 1),
                         (:company, 'item', 'mulch', 'save', 'held', 20, now(), null, null, 3),
                         (:company, 'invoice', '10371', 'save', 'held', 40, now(), null, null, 2),
                         (:company, 'invoice', '10433', 'save', 'waiting-on-parent', 40, now(), 'customer', '20340', 0),
                         (:company, 'invoice', '10438', 'save', 'waiting-on-parent', 40, now(), 'customer', '20340', 0),
                         (:company, 'invoice', '10447', 'save', 'awaiting-approval', 40, now(), null, null, 0),
                         (:company, 'customer', '20580', 'save', 'waiting', 10, now(), null, null, 0),
                         (:company, 'customer', '19022', 'save', 'waiting', 10, now(), null, null, 2),
                         (:company, 'payment', 'PMT-3298', 'save', 'in-doubt', 50, now(), null, null, 1);
                insert into record_reference values (:company, 'invoice', '10433', 'customer', '20340'), (:company, 'invoice', '10438', 'customer', '20340');
                insert into message_set (company_id, message_set_id, kind, state, epoch, requests, body, body_sha256, response, sent_at, answered_at)
                  values (:company, 'set-1', 'write', 'resolved', 1, 1,
                          convert_to('<?xml version="1.0"?><QBXML><QBXMLMsgsRq onError="continueOnError"><CustomerModRq requestID="1"><CustomerMod><ListID>80000A3F-1715099460</ListID><Name>Birchwood HOA</Name></CustomerMod></CustomerModRq></QBXMLMsgsRq></QBXML>', 'UTF8'), '', null, now(), now());
                insert into sync_error (company_id, type, record_id, code, message, variant, verb, family, repairs, state, tries, first_seen, last_seen,
                                        message_set_id, request_id, found)
                  values (:company, 'customer', '20340', 'desktop:3120', :dead || :name, 'named', 'mod', 'missing-link', '{clear-id,relink,skip}', 'open', 2, now() - interval '5 hours', now() - interval '3 minutes', 'set-1', '1',
                            jsonb_build_array(jsonb_build_object('type', 'customer', 'quickbooksId', '80000B11-1738613100', 'name', 'Birchwood Homeowners Assn.' || :name, 'active', true, 'score', 75,
                              'differs', jsonb_build_array(jsonb_build_object('pointer', '/name', 'wanted', 'Birchwood HOA', 'found', 'Birchwood Homeowners Assn.' || :name))))),
                         (:company, 'customer', '20118', 'desktop:3120', :dead, 'named', 'mod', 'missing-link', '{clear-id,relink,skip}', 'open', 1, now() - interval '5 hours', now() - interval '4 hours', null, null, null),
                         (:company, 'customer', '20561', 'desktop:3100', 'The name "Smith, John" of the list element is already in use.', '', 'add', 'name-clash', '{relink,rename,skip}', 'open', 1, now() - interval '1 hour', now() - interval '1 hour', null, null, null),
                         (:company, 'item', 'mulch', 'desktop:3140', 'There is an invalid reference to QuickBooks Account "Sales:Materials" in the ItemNonInventory.', 'mapping', 'add', 'missing-mapping', '{send-again,skip}', 'open', 3, now() - interval '1 day', now() - interval '3 minutes', null, null, null),
                         (:company, 'invoice', '10371', 'desktop:3171', 'An attempt was made to modify a Invoice with a date that is on or before the closing date of the company.', '', 'mod', 'closed-period', '{send-again,skip}', 'open', 2, now() - interval '2 days', now() - interval '1 day', null, null, null),
                         (:company, 'customer', '19022', 'desktop:3170', 'There was an error when modifying a customer list, element. QuickBooks error message: list modified by another user.', '', 'mod', 'in-use', '{send-again,skip}', 'retrying', 2, now() - interval '1 hour', now() - interval '3 minutes', null, null, null);
                insert into quickbooks_entry (company_id, list, quickbooks_id, full_name, read_at)
                  values (:company, 'customer', '80000C01-1715099460', 'Smith, John', now()), (:company, 'customer', '80000C02-1715099460', 'Smithson & Daughters' || :name, now());
                insert into quickbooks_entry (company_id, list, quickbooks_id, full_name, facts, read_at)
                  values (:company, 'customer', '80000B11-1738613100', 'Birchwood Homeowners Assn.' || :name, jsonb_build_object('name', 'Birchwood Homeowners Assn.' || :name, 'email', 'board@birchwoodhoa.example'), now());
                insert into quickbooks_entry (company_id, list, quickbooks_id, full_name, gone_at, deleted_at, read_at)
                  select company_id, type, quickbooks_id, full_name, gone_at, '2026-11-23T16:58:00Z', bound_at from binding where company_id = :company and record_id = '20118';
                insert into history (company_id, at, type, record_id, outcome, actor, code, message, quickbooks_id, message_set_id, request_id)
                  select :company, now() - (n % 14) * interval '1 day', 'customer', 'c' || (n % 60 + 1), case when n % 19 = 0 then 'failed' else 'updated' end, '', case when n % 19 = 0 then 'desktop:3120' else '' end, '', '', null, null from generate_series(1, 400) n
                  union all select :company, now() - interval '5 hours', 'customer', '20340', 'failed', '', 'desktop:3120', :dead || :name, '', 'set-1', '1'
                  union all select :company, now() - interval '4 hours', 'customer', '20340', 'send-again', 'Jan Kowalski' || :name, 'desktop:3120', '', '', null, null;
                insert into audit (company_id, at, actor, act, type, record_id)
                  values (:company, now() - interval '4 hours', 'Jan Kowalski', 'send-again', 'customer', '20340')""".split(";\n")) {
            jdbc.sql(statement)
                    .param("company", company)
                    .param("name", name)
                    .param("dead", DEAD)
                    .update();
        }
    }

    /** Thousands of the same errors on top. */
    static void addMany(JdbcClient jdbc, String company, int errors) {
        jdbc.sql("""
                        with made as (
                          insert into record (company_id, type, record_id, name, summary, snapshot, content_hash, received_at)
                          select :company, 'invoice', 'i' || n, (20000 + n)::text, 'Oakmont Apartments · $' || n || '.00', '{}', '', now()
                            from generate_series(1, :errors) n returning *
                        ), bound as (
                          insert into binding (company_id, type, record_id, quickbooks_id, edit_token, bound_at)
                          select company_id, type, record_id, record_id || '-1715099460', '1', now() from made
                        ), held as (
                          insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at)
                          select company_id, type, record_id, 'save', 'held', 40, now() from made returning *
                        )
                        insert into sync_error (company_id, type, record_id, code, message, verb, family, repairs, state, first_seen, last_seen)
                        select company_id, type, record_id, 'desktop:3240', 'Time creation mismatch.', 'mod', 'missing-link', '{clear-id,relink,skip}', 'open', now(), now() from held
                        """).param("company", company).param("errors", errors).update();
    }
}
