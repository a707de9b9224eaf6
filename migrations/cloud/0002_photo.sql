-- The files of photos that the shop's PCs sent: a row is written once its file is whole, checked and in its place.
create table photo (
  shop_id uuid not null references shop (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  part text not null check (part in ('thumb', 'full')),
  bytes integer not null check (bytes > 0),
  type text not null check (type in ('jpeg', 'png', 'webp')),
  person_id text not null,
  device_id text not null,
  stored_at timestamptz not null default current_timestamp,
  primary key (shop_id, sha256, part)
);

grant select, insert on photo to app_user;
alter table photo enable row level security;
alter table photo force row level security;
create policy tenant on photo
  using (shop_id = nullif(current_setting('app.shop', true), '')::uuid)
  with check (shop_id = nullif(current_setting('app.shop', true), '')::uuid);
