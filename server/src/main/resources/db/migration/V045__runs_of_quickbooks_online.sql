-- QuickBooks Online is called by us: when the next run is due at the latest, and until when none may begin (a limit, a failure).
-- Whose books are open need not be asked in every run where the address itself names the company.
alter table connection
    add column identified_at  timestamptz,
    add column run_next_at    timestamptz not null default '-infinity',
    add column run_not_before timestamptz not null default '-infinity';
