-- When QuickBooks says that it was deleted or merged away; gone_at is when we learnt of it.
alter table quickbooks_entry add column deleted_at timestamptz;

-- Which failures of late were settled: read by the tab "Resolved".
create index history_failed on history (company_id, at desc) where outcome = 'failed';

-- Likely twins are sought by what people type the same twice.
create index quickbooks_entry_by_phone on quickbooks_entry (company_id, list, (facts ->> 'phone')) where facts ->> 'phone' is not null;
create index quickbooks_entry_by_email on quickbooks_entry (company_id, list, lower(facts ->> 'email')) where facts ->> 'email' is not null;
create index quickbooks_entry_by_number on quickbooks_entry (company_id, list, (facts ->> 'number')) where facts ->> 'number' is not null;

-- A list with its filters, kept under a name by one person. The person is named as history names them.
create table saved_view (
    company_id text        not null references company on delete cascade,
    person     text        not null,
    name       text        not null,
    query      text        not null,
    saved_at   timestamptz not null,
    primary key (company_id, person, name)
);
