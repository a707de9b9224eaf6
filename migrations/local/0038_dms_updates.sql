-- What of its own records the dealer's system lets us correct, null while that is nothing.
alter table dms_connection add column updates text;
