-- Two values of one group, kept until a person chooses.
create table conflict (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  about_kind text not null,
  about_record_id text not null,
  about_group text not null,
  before_value text not null,
  before_edit text not null,
  before_by text not null,
  before_pc text not null,
  before_at integer not null,
  standing_value text not null,
  standing_edit text not null,
  standing_by text not null,
  standing_pc text not null,
  standing_at integer not null,
  late_value text not null,
  late_edit text not null,
  late_by text not null,
  late_pc text not null,
  late_at integer not null,
  choice_made text not null,
  choice_by text not null
) strict;
create index conflict_by_workfile on conflict (parent_workfile_id);
create index conflict_open on conflict (choice_made) where choice_made = 'open';

-- Edits that go to the cloud once more, as they were: it was restored, or this PC took a new identity. `held` while the
-- cloud lacks their record, which another PC may still bring.
create table again (
  n integer primary key not null,
  edit text not null unique,
  author text not null,
  author_name text not null,
  workfile_id text not null,
  kind text not null,
  id text not null,
  group_name text not null,
  value text not null,
  base text,
  batch_n integer references batch (n),
  held integer not null check (held in (0, 1))
) strict;
create index again_by_author on again (author, held, n) where batch_n is null;
create index again_sealed on again (batch_n) where batch_n is not null;
create index again_held on again (workfile_id) where held = 1;

-- Whose edits a batch holds, and whether they went over to `again`.
alter table batch add column author text not null default '';
alter table batch add column author_name text not null default '';
alter table batch add column moved integer not null default 0 check (moved in (0, 1));

-- Places in the cloud's order that this PC can go back to.
create table mark (
  seq integer primary key not null,
  mark text not null
) strict;
