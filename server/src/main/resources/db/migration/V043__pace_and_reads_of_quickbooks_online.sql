-- How often a company's realm is called, by the database's clock and for all nodes together. Each array holds the last
-- moments at which something left or will leave: as many as the limit, so that the oldest tells when there is room again.
-- minute_at is the moment at which an even flow of calls would have used up what was given. flights are calls under way, by
-- the moment at which they are forgotten if nobody says that they are over.
create table online_pace (
    company_id text primary key references company on delete cascade,
    seconds    timestamptz[] not null default '{}',
    batches    timestamptz[] not null default '{}',
    minute_at  timestamptz   not null default '-infinity',
    flights    timestamptz[] not null default '{}'
) with (fillfactor = 50);

-- What Intuit meters: reads by month, of the app in all companies. A month is named by its first day, in UTC.
create table online_reads (
    company_id  text   not null references company on delete cascade,
    environment text   not null check (environment in ('production', 'sandbox')),
    month       date   not null,
    reads       bigint not null,
    primary key (company_id, environment, month)
);
