-- A company whose rows came after the last ANALYZE was taken for one without rows: then reading all of it for each record
-- of a message set looked as cheap as one look by key, and a queue of 20,000 went at a tenth of its speed. So no statistics
-- are kept of company_id (afterMigrate.sql sees to it for every table), and what stands here helps as well.

-- The records that a statement is about. Thought to be one, however many: so each is looked up by its key, which is never
-- much slower than anything else. Not in SQL, since that would be put in its place, with a guess of its own.
create function record_keys(types text[], ids text[]) returns table (type text, id text)
    language plpgsql immutable rows 1
    as $$ begin return query select * from unnest(types, ids); end; $$;

-- As above, each with something about it.
create function record_keys(types text[], ids text[], abouts text[]) returns table (type text, id text, about text)
    language plpgsql immutable rows 1
    as $$ begin return query select * from unnest(types, ids, abouts); end; $$;

-- Sought by the parent alone: with its state beside, all that wait on any parent looked as few as those that wait on one.
drop index pending_on_parent;
create index pending_on_parent on pending_sync (company_id, waits_on_type, waits_on_id) where waits_on_id is not null;

-- After the company comes what tells most. With the type there, this index and the primary key looked alike to the planner
-- while there were few bindings.
alter table binding drop constraint binding_company_id_type_quickbooks_id_key;
alter table binding add constraint binding_of_quickbooks_id unique (company_id, quickbooks_id, type);

-- What others hold as well: the queue's head is that of its state, and the attempts of a set are found by the set.
drop index pending_next;
drop index attempt_open;
