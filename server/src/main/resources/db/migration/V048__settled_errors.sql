-- The last error of a record after it is gone, and what settled it: so that what was settled this week is read from an index
-- and counted by the tally, and no longer sought among all that has ever failed. An outcome is told before or after its error
-- goes, so either looks for the other.
create table settled_error (
    company_id text        not null,
    type       text        not null,
    record_id  text        not null,
    code       text        not null,
    message    text        not null,
    failed_at  timestamptz not null,
    settled_at timestamptz,
    outcome    text,
    primary key (company_id, type, record_id)
);
create index settled_error_newest on settled_error (company_id, settled_at desc) where settled_at is not null;

create function settles(outcome text) returns boolean language sql immutable
    return outcome in ('created', 'updated', 'voided', 'deleted', 'made-inactive', 'made-active', 'kept');

call keep_tally('settled_error', 'settled', $$case when settled_at is null then '' else 'settled' end$$,
                $$coalesce((settled_at at time zone 'UTC')::date::text, '')$$, '0');

insert into settled_error (company_id, type, record_id, code, message, failed_at, settled_at, outcome)
select f.*, s.at, s.outcome
  from (select distinct on (h.company_id, h.type, h.record_id) h.company_id, h.type, h.record_id, h.code, h.message, h.at
          from history h
         where h.outcome = 'failed' and h.at >= now() - interval '7 days'
           and not exists (select from sync_error e where e.company_id = h.company_id and e.type = h.type
                              and e.record_id = h.record_id)
         order by h.company_id, h.type, h.record_id, h.id desc) f
  left join lateral (select h.at, h.outcome from history h
                      where h.company_id = f.company_id and h.type = f.type and h.record_id = f.record_id
                        and h.at >= f.at and settles(h.outcome)
                      order by h.id desc limit 1) s on true;
drop index history_failed;

-- An error is gone. What was settled long ago is dropped now and then; what another transaction drops is left to it.
create function error_went() returns trigger language plpgsql as $$
begin
    insert into settled_error as o (company_id, type, record_id, code, message, failed_at, settled_at, outcome)
    select w.company_id, w.type, w.record_id, w.code, w.message, w.last_seen, s.at, s.outcome
      from went w
      left join lateral (select h.at, h.outcome from history h
                          where h.company_id = w.company_id and h.type = w.type and h.record_id = w.record_id
                            and h.at >= w.last_seen and settles(h.outcome)
                          order by h.id desc limit 1) s on true
     where not w.foreseen
    on conflict (company_id, type, record_id) do update
       set code = excluded.code, message = excluded.message, failed_at = excluded.failed_at,
           settled_at = excluded.settled_at, outcome = excluded.outcome;
    if found and random() < 0.03 then
        delete from settled_error s
         using (select o.company_id, o.type, o.record_id from settled_error o
                 where o.company_id = (select company_id from went limit 1) and o.settled_at < now() - interval '30 days'
                 limit 1000 for update skip locked) past
         where s.company_id = past.company_id and s.type = past.type and s.record_id = past.record_id;
    end if;
    return null;
end;
$$;
create trigger error_went after delete on sync_error referencing old table as went
    for each statement execute function error_went();

-- A record has an error again. One look by key for each, whatever is known of the tables' sizes.
create function error_came() returns trigger language plpgsql as $$
declare
    one record;
begin
    for one in select company_id, type, record_id from came loop
        delete from settled_error
         where company_id = one.company_id and type = one.type and record_id = one.record_id;
    end loop;
    return null;
end;
$$;
create trigger error_came after insert on sync_error referencing new table as came
    for each statement execute function error_came();

create function outcome_came() returns trigger language plpgsql as $$
declare
    one record;
begin
    for one in select company_id, type, record_id, at, outcome from came where settles(outcome) order by id loop
        update settled_error set settled_at = one.at, outcome = one.outcome
         where company_id = one.company_id and type = one.type and record_id = one.record_id and failed_at <= one.at;
    end loop;
    return null;
end;
$$;
create trigger outcome_came after insert on history referencing new table as came
    for each statement execute function outcome_came();
