-- Documents are kept as photos' files are: named by their content, in their own shop alone.
alter table photo drop constraint photo_type_check;
alter table photo add constraint photo_type_check check (type in ('jpeg', 'png', 'webp', 'pdf'));
