-- The search knows every name in a workfile, not the owner's alone. What is in the list already is derived anew in idle
-- moments; a packed workfile is read for it without being unpacked.
alter table workfile_head add column names text not null default '';
insert into stale_head (workfile_id, changed_at) select id, 0 from workfile_head where true
  on conflict (workfile_id) do nothing;
