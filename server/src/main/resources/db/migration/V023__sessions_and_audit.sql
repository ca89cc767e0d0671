-- A browser in which somebody is signed in, so that it can be seen and ended from elsewhere. The cookie itself is in no table.
create table person_session (
    id         bigint generated always as identity primary key,
    person_id  bigint      not null references person on delete cascade,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    address    text        not null,
    agent      text        not null
);
create index person_session_of on person_session (person_id);

-- Who they are at the OpenID Connect provider (issuer, a blank, subject): tied at the first sign-in, by the verified address.
alter table person add column subject text;
alter table person add constraint person_subject unique (subject);

-- What it was and what it became. Never a password, a token or a link.
alter table people_audit add column before jsonb;
alter table people_audit add column after jsonb;
create index people_audit_at on people_audit (at desc, id desc);
create index audit_at on audit (company_id, at desc, id desc);
create index audit_newest on audit (at desc, id desc);
