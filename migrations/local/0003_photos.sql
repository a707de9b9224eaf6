-- Photos: what is said of each, and where its files are. The files lie beside the database, named by their content.
create table photo (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  content_sha256 text not null,
  content_bytes integer not null,
  content_width integer not null,
  content_height integer not null,
  content_type text not null,
  taken_camera text not null,
  taken_at integer not null,
  taken_by text not null,
  caption_text text not null,
  place_position text not null
) strict;
create index photo_by_workfile on photo (parent_workfile_id);
create index photo_by_content on photo (content_sha256);

-- The two files of each content: whether it lies here, and whether the cloud is known to have it.
create table photo_file (
  sha256 text not null,
  part text not null check (part in ('thumb', 'full')),
  here integer not null check (here in (0, 1)),
  sent integer not null check (sent in (0, 1)),
  damaged integer not null default 0 check (damaged in (0, 1)),
  primary key (sha256, part)
) strict, without rowid;
create index photo_file_to_send on photo_file (part) where here = 1 and sent = 0 and damaged = 0;
create index photo_file_to_fetch on photo_file (part) where here = 0;

-- A photo brings the rows of its files along, whoever wrote it.
create trigger photo_brings_files after insert on photo when new.content_sha256 <> '' begin
  insert or ignore into photo_file (sha256, part, here, sent) values (new.content_sha256, 'thumb', 0, 0);
  insert or ignore into photo_file (sha256, part, here, sent) values (new.content_sha256, 'full', 0, 0); end;
