-- Money received, and what was voided of it: written once, and never altered in place.
create table receipt (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  number_number text not null,
  number_serial integer not null,
  money_amount_cents integer not null,
  money_date text not null,
  money_from text not null,
  money_insurer text not null,
  money_type text not null,
  money_type_name text not null,
  money_reference text not null,
  money_memo text not null,
  taken_at integer not null,
  taken_by text not null,
  chain_form integer not null,
  chain_on text not null,
  chain_hash text not null,
  adjustment text
) strict;
create index receipt_by_workfile on receipt (parent_workfile_id);

create table receipt_void (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  parent_receipt_id text not null,
  said_reason text not null,
  said_at integer not null,
  said_by text not null,
  chain_form integer not null,
  chain_on text not null,
  chain_hash text not null
) strict;
create index receipt_void_by_workfile on receipt_void (parent_workfile_id);

create trigger receipt_stays before update of number_number, number_serial, money_amount_cents, money_date, money_from,
  money_insurer, money_type, money_type_name, money_reference, money_memo, taken_at, taken_by, chain_on, chain_hash,
  adjustment on receipt begin
  select raise(abort, 'a receipt is never altered'); end;
create trigger receipt_void_stays before update of parent_receipt_id, said_reason, said_at, said_by, chain_on, chain_hash
  on receipt_void begin select raise(abort, 'a void is never altered'); end;

-- What the list and the search know of a workfile's receipts.
alter table workfile_head add column received_cents integer not null default 0;
alter table workfile_head add column receipts text not null default '';
