-- How a shop stands on paper, why rates of a workfile differ from its profile, and what a line says of book times;
-- null while nothing is said.
alter table profile add column address text;
alter table profile add column phones text;
alter table profile add column registration text;
alter table rates add column reasons text;
alter table line add column book text;
