-- The Web Connector's own account: generated password, kept as a keyed hash; FileID proves the company file.
create table web_connector_account (
    company_id       text primary key references company on delete cascade,
    password_hash    bytea       not null,
    password_made_at timestamptz not null,
    owner_id         uuid        not null,
    file_id          uuid        not null
);

-- One visit, authenticate to close. The ticket leads to (company, epoch); any node may answer any call. Older visits
-- are kept a while: a late answer still closes its own attempts.
create table web_connector_session (
    company_id        text        not null references company on delete cascade,
    epoch             bigint      not null,
    ticket_hash       bytea       not null,
    state             text        not null check (state in ('authenticated', 'sent', 'answered', 'finished', 'closed')),
    started_at        timestamptz not null,
    last_call_at      timestamptz not null,
    percent           integer     not null default 0,
    last_error        text,
    connection_errors integer     not null default 0,
    company_file      text        not null default '',
    primary key (company_id, epoch),
    unique (company_id, ticket_hash)
);
