-- Who works in the shop, and the insurance companies that it works with: two more libraries.
create table employee (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  about_name text not null,
  about_roles text not null,
  email_address text not null,
  phone_number text not null,
  estimator_is_estimator integer not null check (estimator_is_estimator in (0, 1)),
  license_number text not null,
  standing_is_active integer not null check (standing_is_active in (0, 1))
) strict;
create index employee_by_workfile on employee (parent_workfile_id);

create table insurer (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  about_name text not null,
  update_plus_is_on integer not null check (update_plus_is_on in (0, 1)),
  customer_updates_is_on integer not null check (customer_updates_is_on in (0, 1)),
  standing_is_active integer not null check (standing_is_active in (0, 1)),
  phones text,
  address text,
  offices text
) strict;
create index insurer_by_workfile on insurer (parent_workfile_id);
