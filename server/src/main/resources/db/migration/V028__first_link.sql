-- The first link: what the app has and what QuickBooks has are matched before anything is created. One row per company
-- that has begun it.
create table first_link (
    company_id text primary key references company on delete cascade,
    state      text        not null check (state in ('reading', 'review', 'done')),
    begun_at   timestamptz not null,
    begun_by   text        not null,
    ended_at   timestamptz,
    ended_by   text
);

-- What of QuickBooks could be a record of the app: as last read, until somebody decides about the record.
create table first_link_match (
    company_id    text     not null references company on delete cascade,
    type          text     not null,
    record_id     text     not null,
    quickbooks_id text     not null,
    score         smallint not null,
    exact         boolean  not null,
    because       text[]   not null,
    primary key (company_id, type, record_id, quickbooks_id)
);
create index first_link_match_of_entry on first_link_match (company_id, type, quickbooks_id);

-- True: it waits for somebody to say what it is in QuickBooks. False: somebody said it, or nothing is like it. Null: the
-- first link does not concern it.
alter table pending_sync add column first_link boolean;
create index pending_first_link on pending_sync (company_id, type, record_id) where first_link;
