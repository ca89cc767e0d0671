-- Open attempts are always sought by their message set. Keyed by company alone, each close of a set walked over all the
-- entries that the sets before it had left behind: a long queue went slower with every set.
drop index attempt_open;
create index attempt_open on attempt (company_id, message_set_id) where state in ('sent', 'in-doubt');
