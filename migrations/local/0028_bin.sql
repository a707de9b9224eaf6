-- The bin: when a workfile was put there and by whom, null where it never was. The list leaves out what is in it, so that
-- its indexes do, too. Of a vehicle the list also knows whether it has left.
alter table workfile add column bin text;
alter table workfile_head add column delivered integer not null default 0 check (delivered in (0, 1));
alter table workfile_head add column binned_at integer not null default 0;
drop index head_by_changed;
drop index head_by_label;
drop index head_by_owner;
drop index head_by_vehicle;
drop index head_by_insurer;
drop index head_by_total;
drop index head_by_stage;
drop index head_by_estimator;
create index head_by_changed on workfile_head (changed_at, row) where binned_at = 0;
create index head_by_label on workfile_head (label, row) where binned_at = 0;
create index head_by_owner on workfile_head (owner, row) where binned_at = 0;
create index head_by_vehicle on workfile_head (vehicle, row) where binned_at = 0;
create index head_by_insurer on workfile_head (insurer, row) where binned_at = 0;
create index head_by_total on workfile_head (total_cents, row) where binned_at = 0;
create index head_by_stage on workfile_head (stage, changed_at, row) where binned_at = 0;
create index head_by_estimator on workfile_head (estimator, row) where binned_at = 0;
create index head_in_bin on workfile_head (binned_at, row) where binned_at > 0;
update workfile_head set delivered = 1 where id in (
  select id from workfile where vehicle_out ->> 'complete' = 1 or vehicle_out ->> 'actualDate' <> '');
