-- A kept view belongs to a person and not to a name: two of one name would share theirs, and who gets another name would
-- lose them. Where two have the same name now, each keeps all.
alter table saved_view rename to saved_view_by_name;
alter index saved_view_pkey rename to saved_view_by_name_pkey;
create table saved_view (
    company_id text        not null references company on delete cascade,
    person_id  bigint      not null references person on delete cascade,
    name       text        not null,
    query      text        not null,
    saved_at   timestamptz not null,
    primary key (company_id, person_id, name)
);
create index saved_view_of on saved_view (person_id);
insert into saved_view
select v.company_id, p.id, v.name, v.query, v.saved_at from saved_view_by_name v join person p on p.name = v.person;
drop table saved_view_by_name;
