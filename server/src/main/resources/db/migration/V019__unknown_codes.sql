alter table unknown_code add column first_seen timestamptz;
update unknown_code set first_seen = last_seen;
