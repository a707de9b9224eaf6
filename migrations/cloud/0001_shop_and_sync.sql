-- Shops, their people and PCs, the synced records and the one order of each shop's edits.

-- The server works as this role: it owns nothing and no policy lets it past its tenant.
do $$ begin
  create role app_user nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'app_user', 'member') then
    execute format('grant app_user to %I', current_user);
  end if;
end $$;
grant usage on schema public to app_user;

-- Global: people, their sessions and credentials (the authentication library's tables).
create table person (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

create table session (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  person_id text not null references person (id) on delete cascade,
  device_id text
);
create index session_person_id_idx on session (person_id);

create table credential (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  person_id text not null references person (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index credential_person_id_idx on credential (person_id);

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index verification_identifier_idx on verification (identifier);

-- Failed sign-ins by digest of address and place, so that every server process counts together.
create table sign_in_attempt (
  key text primary key,
  failures integer not null,
  since timestamptz not null
);

-- A shop, and the last number of its order. The mark stands for every edit up to there. The epoch changes when the
-- database is restored. Up to `bundled_seq` every edit is in the bundles.
create table shop (
  id uuid primary key,
  name text not null,
  time_zone text not null,
  last_seq bigint not null default 0 check (last_seq >= 0),
  last_mark text not null default '',
  bundled_seq bigint not null default 0 check (bundled_seq >= 0),
  epoch text not null,
  created_at timestamptz not null default current_timestamp
);

create table membership (
  shop_id uuid not null references shop (id),
  person_id text not null references person (id),
  role text not null check (role in ('technician', 'office', 'estimator', 'manager', 'administrator')),
  created_at timestamptz not null default current_timestamp,
  primary key (shop_id, person_id)
);
create index membership_person_id_idx on membership (person_id);

create table device (
  shop_id uuid not null references shop (id),
  id text not null,
  incarnation uuid not null,
  name text not null,
  person_id text not null references person (id),
  registered_at timestamptz not null default current_timestamp,
  revoked_at timestamptz,
  primary key (shop_id, id)
);

-- An answered batch: a repeated one gets the same answer, another one under its number is a fork.
create table batch (
  shop_id uuid not null,
  device_id text not null,
  incarnation uuid not null,
  n bigint not null check (n >= 1),
  hash text not null,
  verdicts jsonb not null,
  person_id text not null,
  received_at timestamptz not null default current_timestamp,
  primary key (shop_id, device_id, incarnation, n)
);

-- The present state: one value a group. `edit` made the record; `edits` names the later edit of each changed group.
-- A record that belongs to no workfile names itself as one.
create table record (
  shop_id uuid not null,
  kind text not null,
  id uuid not null,
  workfile_id uuid not null,
  value jsonb not null,
  edit text not null,
  edits jsonb not null default '{}',
  seq bigint not null,
  deleted boolean not null default false,
  primary key (shop_id, kind, id)
) partition by hash (shop_id);
create index record_workfile_idx on record (shop_id, workfile_id, kind);

-- Every applied edit, in the shop's one gap-free order. Never changed. Equal marks mean equal pasts.
create table log (
  shop_id uuid not null,
  seq bigint not null,
  mark text not null,
  edit text not null,
  kind text not null,
  record_id uuid not null,
  group_name text not null,
  value jsonb not null,
  base text,
  device_id text not null,
  person_id text not null,
  at timestamptz not null default current_timestamp,
  primary key (shop_id, seq),
  unique (shop_id, edit)
) partition by hash (shop_id);

do $$ begin
  for part in 0..7 loop
    execute format('create table record_%s partition of record for values with (modulus 8, remainder %s)', part, part);
    execute format('create table log_%s partition of log for values with (modulus 8, remainder %s)', part, part);
  end loop;
end $$;

-- The later of two concurrent values, kept until a person chooses.
create table conflict (
  shop_id uuid not null,
  id uuid not null,
  kind text not null,
  record_id uuid not null,
  group_name text not null,
  device_id text not null,
  person_id text not null,
  edit text not null,
  base text,
  value jsonb not null,
  standing_edit text not null,
  standing_value jsonb not null,
  at timestamptz not null default current_timestamp,
  resolved_at timestamptz,
  primary key (shop_id, id)
);
create index conflict_open_idx on conflict (shop_id) where resolved_at is null;

-- An edit that was not taken, and why. Never dropped without a person.
create table refusal (
  shop_id uuid not null,
  edit text not null,
  kind text not null,
  record_id uuid not null,
  group_name text not null,
  value jsonb not null,
  base text,
  code text not null,
  device_id text not null,
  person_id text not null,
  at timestamptz not null default current_timestamp,
  primary key (shop_id, edit)
);

-- A command: what was asked and what came of it, for ever. The same id with another hash is another command.
create table command (
  shop_id uuid not null,
  id uuid not null,
  name text not null,
  hash text not null,
  params jsonb not null,
  edits jsonb not null,
  state text not null check (state in ('pending', 'uncertain', 'done', 'refused')),
  result jsonb,
  seq bigint,
  device_id text not null,
  person_id text not null,
  received_at timestamptz not null default current_timestamp,
  settled_at timestamptz,
  primary key (shop_id, id),
  check ((state in ('done', 'refused')) = (result is not null and settled_at is not null)),
  check ((state = 'done') = (seq is not null))
);
create index command_open_idx on command (shop_id, received_at) where settled_at is null;

-- Numbers leased to a PC. The epoch tells whether blocks after this one may have been lost by a restore.
create table number_block (
  shop_id uuid not null,
  series text not null,
  first bigint not null check (first >= 1),
  last bigint not null,
  device_id text not null,
  command_id uuid not null,
  epoch text not null,
  leased_at timestamptz not null default current_timestamp,
  primary key (shop_id, series, first),
  check (first <= last)
);

-- A workfile as a PC fetches it at its first sync: a header for the list, and its records packed.
create table bundle (
  shop_id uuid not null,
  workfile_id uuid not null,
  seq bigint not null check (seq >= 1),
  header jsonb not null,
  hash text not null,
  dictionary integer not null check (dictionary >= 0),
  bytes bytea not null,
  primary key (shop_id, workfile_id)
);
create index bundle_seq_idx on bundle (shop_id, seq);

grant select, insert, update, delete on person, session, credential, verification, sign_in_attempt, membership to app_user;
grant select, insert, update on shop, device, record, conflict, refusal, command, bundle to app_user;
grant select, insert on batch, log, number_block to app_user;

-- The tenant's wall on every table with a shop_id, partitions included; without a tenant there are no rows.
alter table shop enable row level security;
alter table shop force row level security;
create policy tenant on shop
  using (id = nullif(current_setting('app.shop', true), '')::uuid)
  with check (id = nullif(current_setting('app.shop', true), '')::uuid);

do $$ declare tenanted text; begin
  for tenanted in
    select c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'shop_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('alter table %I enable row level security', tenanted);
    execute format('alter table %I force row level security', tenanted);
    execute format(
      'create policy tenant on %I
         using (shop_id = nullif(current_setting(''app.shop'', true), '''')::uuid)
         with check (shop_id = nullif(current_setting(''app.shop'', true), '''')::uuid)', tenanted);
  end loop;
end $$;

-- Who signed in may learn of which shops they are a member.
create policy own on membership for select
  using (person_id = nullif(current_setting('app.person', true), ''));
