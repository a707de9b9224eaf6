-- How a photo is shown, and what it shows: groups that most photos leave empty, as JSON text.
alter table photo add column view text;
alter table photo add column tags text;
