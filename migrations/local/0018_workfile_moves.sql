-- When a workfile was last closed, cancelled or reopened, by whom, and why; null where it never was.
alter table workfile add column moved text;
