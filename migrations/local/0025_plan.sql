-- The plan of a workfile: its milestones as JSON text, null while nobody touched them, and the events that are never
-- edited. The list shows when a vehicle came in and is to be out.
alter table workfile add column vehicle_in text;
alter table workfile add column repairs_started text;
alter table workfile add column repairs_completed text;
alter table workfile add column vehicle_out text;
alter table workfile add column status_update text;
create table event (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  what_kind text not null,
  what_at integer not null,
  what_by text not null,
  promise text,
  reopened text
) strict;
create index event_by_workfile on event (parent_workfile_id);
alter table workfile_head add column vehicle_in text not null default '';
alter table workfile_head add column vehicle_out text not null default '';
