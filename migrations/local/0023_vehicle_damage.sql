-- Where a vehicle was hit, what it is equipped with, and its damage in words; null while nothing is said.
alter table vehicle add column impact text;
alter table vehicle add column options text;
alter table vehicle add column damage text;
