-- company_id leads every key of company data (the rule that keeps the way open to Citus); nothing newer than PostgreSQL 15.

create table company (
    company_id    text primary key,
    name          text        not null,
    quickbooks    text        not null check (quickbooks in ('desktop', 'online')),
    company_file  text        not null default '',
    created_at    timestamptz not null
);

-- Who works on a company now. The epoch rises each time it changes hands; every change of state carries it.
create table lease (
    company_id text primary key references company on delete cascade,
    node       text        not null default '',
    epoch      bigint      not null default 0,
    until      timestamptz not null default '-infinity'
);

-- A company's live link to QuickBooks, with its health.
create table connection (
    company_id      text primary key references company on delete cascade,
    state           text        not null default 'new' check (state in ('new', 'working', 'stopped')),
    stopped_because text,
    stopped_detail  text,
    last_seen       timestamptz,
    client_version  text,
    problem_code    text,
    problem_message text,
    problem_at      timestamptz,
    run_started     timestamptz,
    run_ended       timestamptz,
    run_synced      integer     not null default 0,
    run_failed      integer     not null default 0,
    run_in_doubt    integer     not null default 0,
    next_read_at    timestamptz not null default '-infinity',
    set_size        integer     not null default 50,
    identified_epoch bigint     not null default -1,
    canary_epoch    bigint      not null default -1,
    qbxml_version   text        not null default '13.0',
    file_identity   text,
    books           jsonb,
    run_every       interval    not null default '15 minutes'
);

-- What the app last told us: full snapshots.
create table record (
    company_id   text        not null references company on delete cascade,
    type         text        not null,
    record_id    text        not null,
    name         text        not null,
    summary      text        not null default '',
    snapshot     jsonb       not null,
    content_hash bytea       not null,
    version      bigint      not null default 1,
    deleted      boolean     not null default false,
    generation   integer     not null default 1,
    skipped      text,
    alias        text,
    received_at  timestamptz not null,
    primary key (company_id, type, record_id)
);
create index record_by_name on record (company_id, lower(name) text_pattern_ops);

-- Which records a record points at; kept by intake, read by the order of sending.
create table record_reference (
    company_id  text not null,
    type        text not null,
    record_id   text not null,
    parent_type text not null,
    parent_id   text not null,
    primary key (company_id, type, record_id, parent_type, parent_id),
    foreign key (company_id, type, record_id) references record on delete cascade
);
create index record_reference_by_parent on record_reference (company_id, parent_type, parent_id);

-- record ⇄ ListID / TxnID, with the edit token and the lines in QuickBooks' order.
create table binding (
    company_id     text        not null,
    type           text        not null,
    record_id      text        not null,
    quickbooks_id  text        not null,
    edit_token     text        not null,
    full_name      text        not null default '',
    known_lines    jsonb,
    synced         jsonb,
    synced_version bigint      not null default 0,
    bound_at       timestamptz not null,
    synced_at      timestamptz,
    gone_at        timestamptz,
    primary key (company_id, type, record_id),
    unique (company_id, type, quickbooks_id),
    foreign key (company_id, type, record_id) references record
);
create index binding_newest on binding (company_id, synced_at desc nulls last);

-- Tombstones of bindings: Clear ID, relink, rebinding. Undo reads them.
create table retired_binding (
    company_id    text        not null,
    id            bigint generated always as identity,
    type          text        not null,
    record_id     text        not null,
    quickbooks_id text        not null,
    edit_token    text        not null,
    full_name     text        not null default '',
    known_lines   jsonb,
    synced        jsonb,
    synced_version bigint     not null default 0,
    bound_at      timestamptz not null,
    marker        text        not null default '',
    retired_at    timestamptz not null,
    retired_by    text        not null,
    because       text        not null,
    primary key (company_id, id)
);
create index retired_binding_of on retired_binding (company_id, type, record_id, id desc);

