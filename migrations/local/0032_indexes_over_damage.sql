-- A value that damage made unreadable stands in no index by its words: the row can still be read round, copied and removed.
drop index if exists contact_by_customer;
create index contact_by_customer
  on contact (case when json_valid(customer) then json_extract(customer, '$.customerId') end) where customer is not null;
drop index if exists unknown_record_by_workfile;
create index unknown_record_by_workfile
  on unknown_record (coalesce(case when json_valid(value) then json_extract(value, '$.parent.workfileId') end, id))
  where group_name = '*';
