-- Who is told of a company's new causes, of its silence and of its recovery: people by mail, programs by webhook. Each
-- reader has a place in the company's events (told_to) and a time before which nothing more is said (next_at).

create table notice_subscription (
    company_id text        not null references company on delete cascade,
    person_id  bigint      not null references person on delete cascade,
    causes     boolean     not null,
    silence    boolean     not null,
    recovery   boolean     not null,
    every      interval    not null,
    told_to    bigint      not null default 0,
    next_at    timestamptz not null default '-infinity',
    primary key (company_id, person_id)
);
create index notice_subscription_of on notice_subscription (person_id);

create table webhook (
    company_id       text        not null references company on delete cascade,
    id               bigint generated always as identity,
    url              text        not null,
    secret           bytea       not null,
    old_secret       bytea,
    old_secret_until timestamptz,
    causes           boolean     not null,
    silence          boolean     not null,
    recovery         boolean     not null,
    every            interval    not null,
    told_to          bigint      not null default 0,
    next_at          timestamptz not null default '-infinity',
    made_by          text        not null,
    made_at          timestamptz not null,
    failing_since    timestamptz,
    off_because      text,
    primary key (company_id, id)
);

-- When a company is looked at next, and what was seen of its connection last. Without readers: never.
create table notice_watch (
    company_id   text primary key references company on delete cascade,
    due_at       timestamptz not null,
    silent_after interval    not null default '26 hours',
    silent       boolean     not null default false,
    stopped      boolean     not null default false
);
create index notice_watch_due on notice_watch (due_at);

-- Causes that stand, so that a new one is told from one that was there before.
create table notice_cause (
    company_id text        not null references company on delete cascade,
    code       text        not null,
    variant    text        not null,
    title      text        not null,
    since      timestamptz not null,
    primary key (company_id, code, variant)
);

create table notice_event (
    company_id text        not null references company on delete cascade,
    id         bigint generated always as identity,
    at         timestamptz not null,
    kind       text        not null check (kind in ('cause', 'cause-gone', 'silent', 'seen-again', 'stopped', 'working-again', 'webhook-off')),
    code       text        not null default '',
    variant    text        not null default '',
    title      text        not null default '',
    primary key (company_id, id)
);

-- The outbox: kept until it was taken. Claimed by moving next_try on, so that one node sends it.
create table notice_delivery (
    company_id text        not null references company on delete cascade,
    id         bigint generated always as identity,
    message_id text        not null,
    channel    text        not null check (channel in ('mail', 'webhook')),
    recipient  bigint      not null,
    subject    text        not null,
    body       text        not null,
    html       text        not null default '',
    state      text        not null check (state in ('waiting', 'sent', 'failed')),
    tries      integer     not null default 0,
    next_try   timestamptz not null,
    made_at    timestamptz not null,
    sent_at    timestamptz,
    error      text        not null default '',
    primary key (company_id, id),
    unique (company_id, message_id)
);
create index notice_delivery_due on notice_delivery (next_try) where state = 'waiting';
