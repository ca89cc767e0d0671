package dev.relink.firstlink;

import dev.relink.company.CompanyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what in QuickBooks could be which record, in one statement for all of them: both sides are turned into keys (full
 * name, words of the name in any order, e-mail address, telephone, company, number, address), and equal keys are joined.
 * A key that more than a handful share, such as the telephone of a property manager, proves nothing and is left out.
 */
class Matches {

    private static final int SHARED_AT_MOST = 5;

    private static final String KEYS = """
              select *, count(*) over (partition by type, kind, key) as shared from (
                select m.type, m.id, k.kind, k.key from {side} m cross join lateral (values
                  ('name', btrim(regexp_replace(lower(m.full_name), '[[:punct:][:space:]]+', ' ', 'g'))),
                  ('words', {words of name}),
                  ('mail', lower(m.s ->> 'email')),
                  ('phone', right(nullif(regexp_replace(m.s ->> 'phone', '[^0-9]', '', 'g'), ''), 10)),
                  ('company', {words of company}),
                  ('number', lower(m.s ->> 'accountNumber')),
                  ('address', lower(m.s #>> '{billingAddress,lines,0}') || ' ' || lower(m.s #>> '{billingAddress,postalCode}'))
                ) k(kind, key) where k.key <> '') x
            """.replace("{words of name}", words("regexp_replace(m.full_name, '^.*:', '')"))
            .replace("{words of company}", words("m.s ->> 'companyName'"));

    private static final String PROPOSE = """
            with mine as materialized (
              select p.type, p.record_id as id, r.snapshot as s,
                     case when o.name is null then r.name else o.name || ':' || r.name end as full_name
                from pending_sync p
                join record r on r.company_id = p.company_id and r.type = p.type and r.record_id = p.record_id
                left join record_reference f on f.company_id = p.company_id and f.type = p.type
                     and f.record_id = p.record_id and f.parent_type = p.type
                left join record o on o.company_id = p.company_id and o.type = f.parent_type and o.record_id = f.parent_id
               where p.company_id = :company and p.first_link
            ), theirs as materialized (
              select q.list as type, q.quickbooks_id as id, coalesce(q.facts, '{}') as s, q.full_name
                from quickbooks_entry q
               where q.company_id = :company and q.list = any(:lists) and q.gone_at is null
                 and not exists (select from binding b where b.company_id = q.company_id and b.type = q.list
                                    and b.quickbooks_id = q.quickbooks_id)
            ), my_keys as materialized (
            {my keys}), their_keys as materialized (
            {their keys}), pairs as materialized (
              select a.type, a.id as record_id, b.id as quickbooks_id, array_agg(a.kind order by a.kind) as because,
                     coalesce(bool_and(a.shared = 1 and b.shared = 1) filter (where a.kind = 'name'), false) as named
                from my_keys a join their_keys b on b.type = a.type and b.kind = a.kind and b.key = a.key
               where a.shared <= :shared and b.shared <= :shared
               group by a.type, a.id, b.id
            )
            insert into first_link_match (company_id, type, record_id, quickbooks_id, score, exact, because)
            select :company, p.type, p.record_id, p.quickbooks_id,
                   least(100, case when 'name' = any(p.because) then 60 when 'words' = any(p.because) then 50 else 0 end
                              + case when 'mail' = any(p.because) then 30 else 0 end
                              + case when 'phone' = any(p.because) then 20 else 0 end
                              + case when 'company' = any(p.because) then 20 else 0 end
                              + case when 'number' = any(p.because) then 40 else 0 end
                              + case when 'address' = any(p.because) then 20 else 0 end),
                   p.named and not coalesce({contradicted}, false), p.because
              from pairs p
              join mine m on m.type = p.type and m.id = p.record_id
              join theirs t on t.type = p.type and t.id = p.quickbooks_id
            """.replace("{my keys}", KEYS.replace("{side}", "mine"))
            .replace("{their keys}", KEYS.replace("{side}", "theirs"))
            .replace("{contradicted}", """
                    (('mail' <> all(p.because) and m.s ->> 'email' <> '' and t.s ->> 'email' <> '')
                                  or ('phone' <> all(p.because) and m.s ->> 'phone' <> '' and t.s ->> 'phone' <> ''
                                      and right(regexp_replace(m.s ->> 'phone', '[^0-9]', '', 'g'), 10)
                                          <> right(regexp_replace(t.s ->> 'phone', '[^0-9]', '', 'g'), 10)))
                    """.strip());

    private final JdbcClient jdbc;

    Matches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Words of a text in the order of the alphabet: "Hollis, Margaret" is "Margaret Hollis". */
    private static String words(String text) {
        return "(select string_agg(w, ' ' order by w) from regexp_split_to_table(lower(" + text
                + "), '[[:punct:][:space:]]+') w where w <> '')";
    }

    /** Proposes anew for all that wait. @return how many pairs */
    int propose(CompanyId company) {
        jdbc.sql("delete from first_link_match where company_id = :company")
                .param("company", company.value())
                .update();
        return jdbc.sql(PROPOSE)
                .param("company", company.value())
                .param("lists", FirstLinks.LISTS)
                .param("shared", SHARED_AT_MOST)
                .update();
    }
}