-- What must still be told to QuickBooks: at most one row per record, gone when done.
create sequence pending_order;
create table pending_sync (
    company_id    text        not null,
    type          text        not null,
    record_id     text        not null,
    operation     text        not null check (operation in ('save', 'remove', 'reactivate')),
    mode          text        not null default 'send' check (mode in ('send', 'find-or-create', 'check-binding', 'read-again')),
    when_found    text        not null default 'relink' check (when_found in ('relink', 'ask', 'create')),
    state         text        not null check (state in ('waiting', 'awaiting-approval', 'waiting-on-parent', 'in-flight', 'in-doubt', 'held')),
    rank          smallint    not null,
    place         bigint      not null default nextval('pending_order'),
    queued_at     timestamptz not null,
    tries         integer     not null default 0,
    next_try      timestamptz,
    tried_epoch   bigint      not null default -1,
    batch_limit   integer     not null default 100000,
    look_for      jsonb,
    merged        jsonb,
    waits_on_type text,
    waits_on_id   text,
    primary key (company_id, type, record_id),
    foreign key (company_id, type, record_id) references record on delete cascade
) with (fillfactor = 70);
create index pending_next on pending_sync (company_id, rank, place) where state = 'waiting';
create index pending_on_parent on pending_sync (company_id, waits_on_type, waits_on_id) where state = 'waiting-on-parent';
create index pending_to_look_up on pending_sync (company_id, rank, place) where mode <> 'send' or look_for is not null;
create index pending_place on pending_sync (company_id, place);

-- What went out together, byte for byte, committed before it left.
create table message_set (
    company_id     text        not null references company on delete cascade,
    message_set_id text        not null,
    kind           text        not null check (kind in ('identity', 'status-check', 'probe', 'look-up', 'write', 'read')),
    state          text        not null check (state in ('out', 'in-doubt', 'resolved', 'dropped')),
    epoch          bigint      not null,
    requests       integer     not null,
    body           bytea       not null,
    body_sha256    bytea       not null,
    plan           jsonb,
    response       bytea,
    sent_at        timestamptz not null,
    answered_at    timestamptz,
    cleared        boolean     not null default false,
    checked_epoch  bigint,
    probed_epoch   bigint,
    stored         jsonb,
    primary key (company_id, message_set_id)
);
-- at most one unresolved write set, and at most one set out, per company
create unique index message_set_unresolved on message_set (company_id) where kind = 'write' and state in ('out', 'in-doubt');
create unique index message_set_out on message_set (company_id) where state = 'out';
create index message_set_sent on message_set (company_id, sent_at desc);

create table attempt (
    company_id     text        not null,
    type           text        not null,
    record_id      text        not null,
    n              integer     not null,
    message_set_id text        not null,
    request_id     text        not null,
    verb           text        not null check (verb in ('add', 'mod', 'void', 'delete', 'deactivate', 'reactivate')),
    state          text        not null check (state in ('sent', 'in-doubt', 'done', 'rejected', 'not-processed', 'absent', 'ambiguous', 'deleted-in-quickbooks')),
    version        bigint      not null,
    snapshot       jsonb       not null,
    marker         text        not null,
    quickbooks_id  text,
    edit_token     text,
    stored_status  text,
    stored_message text,
    empty_epoch    bigint,
    empty_at       timestamptz,
    sent_at        timestamptz not null,
    primary key (company_id, type, record_id, n),
    unique (company_id, message_set_id, request_id),
    foreign key (company_id, message_set_id) references message_set
) with (fillfactor = 80);
create index attempt_open on attempt (company_id) where state in ('sent', 'in-doubt');

-- Why a pending sync is held or retried; exists only while it holds.
create table sync_error (
    company_id     text        not null,
    id             bigint generated always as identity,
    type           text        not null,
    record_id      text        not null,
    code           text        not null,
    message        text        not null,
    variant        text        not null default '',
    verb           text        not null default '',
    family         text        not null,
    repairs        text[]      not null,
    state          text        not null check (state in ('open', 'retrying', 'in-doubt')),
    tries          integer     not null default 1,
    first_seen     timestamptz not null,
    last_seen      timestamptz not null,
    message_set_id text,
    request_id     text,
    found          jsonb,
    primary key (company_id, id),
    unique (company_id, type, record_id),
    foreign key (company_id, type, record_id) references pending_sync on delete cascade
);
create index sync_error_seen on sync_error (company_id, state, last_seen desc, id);
create index sync_error_code on sync_error (company_id, code, variant);

