-- After every start. No statistics are kept of company_id: the planner takes each company for a small part of every table,
-- whatever it has seen last, and one look by a whole key is always cheaper than that. V031 tells what came of it else.
do $$
declare
    one record;
begin
    for one in select c.oid, c.relname, a.attnum from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'company_id'
                  and a.attstattarget is distinct from 0
    loop
        execute format('alter table %I alter column company_id set statistics 0', one.relname);
        -- What was seen before is forgotten where that is allowed: in Relink's own PostgreSQL it is.
        if (select rolsuper from pg_roles where rolname = current_user) then
            delete from pg_statistic where starelid = one.oid and staattnum = one.attnum;
        end if;
    end loop;
end;
$$;
