-- The epoch that a shop began with: a shop of another one was restored. Empty where nobody knows it any more.
alter table shop add column first_epoch text not null default '';
update shop set first_epoch = epoch;
