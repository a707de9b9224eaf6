-- Further ways to reach a contact, how a customer came, and what else is known of a claim; null while nothing is said.
alter table contact add column fax text;
alter table contact add column other_phone text;
alter table contact add column relation text;
alter table contact add column same text;
alter table workfile add column referral text;
alter table insurance add column adjuster text;
alter table insurance add column agent text;
alter table insurance add column loss text;
alter table insurance add column coverage text;
alter table insurance add column collection text;
alter table insurance add column betterment_note text;
alter table insurance add column assignment text;
