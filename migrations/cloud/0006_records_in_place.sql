-- A record's values change often, and none of its indexes is about one that does: with room in its page, and the RO number
-- beside the values instead of inside, a change is written in place and no index hears of it.
do $$
begin
  for part in 0..7 loop
    execute format('alter table record_%s set (fillfactor = 80)', part);
  end loop;
end $$;

drop index record_ro_idx;
alter table record add column ro text
  generated always as (case when kind = 'workfile' then value #>> '{number,ro}' end) stored;
create index record_ro_idx on record (shop_id, ro) where ro <> '';
