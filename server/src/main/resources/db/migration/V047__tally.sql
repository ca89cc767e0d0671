-- How many rows of each kind a company has, kept by the statements that change them: to count a million takes as long as a
-- page may. What a statement has changed is added as a row of its own, so nobody waits for anybody, and a number is their
-- sum. Citus takes these triggers with citus.enable_unsafe_triggers: each writes for its own company only.
create table tally (
    company_id text   not null,
    id         bigint generated always as identity,
    what       text   not null,
    state      text   not null,
    type       text   not null,
    facet      bigint not null,
    n          bigint not null,
    primary key (company_id, id)
) with (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);

-- Many small rows become one of each kind. What another transaction is folding is left to it; days long past are dropped.
create function tally_fold(company text) returns void language sql as $$
    with mine as materialized (
      select t.id from tally t where t.company_id = company for update skip locked
    ), gone as (
      delete from tally t using mine where t.company_id = company and t.id = mine.id returning t.*
    )
    insert into tally (company_id, what, state, type, facet, n)
    select company, what, state, type, facet, sum(n) from gone
     where what <> 'day' or type > (current_date - 60)::text
     group by what, state, type, facet having sum(n) <> 0;
$$;

-- Keeps a table: what it is called in the tally, and by which expressions over its rows it is counted.
create procedure keep_tally(of_table text, what text, state text, type text, facet text) language plpgsql as $do$
begin
    execute format($f$
        create function tally_%1$s() returns trigger language plpgsql as $t$
        begin
            if tg_op = 'INSERT' then
                insert into tally (company_id, what, state, type, facet, n)
                select company_id, %2$L, %3$s, %4$s, %5$s, count(*) from came group by 1, 3, 4, 5;
            elsif tg_op = 'DELETE' then
                insert into tally (company_id, what, state, type, facet, n)
                select company_id, %2$L, %3$s, %4$s, %5$s, -count(*) from went group by 1, 3, 4, 5;
            else
                insert into tally (company_id, what, state, type, facet, n)
                select company_id, %2$L, state_, type_, facet_, sum(n_)
                  from (select company_id, %3$s as state_, %4$s as type_, %5$s as facet_, 1 as n_ from came
                        union all
                        select company_id, %3$s, %4$s, %5$s, -1 from went) x
                 group by 1, 3, 4, 5 having sum(n_) <> 0;
            end if;
            if found and random() < 0.03 then
                if tg_op = 'DELETE' then
                    perform tally_fold((select company_id from went limit 1));
                else
                    perform tally_fold((select company_id from came limit 1));
                end if;
            end if;
            return null;
        end;
        $t$;
        create trigger tally_insert after insert on %1$I referencing new table as came
            for each statement execute function tally_%1$s();
        create trigger tally_update after update on %1$I referencing old table as went new table as came
            for each statement execute function tally_%1$s();
        create trigger tally_delete after delete on %1$I referencing old table as went
            for each statement execute function tally_%1$s();
        insert into tally (company_id, what, state, type, facet, n)
        select company_id, %2$L, %3$s, %4$s, %5$s, count(*) from %1$I group by 1, 3, 4, 5;
    $f$, of_table, what, state, type, facet);
end;
$do$;

call keep_tally('record', 'record', $$case when deleted then 'deleted' else '' end$$, 'type', '0');
call keep_tally('pending_sync', 'pending',
                $$case when first_link and state = 'awaiting-approval' then 'first-link' else state end$$, 'type', '0');
call keep_tally('sync_error', 'error', 'state', 'type', 'facet');
call keep_tally('binding', 'binding', $$case when gone_at is null then '' else 'gone' end$$, 'type', '0');
call keep_tally('history', 'day',
                $$case when outcome = 'failed' then 'failed'
                       when outcome in ('created', 'updated', 'voided', 'deleted', 'made-inactive', 'made-active') then 'synced'
                       else '' end$$, $$(at at time zone 'UTC')::date::text$$, '0');

-- Pages far behind are leafed through in these, with all that is filtered by beside: no row is looked at.
drop index sync_error_walk;
create index sync_error_walk on sync_error (company_id, last_seen, id) include (state, facet);
create index sync_error_walk_oldest on sync_error (company_id, first_seen, id) include (state, facet);

-- What the app has deleted is few among many.
create index record_deleted on record (company_id, type, record_id) where deleted;
