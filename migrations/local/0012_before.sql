-- What a group was before an edit of it that waits; null where that is not known.
alter table outbox add column before_value text;
alter table again add column before_value text;
