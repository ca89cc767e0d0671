-- What QuickBooks will refuse is foreseen, waits with the reason, and goes by itself when the reason is gone.

alter table message_set drop constraint message_set_kind_check;
alter table message_set add constraint message_set_kind_check
    check (kind in ('identity', 'status-check', 'probe', 'look-up', 'preflight', 'write', 'read'));

-- A person wants it sent once, whatever is foreseen.
alter table pending_sync add column forced boolean not null default false;

-- Held before it was sent: QuickBooks has not refused it.
alter table sync_error add column foreseen boolean not null default false;

-- What a held record lacks: a feature, a right, or an entry of one of QuickBooks' own lists. Goes with its error.
create table lack (
    company_id text        not null,
    type       text        not null,
    record_id  text        not null,
    kind       text        not null,
    name       text        not null,
    since      timestamptz not null,
    primary key (company_id, type, record_id, kind, name),
    foreign key (company_id, type, record_id) references sync_error (company_id, type, record_id) on delete cascade
);
create index lack_of on lack (company_id, kind, lower(name));

-- Names that a visit has asked QuickBooks for, since they are in no list that was read.
create table asked_entry (
    company_id text    not null references company on delete cascade,
    list       text    not null,
    name       text    not null,
    epoch      bigint  not null,
    absent     boolean not null,
    primary key (company_id, list, name)
);
