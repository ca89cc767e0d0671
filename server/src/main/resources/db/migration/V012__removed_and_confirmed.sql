-- When QuickBooks voided it, or made it inactive, because the app deleted it: sent again, it is woken first.
alter table binding add column removed_at timestamptz;

-- When a person confirmed the company file: what was written before may not be in it.
alter table connection add column confirmed_at timestamptz;
