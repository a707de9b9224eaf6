-- What belongs to the shop and to no workfile: profiles, canned operations and templates, part codes. Each library is
-- owned by an id of its own, as the records of a workfile are by the workfile's.
create table profile (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  about_name text not null,
  about_kind text not null,
  about_company text not null,
  about_claim_office text not null,
  usual_is_default integer not null check (usual_is_default in (0, 1)),
  labor_body_cents integer not null,
  labor_refinish_cents integer not null,
  labor_mechanical_cents integer not null,
  labor_structural_cents integer not null,
  labor_frame_cents integer not null,
  labor_glass_cents integer not null,
  labor_diagnostic_cents integer not null,
  labor_electrical_cents integer not null,
  labor_user1_cents integer not null,
  labor_user2_cents integer not null,
  labor_user3_cents integer not null,
  labor_user4_cents integer not null,
  supplies_paint_per_hour_cents integer not null,
  supplies_paint_cap_cents integer,
  supplies_body_per_hour_cents integer not null,
  tax_rate integer not null,
  tax_parts integer not null check (tax_parts in (0, 1)),
  tax_labor integer not null check (tax_labor in (0, 1)),
  tax_supplies integer not null check (tax_supplies in (0, 1)),
  tax_misc integer not null check (tax_misc in (0, 1)),
  tax_charges integer not null check (tax_charges in (0, 1)),
  discount_rate integer not null,
  labor_adjust text,
  part_markup text,
  part_discount text,
  paint text,
  body_supplies text,
  extra_supplies text,
  sublet text,
  taxes text,
  discount_sum text,
  charge_discount text,
  reckoning text,
  refinish text
) strict;
create index profile_by_workfile on profile (parent_workfile_id);

create table canned (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  about_name text not null,
  about_kind text not null,
  about_keywords text not null,
  content text
) strict;
create index canned_by_workfile on canned (parent_workfile_id);

create table part_code (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  code text not null,
  text_description text not null,
  part_type text not null,
  part_number text not null,
  part_price_cents integer not null,
  part_taxed integer not null check (part_taxed in (0, 1)),
  labor_operation text not null,
  labor_type text not null,
  labor_tenths integer not null,
  labor_refinish_tenths integer not null
) strict;
create index part_code_by_workfile on part_code (parent_workfile_id);

-- The profile that a workfile's rates came from; null while they came from none.
alter table rates add column source text;
