-- What this PC asks the cloud to do exactly once. `n` is its place in the order of the edits made here; `edits` are
-- the ids of the edits that it writes; `cancel_id` is the command by which it is taken back while it may be on its way.
create table command (
  id text primary key not null,
  n integer not null unique,
  name text not null,
  author text not null,
  author_name text not null,
  workfile_id text,
  incarnation text not null,
  params text not null,
  edits text not null,
  state text not null check (state in ('waiting', 'sent', 'taken', 'done', 'refused', 'cancelled')),
  cancel_id text,
  result text,
  seq integer,
  made_at integer not null,
  settled_at integer
) strict;
create index command_open on command (workfile_id, n) where state in ('waiting', 'sent', 'taken');
create index command_settled on command (settled_at) where settled_at is not null;

-- The numbers that this PC holds: those from `next` to `last`, while it is the PC that leased them.
create table number_lease (
  first integer primary key not null,
  next integer not null,
  last integer not null,
  incarnation text not null,
  check (next between first and last)
) strict;
