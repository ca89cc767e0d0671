-- A repair that was pressed for so many records that it is done part by part: how far it has come, and how it ended.
create table press (
    company_id text        not null references company on delete cascade,
    id         bigint generated always as identity,
    repair     text        not null, -- its word; 'undo' takes back what another press did
    told       jsonb       not null, -- what was answered in the dialog
    undoes     bigint,
    by         text        not null,
    operator   boolean     not null,
    admin      boolean     not null,
    types      text[]      not null,
    ids        text[]      not null,
    records    integer     not null,
    done       integer     not null default 0,
    accepted   integer     not null default 0,
    refused    integer     not null default 0,
    relinks    integer     not null default 0,
    creates    integer     not null default 0,
    looks_up   integer     not null default 0,
    refusals   jsonb       not null default '[]', -- the first of them, each with its reason
    tries      integer     not null default 0,    -- in vain, since it moved last
    started_at timestamptz not null,
    moved_at   timestamptz not null,
    ended_at   timestamptz,
    fault      text,
    seen       boolean     not null default false,
    primary key (company_id, id)
);

-- Of fifty who press the same at once one wins; the others are told who.
create unique index press_under_way on press (company_id) where ended_at is null;

-- Its undo takes back all that it did.
alter table repair add column press bigint;
create index repair_of_press on repair (company_id, press) where press is not null;
