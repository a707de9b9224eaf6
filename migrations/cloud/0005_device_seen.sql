-- When a PC last asked for something, to within a minute.
alter table device add column seen_at timestamptz not null default current_timestamp;
