-- Who may sign in, and programs' tokens. They belong to no company: small tables of their own kind.

create table person (
    id                  bigint generated always as identity primary key,
    email               text        not null check (email = lower(email)),
    name                text        not null,
    everywhere          text check (everywhere in ('viewer', 'operator', 'admin')),
    password            text,
    password_changed_at timestamptz not null default '-infinity',
    added_at            timestamptz not null,
    signed_in_at        timestamptz,
    unique (email)
);

create table person_role (
    person_id  bigint not null references person on delete cascade,
    company_id text   not null references company on delete cascade,
    role       text   not null check (role in ('viewer', 'operator', 'admin')),
    primary key (person_id, company_id)
);

-- Opens once: the holder chooses a password. Without a person it makes the first administrator.
create table set_up_link (
    token_hash bytea primary key,
    person_id  bigint references person on delete cascade,
    until      timestamptz not null
);

-- Shown once, kept as a keyed hash.
create table api_token (
    id         bigint generated always as identity primary key,
    token_hash bytea       not null,
    name       text        not null,
    everywhere text check (everywhere in ('viewer', 'operator', 'admin')),
    made_by    text        not null,
    made_at    timestamptz not null,
    used_at    timestamptz,
    unique (token_hash)
);

create table api_token_role (
    token_id   bigint not null references api_token on delete cascade,
    company_id text   not null references company on delete cascade,
    role       text   not null check (role in ('viewer', 'operator', 'admin')),
    primary key (token_id, company_id)
);

-- Who signed in, was let in, was shut out. What was done to a company stands in its own audit.
create table people_audit (
    id    bigint generated always as identity primary key,
    at    timestamptz not null,
    actor text        not null,
    act   text        not null,
    whom  text        not null default ''
);
