-- What stands before the digits of the shop's RO numbers, null while nothing does.
alter table profile add column numbering text;
