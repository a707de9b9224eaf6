-- user_version 41

CREATE TABLE again (
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
, brought integer not null default 0 check (brought in (0, 1)), schema integer not null default 1, before_value text) strict;

CREATE TABLE appointment (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  about_kind text not null,
  about_date text not null,
  about_time text not null,
  about_note text not null
) strict;

CREATE TABLE batch (
  n integer primary key not null,
  body text not null,
  hash text not null,
  sealed_at integer not null,
  answered_at integer
, author text not null default '', author_name text not null default '', moved integer not null default 0 check (moved in (0, 1))) strict;

CREATE TABLE bundle (
  workfile_id text primary key not null,
  seq integer not null,
  hash text not null,
  dictionary integer not null,
  bytes blob
) strict;

CREATE TABLE bundle_change (
  n integer primary key not null,
  workfile_id text not null,
  change text not null
) strict;

CREATE TABLE canned (
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

CREATE TABLE command (
  id text primary key not null,
  n integer not null unique,
  name text not null,
  author text not null,
  author_name text not null,
  workfile_id text,
  incarnation text not null,
  params text not null,
  edits text not null,
  state text not null check (state in ('waiting', 'sent', 'taken', 'done', 'refused', 'cancelled')),
  cancel_id text,
  result text,
  seq integer,
  made_at integer not null,
  settled_at integer
) strict;

CREATE TABLE conflict (
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

CREATE TABLE contact (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  parent_role text not null,
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
  preference text not null
, fax text, other_phone text, relation text, same text, customer text) strict;

CREATE TABLE customer (
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
, merged text) strict;

CREATE TABLE dms_connection (
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
, updates text) strict;

CREATE TABLE dms_event (
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

CREATE TABLE document (
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

CREATE TABLE draft (
  workfile_id text not null,
  author text not null,
  place text not null,
  text text not null,
  kept_at integer not null,
  primary key (workfile_id, author, place)
) strict, without rowid;

CREATE TABLE employee (
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

CREATE TABLE estimate (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  version_label text not null,
  lock_at integer not null,
  lock_by text not null,
  charges_towing_cents integer not null,
  charges_storage_cents integer not null,
  charges_other_cents integer not null
, adjustments text, finish text, imported text) strict;

CREATE TABLE event (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  what_kind text not null,
  what_at integer not null,
  what_by text not null,
  promise text,
  reopened text
) strict;

CREATE TABLE heard (
  n integer primary key not null,
  seq integer not null,
  changes text not null,
  heard_at integer not null
) strict;

CREATE TABLE history (
  n integer primary key not null,
  edit text not null unique,
  workfile_id text not null,
  kind text not null,
  id text not null,
  group_name text not null,
  value text not null,
  before text,
  person text not null,
  pc text not null,
  made_at integer not null,
  kept_at integer not null
, seq integer, became text, fate text not null default '') strict;

CREATE TABLE history_reach (
  workfile_id text primary key not null,
  seq integer not null
) strict, without rowid;

CREATE TABLE insurance (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  payer text not null,
  company_name text not null,
  company_claim_office text not null,
  claim_number text not null,
  claim_policy text not null,
  claim_loss_date text not null,
  deductible_amount_cents integer not null
, deductible_rule text, adjuster text, agent text, loss text, coverage text, collection text, betterment_note text, assignment text) strict;

CREATE TABLE insurer (
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

CREATE TABLE kept (
  edit text primary key not null,
  workfile_id text not null,
  kind text not null,
  id text not null,
  group_name text not null,
  reason text not null,
  mine text not null,
  theirs text,
  kept_at integer not null
) strict, without rowid;

CREATE TABLE line (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  parent_estimate_id text not null,
  place_position text not null,
  work_operation text not null,
  text_description text not null,
  note_text text not null,
  part_type text not null,
  part_number text not null,
  part_quantity integer not null,
  part_price_cents integer not null,
  part_included integer not null check (part_included in (0, 1)),
  part_taxed integer not null check (part_taxed in (0, 1)),
  labor_type text not null,
  labor_tenths integer not null,
  labor_included integer not null check (labor_included in (0, 1)),
  refinish_tenths integer not null,
  refinish_included integer not null check (refinish_included in (0, 1)),
  misc_amount_cents integer not null,
  misc_taxed integer not null check (misc_taxed in (0, 1)),
  marks_manual integer not null check (marks_manual in (0, 1)),
  marks_changed integer not null check (marks_changed in (0, 1))
, adjust text, betterment text, share text, panel text, automatic text, state text, vendor text, book text) strict;

CREATE TABLE mark (
  seq integer primary key not null,
  mark text not null
) strict;

CREATE TABLE mending (
  n integer primary key not null,
  workfile_id text not null,
  replaced text not null,
  mended_at integer not null
) strict;

CREATE TABLE meta (
  name text primary key not null,
  value text not null
) strict, without rowid;

CREATE TABLE note (
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
, receipts text) strict;

CREATE TABLE number_lease (
  first integer primary key not null,
  next integer not null,
  last integer not null,
  incarnation text not null,
  check (next between first and last)
) strict;

CREATE TABLE outbox (
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
  made_at integer not null,
  batch_n integer references batch (n),
  theirs_value text,
  theirs_edit text
, schema integer not null default 1, before_value text) strict;

CREATE TABLE part_code (
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

CREATE TABLE photo (
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
, view text, tags text) strict;

CREATE TABLE photo_file (
  sha256 text not null,
  part text not null check (part in ('thumb', 'full')),
  here integer not null check (here in (0, 1)),
  sent integer not null check (sent in (0, 1)),
  damaged integer not null default 0 check (damaged in (0, 1)),
  primary key (sha256, part)
) strict, without rowid;

CREATE TABLE profile (
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
, address text, phones text, registration text, day_phone text, update_plus text, update_plus_insurers text, update_plus_payers text, estimate_text text, receipt_text text, authorization_text text, receipt_types text, numbering text) strict;

CREATE TABLE quarantine (
  seq integer not null,
  edit text not null,
  kind text not null,
  id text not null,
  group_name text not null,
  value text not null,
  reason text not null,
  made_at integer not null,
  kept_at integer not null,
  primary key (edit, reason)
) strict, without rowid;

CREATE TABLE rates (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
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
  discount_rate integer not null
, labor_adjust text, part_markup text, part_discount text, paint text, body_supplies text, extra_supplies text, sublet text, taxes text, discount_sum text, charge_discount text, reckoning text, refinish text, source text, reasons text) strict;

CREATE TABLE receipt (
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
, dms text) strict;

CREATE TABLE receipt_void (
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

CREATE VIRTUAL TABLE search_inside using fts5(
  text, content='', contentless_delete=1, detail=none, tokenize='trigram remove_diacritics 1'
);

CREATE VIRTUAL TABLE search_prefix using fts5(
  text, content='', contentless_delete=1, prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE setting (
  name text primary key not null,
  value text not null
) strict, without rowid;

CREATE TABLE stale_head (
  workfile_id text primary key not null,
  changed_at integer not null
) strict, without rowid;

CREATE TABLE task (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  about_text text not null,
  about_due text not null,
  about_who text not null,
  done integer not null check (done in (0, 1)),
  done_at integer not null,
  done_by text not null
) strict;

CREATE TABLE to_compare (
  workfile_id text primary key not null,
  differs integer not null check (differs in (0, 1))
, brought integer not null default 0 check (brought in (0, 1, 2))) strict, without rowid;

CREATE TABLE undo_step (
  n integer primary key not null,
  workfile_id text not null,
  changes text not null,
  undone integer not null check (undone in (0, 1))
) strict;

CREATE TABLE unknown_record (
  kind text not null,
  id text not null,
  group_name text not null,
  value text not null,
  edit text not null,
  primary key (kind, id, group_name)
) strict, without rowid;

CREATE TABLE vehicle (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  identity_vin text not null,
  identity_year integer not null,
  identity_make text not null,
  identity_model text not null,
  identity_trim text not null,
  identity_body text not null,
  identity_engine text not null,
  identity_source text not null,
  plate_number text not null,
  plate_state text not null,
  mileage_in_miles integer not null,
  mileage_out_miles integer not null,
  paint_color text not null,
  paint_code text not null,
  production_month text not null,
  condition_text text not null,
  condition_prior_damage text not null
, impact text, options text, damage text) strict;

CREATE TABLE version (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  parent_workfile_id text not null,
  parent_estimate_id text not null,
  of_label text not null,
  of_locked_at integer not null,
  of_by text not null,
  of_estimator text not null,
  of_grand_total_cents integer not null,
  of_net_cents integer not null,
  lines text,
  facts text,
  totals text
) strict;

CREATE TABLE workfile (
  id text primary key not null,
  deleted integer not null check (deleted in (0, 1)),
  edit text not null,
  edits text,
  extra text,
  hash text not null,
  opened_at integer not null,
  opened_by text not null,
  stage text not null,
  number_ro text not null,
  tracking_estimator text not null,
  saved_revision integer not null,
  saved_at integer not null,
  saved_by text not null
, moved text, referral text, vehicle_in text, repairs_started text, repairs_completed text, vehicle_out text, status_update text, bin text, total_loss text, dms_repair_id text, dms_customer_id text, dms_vehicle_id text) strict;

CREATE TABLE workfile_head (
  row integer primary key not null,
  id text not null unique,
  label text not null collate nocase,
  stage text not null,
  owner text not null collate nocase,
  vehicle text not null collate nocase,
  vin text not null,
  plate text not null,
  insurer text not null collate nocase,
  claim text not null,
  estimator text not null,
  phones text not null,
  total_cents integer not null,
  changed_at integer not null,
  unsaved_since integer not null
, received_cents integer not null default 0, receipts text not null default '', vehicle_in text not null default '', vehicle_out text not null default '', delivered integer not null default 0 check (delivered in (0, 1)), binned_at integer not null default 0, total_loss integer not null default 0 check (total_loss in (0, 1)), customer text not null default '', names text not null default '', arrived integer not null default 0 check (arrived in (0, 1)), task_due text not null default '', appointments text not null default '', dms text not null default '') strict;

CREATE INDEX again_by_author on again (author, held, n) where batch_n is null;

CREATE INDEX again_held on again (workfile_id) where held = 1;

CREATE INDEX again_sealed on again (batch_n) where batch_n is not null;

CREATE INDEX appointment_by_workfile on appointment (parent_workfile_id);

CREATE INDEX batch_unanswered on batch (n) where answered_at is null;

CREATE INDEX bundle_unpacked on bundle (seq) where bytes is null;

CREATE INDEX bundle_change_by_workfile on bundle_change (workfile_id, n);

CREATE INDEX canned_by_workfile on canned (parent_workfile_id);

CREATE INDEX command_open on command (workfile_id, n) where state in ('waiting', 'sent', 'taken');

CREATE INDEX command_settled on command (settled_at) where settled_at is not null;

CREATE INDEX conflict_by_workfile on conflict (parent_workfile_id);

CREATE INDEX conflict_open on conflict (choice_made) where choice_made = 'open';

CREATE INDEX contact_by_workfile on contact (parent_workfile_id);

CREATE INDEX customer_by_workfile on customer (parent_workfile_id);

CREATE INDEX dms_connection_by_workfile on dms_connection (parent_workfile_id);

CREATE INDEX dms_event_by_workfile on dms_event (parent_workfile_id);

CREATE TRIGGER dms_event_stays before update of what_what, what_was, what_is, what_amount_cents, what_status,
  what_reference, what_note, what_receipt_id, what_by, what_at on dms_event begin
  select raise(abort, 'what was told the dealer is never altered'); end;

CREATE TRIGGER document_brings_file after insert on document when new.content_sha256 <> '' begin
  insert or ignore into photo_file (sha256, part, here, sent) values (new.content_sha256, 'full', 0, 0); end;

CREATE INDEX document_by_added on document (added_at);

CREATE INDEX document_by_content on document (content_sha256);

CREATE INDEX document_by_workfile on document (parent_workfile_id);

CREATE INDEX employee_by_workfile on employee (parent_workfile_id);

CREATE INDEX estimate_by_workfile on estimate (parent_workfile_id);

CREATE INDEX event_by_workfile on event (parent_workfile_id);

CREATE INDEX history_by_workfile on history (workfile_id);

CREATE INDEX insurance_by_workfile on insurance (parent_workfile_id);

CREATE INDEX insurer_by_workfile on insurer (parent_workfile_id);

CREATE INDEX line_by_part on line (part_number collate nocase) where part_number <> '' and deleted = 0;

CREATE INDEX line_by_workfile on line (parent_workfile_id);

CREATE INDEX note_by_workfile on note (parent_workfile_id);

CREATE INDEX outbox_by_author on outbox (author, author_name, batch_n);

CREATE INDEX outbox_by_record on outbox (kind, id, group_name, n);

CREATE INDEX outbox_by_workfile on outbox (workfile_id);

CREATE INDEX outbox_sealed on outbox (batch_n) where batch_n is not null;

CREATE INDEX part_code_by_workfile on part_code (parent_workfile_id);

CREATE TRIGGER photo_brings_files after insert on photo when new.content_sha256 <> '' begin
  insert or ignore into photo_file (sha256, part, here, sent) values (new.content_sha256, 'thumb', 0, 0);
  insert or ignore into photo_file (sha256, part, here, sent) values (new.content_sha256, 'full', 0, 0); end;

CREATE INDEX photo_by_content on photo (content_sha256);

CREATE INDEX photo_by_workfile on photo (parent_workfile_id);

CREATE INDEX photo_file_to_fetch on photo_file (part) where here = 0;

CREATE INDEX photo_file_to_send on photo_file (part) where here = 1 and sent = 0 and damaged = 0;

CREATE INDEX profile_by_workfile on profile (parent_workfile_id);

CREATE INDEX quarantine_by_record on quarantine (reason, kind, id, seq);

CREATE INDEX rates_by_workfile on rates (parent_workfile_id);

CREATE INDEX receipt_by_workfile on receipt (parent_workfile_id);

CREATE TRIGGER receipt_stays before update of number_number, number_serial, money_amount_cents, money_date, money_from,
  money_insurer, money_type, money_type_name, money_reference, money_memo, taken_at, taken_by, chain_on, chain_hash,
  adjustment on receipt begin
  select raise(abort, 'a receipt is never altered'); end;

CREATE INDEX receipt_void_by_workfile on receipt_void (parent_workfile_id);

CREATE TRIGGER receipt_void_stays before update of parent_receipt_id, said_reason, said_at, said_by, chain_on, chain_hash
  on receipt_void begin select raise(abort, 'a void is never altered'); end;

CREATE INDEX task_by_workfile on task (parent_workfile_id);

CREATE INDEX undo_step_by_workfile on undo_step (workfile_id, undone, n);

CREATE INDEX unknown_record_by_workfile
  on unknown_record (coalesce(case when json_valid(value) then json_extract(value, '$.parent.workfileId') end, id))
  where group_name = '*';

CREATE INDEX vehicle_by_workfile on vehicle (parent_workfile_id);

CREATE INDEX version_by_workfile on version (parent_workfile_id);

CREATE INDEX head_appointments on workfile_head (appointments, row) where appointments > '';

CREATE INDEX head_by_changed on workfile_head (changed_at, row) where binned_at = 0;

CREATE INDEX head_by_customer on workfile_head (customer, changed_at, row) where customer <> '';

CREATE INDEX head_by_estimator on workfile_head (estimator, row) where binned_at = 0;

CREATE INDEX head_by_insurer on workfile_head (insurer, row) where binned_at = 0;

CREATE INDEX head_by_label on workfile_head (label, row) where binned_at = 0;

CREATE INDEX head_by_owner on workfile_head (owner, row) where binned_at = 0;

CREATE INDEX head_by_stage on workfile_head (stage, changed_at, row) where binned_at = 0;

CREATE INDEX head_by_total on workfile_head (total_cents, row) where binned_at = 0;

CREATE INDEX head_by_vehicle on workfile_head (vehicle, row) where binned_at = 0;

CREATE INDEX head_coming on workfile_head (vehicle_in, row) where arrived = 0 and vehicle_in <> '';

CREATE INDEX head_dms_failed on workfile_head (instr(dms, 'failed'), row) where instr(dms, 'failed') > 0;

CREATE INDEX head_in_bin on workfile_head (binned_at, row) where binned_at > 0;

CREATE INDEX head_task_due on workfile_head (task_due, row) where task_due <> '';

CREATE INDEX head_unsaved on workfile_head (row) where unsaved_since > 0;
