-- Where an edit stands in the shop's order; the edit that it was rewritten into before it was sent; and what the cloud
-- made of one that it did not take.
alter table history add column seq integer;
alter table history add column became text;
alter table history add column fate text not null default '';
-- What the cloud told before came without its numbers: it is asked once more.
delete from history_reach;
