-- The customers of the shop: one more library.
create table customer (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  name_first text not null,
  name_last text not null,
  name_company text not null,
  cell_number text not null,
  home_number text not null,
  business_number text not null,
  email_address text not null,
  address_street text not null,
  address_street2 text not null,
  address_city text not null,
  address_state text not null,
  address_postal_code text not null,
  preference text not null,
  authorization_is_required integer not null check (authorization_is_required in (0, 1)),
  standing_is_active integer not null check (standing_is_active in (0, 1)),
  fax text,
  other_phone text,
  notes text
) strict;
create index customer_by_workfile on customer (parent_workfile_id);
