-- Which edits stand in which conflict. The values are a synced record of kind `conflict`; this finds it again by the
-- edits in it, and by the edit that the first of them was made on: `base`.
drop table conflict;
create table conflict (
  shop_id uuid not null,
  id uuid not null,
  kind text not null,
  record_id uuid not null,
  group_name text not null,
  device_id text not null,
  person_id text not null,
  base text,
  edits text[] not null check (cardinality(edits) >= 1),
  value jsonb not null,
  open boolean not null,
  primary key (shop_id, id)
);
create index conflict_record_idx on conflict (shop_id, kind, record_id);

grant select, insert, update on conflict to app_user;
alter table conflict enable row level security;
alter table conflict force row level security;
create policy tenant on conflict
  using (shop_id = nullif(current_setting('app.shop', true), '')::uuid)
  with check (shop_id = nullif(current_setting('app.shop', true), '')::uuid);
