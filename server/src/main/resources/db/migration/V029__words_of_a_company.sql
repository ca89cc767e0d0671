-- Each word with its company before it: one list of the index is read, where before that of the company, which is as long
-- as all its errors, was read beside.
drop index sync_error_words;
drop function sync_error_words(text, text, text, text);
create function sync_error_terms(company_id text, sought text, record_id text, message text) returns tsvector
    language sql immutable parallel safe
    return array_to_tsvector(string_to_array(company_id || '=' || regexp_replace(
               left(coalesce(sought, ''), 500) || ' ' || lower(left(record_id, 500)) || ' ' || lower(left(message, 500)),
               '[[:punct:][:space:]]+', ' ' || company_id || '=', 'g'), ' '));
create index sync_error_terms on sync_error using gin (sync_error_terms(company_id, sought, record_id, message));