-- Every outcome and act, newest first; only grows.
create table history (
    company_id     text        not null references company on delete cascade,
    id             bigint generated always as identity,
    at             timestamptz not null,
    type           text        not null default '',
    record_id      text        not null default '',
    outcome        text        not null,
    actor          text        not null default '',
    code           text        not null default '',
    message        text        not null default '',
    quickbooks_id  text        not null default '',
    message_set_id text,
    request_id     text,
    primary key (company_id, id)
);
create index history_of_record on history (company_id, type, record_id, id desc);

-- One press of a repair button on one record; undo reads it.
create table repair (
    company_id text        not null references company on delete cascade,
    id         bigint generated always as identity,
    repair     text        not null,
    type       text        not null,
    record_id  text        not null,
    by         text        not null,
    at         timestamptz not null,
    before     jsonb       not null,
    undone_at  timestamptz,
    undone_by  text,
    closed     boolean     not null default false,
    primary key (company_id, id)
);
create index repair_of_record on repair (company_id, type, record_id, id desc);

-- Who did what to a company, with before and after.
create table audit (
    company_id text        not null references company on delete cascade,
    id         bigint generated always as identity,
    at         timestamptz not null,
    actor      text        not null,
    act        text        not null,
    type       text        not null default '',
    record_id  text        not null default '',
    before     jsonb,
    after      jsonb,
    primary key (company_id, id)
);

-- QuickBooks as last read: for candidates, choices and deletions found before a send fails.
create table quickbooks_entry (
    company_id    text        not null references company on delete cascade,
    list          text        not null,
    quickbooks_id text        not null,
    full_name     text        not null,
    active        boolean     not null default true,
    edit_token    text        not null default '',
    marker        text,
    facts         jsonb,
    gone_at       timestamptz,
    read_at       timestamptz not null,
    primary key (company_id, list, quickbooks_id)
);
create index quickbooks_entry_by_name on quickbooks_entry (company_id, list, lower(full_name) text_pattern_ops);

-- How far the reads have come, per list.
create table read_progress (
    company_id text        not null references company on delete cascade,
    list       text        not null,
    read_to    timestamptz,
    iterator   text,
    round_from timestamptz,
    epoch      bigint      not null default -1,
    primary key (company_id, list)
);

-- Entity type and direction: off, automatic or on approval.
create table flow (
    company_id text not null references company on delete cascade,
    type       text not null,
    mode       text not null default 'automatic' check (mode in ('off', 'automatic', 'approval')),
    on_delete  text not null default 'remove' check (on_delete in ('remove', 'ignore')),
    primary key (company_id, type)
);

-- Codes that the catalogue does not know yet, counted.
create table unknown_code (
    company_id   text        not null references company on delete cascade,
    code         text        not null,
    seen         bigint      not null,
    last_message text        not null,
    last_seen    timestamptz not null,
    primary key (company_id, code)
);

-- The same key and body give the stored answer.
create table idempotency_key (
    company_id text        not null,
    key        text        not null,
    body_hash  bytea       not null,
    status     integer,
    answer     text,
    at         timestamptz not null,
    primary key (company_id, key)
);

-- Is there anything for a Web Connector to do? One row per company, read through indexes only.
create view company_work as
select c.company_id,
       c.state = 'stopped' as stopped,
       exists (select from pending_sync p where p.company_id = c.company_id and p.state = 'waiting') as to_send,
       exists (select from message_set m where m.company_id = c.company_id and m.kind = 'write'
                  and m.state in ('out', 'in-doubt')) as unresolved,
       c.next_read_at <= now() as to_read
  from connection c;
