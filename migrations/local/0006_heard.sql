-- What the cloud's order said, slice by slice, kept for a time after it was heard; `seq` is the number of the last
-- change. If the cloud loses it together with the PC that wrote it, it is brought back from here.
create table heard (
  n integer primary key not null,
  seq integer not null,
  changes text not null,
  heard_at integer not null
) strict;

-- Edits of others that this PC brings back; and what it did so for a differing workfile: nothing yet, what it had heard,
-- or also the state of it that the cloud lacks.
alter table again add column brought integer not null default 0 check (brought in (0, 1));
alter table to_compare add column brought integer not null default 0 check (brought in (0, 1, 2));

-- The version of the fields that an edit was written in: it is sent as of that version, whatever this program's is.
alter table outbox add column schema integer not null default 1;
alter table again add column schema integer not null default 1;
