-- When the app sent something last, shown on several pages: read from the end of an index, where it was read from all records.
create index record_received on record (company_id, received_at);
