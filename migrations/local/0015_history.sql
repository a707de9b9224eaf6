-- Who changed what of a workfile, as far as this PC wrote it, heard of it or asked the cloud for it. `before` is what the
-- group was where this PC knew it at the time; it is null where an earlier row says so.
create table history (
  n integer primary key not null,
  edit text not null unique,
  workfile_id text not null,
  kind text not null,
  id text not null,
  group_name text not null,
  value text not null,
  before text,
  person text not null,
  pc text not null,
  made_at integer not null,
  kept_at integer not null
) strict;
create index history_by_workfile on history (workfile_id);

-- How far the cloud's word on a workfile's history is here: up to this number of the shop's order.
create table history_reach (
  workfile_id text primary key not null,
  seq integer not null
) strict, without rowid;
