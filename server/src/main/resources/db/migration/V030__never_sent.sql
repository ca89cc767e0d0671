-- A person said that it is never to be sent, whatever the app changes: the reason is in "skipped".
alter table record add column never boolean not null default false;
