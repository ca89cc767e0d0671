-- How often this run was held up for a QuickBooks that is busy.
alter table connection add column run_pauses integer not null default 0;

-- Such a visit is told to wait at its next call.
alter table web_connector_session drop constraint web_connector_session_state_check;
alter table web_connector_session add constraint web_connector_session_state_check
    check (state in ('authenticated', 'sent', 'answered', 'paused', 'finished', 'closed'));

-- How often in a row it went again by itself, whatever was said, and came to nothing. Null = never: undo puts back rows of before.
alter table pending_sync add column in_vain smallint;
