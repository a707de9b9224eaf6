-- Which customer an owner is, and which customer another one turned out to be.
alter table contact add column customer text;
create index contact_by_customer on contact (json_extract(customer, '$.customerId')) where customer is not null;
alter table customer add column merged text;
