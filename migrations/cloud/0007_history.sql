-- What was done to one workfile is read by its records.
create index log_record_idx on log (shop_id, record_id);
