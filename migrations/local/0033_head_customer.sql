-- The list knows which customer owns each workfile, also of those that are still packed: what is not unpacked yet says so
-- with its next change, or when it is opened. Nothing asks the contacts for it any more.
alter table workfile_head add column customer text not null default '';
create index head_by_customer on workfile_head (customer, changed_at, row) where customer <> '';
drop index contact_by_customer;
update workfile_head set customer = coalesce((
  select case when json_valid(contact.customer) then contact.customer ->> '$.customerId' end from contact
  where contact.parent_workfile_id = workfile_head.id and contact.parent_role = 'owner' and contact.deleted = 0
  order by contact.id limit 1), '');
