package dev.relink.admin;

import dev.relink.catalogue.RepairKind;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A company with three errors for each repair, whose ids begin with its word: two that offer it, and one, “not”, that offers
 * nothing but to be skipped.
 */
final class RepairBooks {

    private RepairBooks() {}

    /** Anew each time. */
    static void make(JdbcClient jdbc, String company) {
        for (String statement : """
                delete from retired_binding where company_id = :company;
                delete from binding where company_id = :company;
                delete from company where company_id = :company;
                insert into company (company_id, name, quickbooks, company_file, created_at)
                  values (:company, 'Repairs ' || :company, 'desktop', 'C:\\Books\\Repairs.qbw', now());
                insert into lease (company_id) values (:company);
                insert into connection (company_id, state, last_seen, file_identity) values (:company, 'working', now(), 'x');
                insert into record (company_id, type, record_id, name, summary, snapshot, content_hash, received_at)
                  select :company, 'customer', k || '-' || n, replace(k, '-', ' ') || ' ' || n, '',
                         jsonb_build_object('name', replace(k, '-', ' ') || ' ' || n, 'phone', '503-555-0100', 'email', 'a@example.com'), '', now()
                    from unnest(:kinds::text[]) k, unnest('{one,two,not}'::text[]) n
                  union all values (:company, 'customer', 'parent', 'Parent', '', '{"name":"Parent"}'::jsonb, ''::bytea, now());
                insert into record_reference
                  select company_id, type, record_id, 'customer', 'parent' from record
                   where company_id = :company and record_id like 'sync-parent-first-%';
                insert into binding (company_id, type, record_id, quickbooks_id, edit_token, full_name, bound_at, synced_at)
                  select company_id, type, record_id, upper(left(md5(record_id), 8)) || '-1', '1', name, now(), now() from record
                   where company_id = :company and record_id ~ '^(clear-id|keep|reactivate|send-again)' and record_id !~ '-not$';
                update binding set gone_at = now() where company_id = :company and record_id like 'clear-id-%';
                insert into quickbooks_entry (company_id, list, quickbooks_id, full_name, facts, read_at)
                  select company_id, type, quickbooks_id, full_name,
                         jsonb_build_object('name', full_name, 'phone', '503-555-0999', 'email', 'b@example.com'), now() - interval '1 day'
                    from binding where company_id = :company and gone_at is null;
                insert into quickbooks_entry (company_id, list, quickbooks_id, full_name, facts, read_at)
                  select company_id, type, 'TWIN-' || record_id, name, jsonb_build_object('name', name), now() from record
                   where company_id = :company and record_id ~ '^relink-(one|two)';
                insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at, tries)
                  select company_id, type, record_id, 'save', 'held', 10, now(), 1 from record
                   where company_id = :company and record_id <> 'parent';
                insert into sync_error (company_id, type, record_id, code, message, verb, family, repairs, state, tries, first_seen,
                                        last_seen, found)
                  select company_id, type, record_id,
                         case when record_id ~ '^keep' then 'desktop:3200' when record_id ~ '^clear' then 'desktop:3120' else 'desktop:3100' end,
                         'The name "' || record_id || '" of the list element is already in use.', 'mod', 'stale',
                         case when record_id ~ '-not$' then '{skip}' else array[regexp_replace(record_id, '-(one|two)$', ''), 'skip'] end,
                         'open', 1, now(), now(),
                         case when record_id ~ '^keep' then jsonb_build_array(jsonb_build_object('type', 'customer', 'quickbooksId', 'X',
                           'name', record_id, 'active', true, 'score', 90, 'differs', jsonb_build_array(
                             jsonb_build_object('pointer', '/phone', 'wanted', '503-555-0100', 'found', '503-555-0999'),
                             jsonb_build_object('pointer', '/email', 'wanted', 'a@example.com', 'found', 'b@example.com')))) end
                    from pending_sync where company_id = :company""".split(";\n")) {
            jdbc.sql(statement)
                    .param("company", company)
                    .param(
                            "kinds",
                            Arrays.stream(RepairKind.values())
                                    .map(RepairKind::word)
                                    .toArray(String[]::new))
                    .update();
        }
    }

    /** State, mode, operation, another name, why skipped, generation, what both sides are agreed on; as one text. */
    static String stand(JdbcClient jdbc, String company, String record) {
        return jdbc.sql("""
                        select concat_ws(' ', coalesce(p.state, 'nothing'), p.mode, p.operation, p.when_found,
                                         'as ' || r.alias, 'skipped: ' || r.skipped, 'generation ' || nullif(r.generation, 1),
                                         case when r.never then 'never' end, case when p.merged is not null then 'merged' end,
                                         case when p.look_for is not null then 'looks for ' || (p.look_for ->> 'quickbooksId') end,
                                         case when b.record_id is null then 'unbound' else 'bound' end, e.code)
                          from record r
                          left join pending_sync p on p.company_id = r.company_id and p.type = r.type and p.record_id = r.record_id
                          left join binding b on b.company_id = r.company_id and b.type = r.type and b.record_id = r.record_id
                          left join sync_error e on e.company_id = r.company_id and e.type = r.type and e.record_id = r.record_id
                         where r.company_id = :company and r.type = 'customer' and r.record_id = :record
                        """)
                .param("company", company)
                .param("record", record)
                .query(String.class)
                .single();
    }
}
