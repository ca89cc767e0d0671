-- A company's link to QuickBooks Online. The tokens are sealed together, bound to their company, and stored before they are
-- used; token_version rises with each pair. One refresh at a time over all nodes: refreshing_until is its lease, by the
-- database's clock, so that no transaction is open while Intuit is asked.
create table online_link (
    company_id       text primary key references company on delete cascade,
    environment      text        not null check (environment in ('production', 'sandbox')),
    realm            text        not null,
    company_name     text        not null default '',
    state            text        not null check (state in ('connected', 'needs-reconnecting', 'disconnected')),
    tokens           bytea,
    token_version    bigint      not null default 1,
    access_until     timestamptz not null,
    refresh_until    timestamptz not null,
    hard_until       timestamptz,
    refreshed_at     timestamptz not null,
    refreshing_until timestamptz not null default '-infinity',
    connected_by     text        not null,
    connected_at     timestamptz not null,
    ended_at         timestamptz,
    ended_because    text
);

-- Whose realm it is: at most one company's. Asked before the company is known; a link that was disconnected holds none.
create table online_realm (
    environment text not null,
    realm       text not null,
    company_id  text not null references company on delete cascade,
    primary key (environment, realm)
);
create index online_realm_of on online_realm (company_id);

-- Somebody is on the way to Intuit and back: the state, good once, for one browser's session. Then, until somebody says that
-- it is the right company, what was given there.
create table online_consent (
    company_id    text        not null references company on delete cascade,
    state_hash    bytea       not null,
    environment   text        not null,
    session       bigint      not null,
    person        bigint      not null,
    asked_by      text        not null,
    verifier      bytea,
    until         timestamptz not null,
    used_at       timestamptz,
    realm         text,
    company_name  text,
    tokens        bytea,
    access_until  timestamptz,
    refresh_until timestamptz,
    hard_until    timestamptz,
    primary key (company_id, state_hash)
);
