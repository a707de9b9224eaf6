-- Versions of estimates as they were locked: what they hold is JSON text, read when somebody looks at one.
create table version (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  parent_estimate_id text not null,
  of_label text not null,
  of_locked_at integer not null,
  of_by text not null,
  of_estimator text not null,
  of_grand_total_cents integer not null,
  of_net_cents integer not null,
  lines text,
  facts text,
  totals text
) strict;
create index version_by_workfile on version (parent_workfile_id);
