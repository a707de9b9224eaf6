-- What a shop says of its books where they take a journal as a file; `epoch` is the shop's when a person last knew its files.
create table journal_setting (
  shop_id uuid not null references shop (id),
  settings jsonb not null,
  epoch text not null,
  person_id text not null,
  updated_at timestamptz not null default current_timestamp,
  primary key (shop_id)
);

-- A journal file: numbered upwards, made once for one asking, and never changed.
create table journal_file (
  shop_id uuid not null references shop (id),
  n integer not null check (n >= 1),
  ask_id uuid not null,
  through text not null,
  first_day text not null,
  last_day text not null,
  entries integer not null check (entries >= 1),
  total_cents bigint not null,
  content text not null,
  device_id text not null,
  person_id text not null,
  made_by text not null,
  made_at timestamptz not null default current_timestamp,
  primary key (shop_id, n)
);
create unique index journal_file_ask_idx on journal_file (shop_id, ask_id);

-- Which file a receipt, or the void of one, stands in: in one, for good, under a reference that no other has.
create table journal_entry (
  shop_id uuid not null references shop (id),
  receipt_id uuid not null,
  about text not null check (about in ('receipt', 'void')),
  n integer not null,
  reference text not null,
  primary key (shop_id, receipt_id, about),
  foreign key (shop_id, n) references journal_file (shop_id, n)
);
create unique index journal_entry_reference_idx on journal_entry (shop_id, reference);

grant select, insert, update on journal_setting to app_user;
grant select, insert on journal_file, journal_entry to app_user;

do $$ declare tenanted text; begin
  foreach tenanted in array array['journal_setting', 'journal_file', 'journal_entry'] loop
    execute format('alter table %I enable row level security', tenanted);
    execute format('alter table %I force row level security', tenanted);
    execute format(
      'create policy tenant on %I
         using (shop_id = nullif(current_setting(''app.shop'', true), '''')::uuid)
         with check (shop_id = nullif(current_setting(''app.shop'', true), '''')::uuid)', tenanted);
  end loop;
end $$;
