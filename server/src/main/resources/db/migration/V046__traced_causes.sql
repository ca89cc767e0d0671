-- Refused for something that is gone, and QuickBooks does not say what: the record and all that it names are read.
alter table pending_sync drop constraint pending_sync_mode_check;
alter table pending_sync add constraint pending_sync_mode_check
    check (mode in ('send', 'find-or-create', 'check-binding', 'read-again', 'trace'));

-- What changed in QuickBooks Online is asked for all types together.
alter table message_set drop constraint message_set_kind_check;
alter table message_set add constraint message_set_kind_check
    check (kind in ('identity', 'status-check', 'probe', 'look-up', 'preflight', 'changes', 'write', 'read'));
