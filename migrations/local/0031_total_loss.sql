-- A vehicle that is not worth its repair: who decided that, when and why, null where nobody did. The list shows it.
alter table workfile add column total_loss text;
alter table workfile_head add column total_loss integer not null default 0 check (total_loss in (0, 1));
