-- Notes: written once each; a version or an answer is a note that names the one before it.
create table note (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  content_kind text not null,
  content_text text not null,
  written_at integer not null,
  written_by text not null,
  written_pc text not null,
  follows_version_of text not null,
  follows_answer_to text not null,
  pin_pinned integer not null check (pin_pinned in (0, 1)),
  links text
) strict;
create index note_by_workfile on note (parent_workfile_id);
