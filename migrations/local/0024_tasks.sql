-- What somebody has to do for a workfile, and when somebody comes.
create table task (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  about_text text not null,
  about_due text not null,
  about_who text not null,
  done integer not null check (done in (0, 1)),
  done_at integer not null,
  done_by text not null
) strict;
create index task_by_workfile on task (parent_workfile_id);
create table appointment (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  about_kind text not null,
  about_date text not null,
  about_time text not null,
  about_note text not null
) strict;
create index appointment_by_workfile on appointment (parent_workfile_id);
