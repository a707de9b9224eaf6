-- Finds the workfile that has a number, so that none is given twice.
create index record_ro_idx on record (shop_id, (value #>> '{number,ro}'))
  where kind = 'workfile' and value #>> '{number,ro}' <> '';
