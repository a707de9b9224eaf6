-- Workfiles that still lie here as the cloud packed them. They are unpacked into the record tables when somebody needs
-- them. `seq` is the number of the order that they have reached: earlier changes are in them. A row without bytes says
-- only that: its workfile is unpacked.
create table bundle (
  workfile_id text primary key not null,
  seq integer not null,
  hash text not null,
  dictionary integer not null,
  bytes blob
) strict;
create index bundle_unpacked on bundle (seq) where bytes is null;

-- What changed of a packed workfile since, in the order of its arrival.
create table bundle_change (
  n integer primary key not null,
  workfile_id text not null,
  change text not null
) strict;
create index bundle_change_by_workfile on bundle_change (workfile_id, n);

-- Workfiles whose row of the list is older than their records, and when they were changed last.
create table stale_head (
  workfile_id text primary key not null,
  changed_at integer not null
) strict, without rowid;

-- Workfiles to be compared with the cloud; those that were found to differ and could not be mended wait for a change.
create table to_compare (
  workfile_id text primary key not null,
  differs integer not null check (differs in (0, 1))
) strict, without rowid;

-- What was mended because it was not what the cloud had, with the values that were here before.
create table mending (
  n integer primary key not null,
  workfile_id text not null,
  replaced text not null,
  mended_at integer not null
) strict;

create index unknown_record_by_workfile on unknown_record (coalesce(json_extract(value, '$.parent.workfileId'), id))
  where group_name = '*';
