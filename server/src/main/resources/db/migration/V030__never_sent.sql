-- A person said that it is never to be sent, whatever the app changes: the reason is in "skipped".
alter table record add column never boolean not null default false;

-- Links that are known to be dead are few: all are counted from the primary key alone, and these taken off.
create index binding_gone on binding (company_id, type, record_id) where gone_at is not null;
