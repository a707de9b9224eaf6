-- Documents: what is said of each. Their files lie and travel as photos' files do, without a thumbnail.
create table document (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  content_sha256 text not null,
  content_bytes integer not null,
  content_pages integer not null,
  added_at integer not null,
  added_by text not null,
  title_text text not null
) strict;
create index document_by_workfile on document (parent_workfile_id);
create index document_by_content on document (content_sha256);
create index document_by_added on document (added_at);

-- A document brings the row of its file along, whoever wrote it.
create trigger document_brings_file after insert on document when new.content_sha256 <> '' begin
  insert or ignore into photo_file (sha256, part, here, sent) values (new.content_sha256, 'full', 0, 0); end;
