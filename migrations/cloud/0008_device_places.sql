-- Which of a shop's PCs a PC is: its letter, which stands in the numbers of the receipts it writes, follows from it.
alter table device add column place integer check (place >= 1);
create unique index device_by_place on device (shop_id, place);
