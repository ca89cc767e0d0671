-- Lists of sync errors, made for a million of them in one company.

-- The record's name and second line in small letters: to sort and to search by without a look at the record.
alter table sync_error add column sought text;
update sync_error e set sought = lower(r.name || ' ' || r.summary)
  from record r where r.company_id = e.company_id and r.type = e.type and r.record_id = e.record_id;

-- All that a list can be filtered by has few different combinations: a facet. A list is merged from its facets, each of
-- which an index holds in each order; a count reads indexes only.
alter table sync_error add column facet bigint not null
    generated always as (hash_array_extended(array[type, code, variant, family] || repairs, 0)) stored;
create index sync_error_newest on sync_error (company_id, state, facet, last_seen, id);
create index sync_error_oldest on sync_error (company_id, state, facet, first_seen, id);
create index sync_error_named on sync_error (company_id, state, facet, sought, record_id) include (id);
create index sync_error_walk on sync_error (company_id, last_seen, id);
drop index sync_error_seen;
drop index sync_error_code;

-- Words of the name, the record's id and the message, found by how they begin; with the company as one more word, since
-- an index of this kind cannot have it in front. No extension: not every PostgreSQL lets us have one.
create function sync_error_words(company_id text, sought text, record_id text, message text) returns tsvector
    language sql immutable parallel safe
    return array_to_tsvector(array_remove(regexp_split_to_array(
               left(coalesce(sought, ''), 500) || ' ' || lower(left(record_id, 500)) || ' ' || lower(left(message, 500)),
               '[[:punct:][:space:]]+'), '') || ('=' || company_id));
create index sync_error_words on sync_error using gin (sync_error_words(company_id, sought, record_id, message));

-- Counts by state, and each state in the order in which it goes.
create index pending_sync_state on pending_sync (company_id, state, rank, place);

-- What a person skipped is few among many.
create index record_skipped on record (company_id, type, record_id) where skipped is not null;
