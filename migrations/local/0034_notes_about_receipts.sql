-- The receipts that a note is about: a group that most notes leave empty, as JSON text.
alter table note add column receipts text;
