-- Which company file was refused: an administrator who confirms it confirms that one and no other.
alter table connection add column refused_identity text;

-- Since when a binding is not proven in the company file that an administrator confirmed; null = it is.
alter table binding add column unproven_since timestamptz;
create index binding_unproven on binding (company_id, type, record_id) where unproven_since is not null;
