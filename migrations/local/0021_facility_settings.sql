-- What a repair facility's profile says of UpdatePlus and of the words on its prints; null while nothing is said.
alter table profile add column day_phone text;
alter table profile add column update_plus text;
alter table profile add column update_plus_insurers text;
alter table profile add column update_plus_payers text;
alter table profile add column estimate_text text;
alter table profile add column receipt_text text;
alter table profile add column authorization_text text;
