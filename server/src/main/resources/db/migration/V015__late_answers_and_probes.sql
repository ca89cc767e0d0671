-- An answer that comes after its attempt was given up and sent again: kept until the other one is answered too, then judged.
alter table attempt drop constraint attempt_state_check;
alter table attempt add constraint attempt_state_check
    check (state in ('sent', 'in-doubt', 'done', 'rejected', 'not-processed', 'absent', 'ambiguous',
                     'deleted-in-quickbooks', 'late', 'duplicate'));
create index attempt_late on attempt (company_id, type, record_id) where state = 'late';

-- Doubts are asked about one by one where QuickBooks cannot be asked about all at once; what stays unanswerable is counted.
alter table message_set add column probe_limit integer not null default 100000;
alter table attempt add column probed_epoch bigint;
alter table attempt add column is_probed boolean not null default false;
alter table attempt add column probe_failures integer not null default 0;
