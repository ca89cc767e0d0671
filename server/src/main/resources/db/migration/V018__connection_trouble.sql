-- What tells which leg of a connection is broken. Written for all companies together, seldom, and never by a poll itself.
alter table connection add column refused_tries integer not null default 0;
alter table connection add column refused_at timestamptz;
alter table connection add column busy_at timestamptz;
