-- The list knows what is due: whether a vehicle has come, the first day by which a task is to be done, the days of the
-- appointments, and what is open between the workfile and the dealer's system. What is in the list already is derived anew
-- in idle moments.
alter table workfile_head add column arrived integer not null default 0 check (arrived in (0, 1));
alter table workfile_head add column task_due text not null default '';
alter table workfile_head add column appointments text not null default '';
alter table workfile_head add column dms text not null default '';
insert into stale_head (workfile_id, changed_at) select id, 0 from workfile_head where true
  on conflict (workfile_id) do nothing;
create index head_coming on workfile_head (vehicle_in, row) where arrived = 0 and vehicle_in <> '';
create index head_task_due on workfile_head (task_due, row) where task_due <> '';
create index head_appointments on workfile_head (appointments, row) where appointments > '';
create index head_dms_failed on workfile_head (instr(dms, 'failed'), row) where instr(dms, 'failed') > 0;
