-- What a dealer's system calls a workfile, its customer and its vehicle, null while nobody knows; what became of the
-- export of a receipt, null while nobody asked for it; what was told the dealer, written once; and the connection to it.
alter table workfile add column dms_repair_id text;
alter table workfile add column dms_customer_id text;
alter table workfile add column dms_vehicle_id text;
alter table receipt add column dms text;
create table dms_event (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  what_what text not null,
  what_was text not null,
  what_is text not null,
  what_amount_cents integer,
  what_status text not null,
  what_reference text not null,
  what_note text not null,
  what_receipt_id text not null,
  what_by text not null,
  what_at integer not null
) strict;
create index dms_event_by_workfile on dms_event (parent_workfile_id);
create table dms_connection (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  about_on integer not null check (about_on in (0, 1)),
  about_partner text not null,
  about_name text not null,
  about_store_ids text not null,
  takes_customer_search integer not null check (takes_customer_search in (0, 1)),
  takes_new_customers integer not null check (takes_new_customers in (0, 1)),
  takes_vehicle_search integer not null check (takes_vehicle_search in (0, 1)),
  takes_new_vehicles integer not null check (takes_new_vehicles in (0, 1)),
  takes_reservations integer not null check (takes_reservations in (0, 1)),
  takes_repair_orders integer not null check (takes_repair_orders in (0, 1)),
  takes_payments integer not null check (takes_payments in (0, 1)),
  types text
) strict;
create index dms_connection_by_workfile on dms_connection (parent_workfile_id);
create trigger dms_event_stays before update of what_what, what_was, what_is, what_amount_cents, what_status,
  what_reference, what_note, what_receipt_id, what_by, what_at on dms_event begin
  select raise(abort, 'what was told the dealer is never altered'); end;
