-- What an estimate and its lines keep of the file they came from, as JSON text; null where they were written here.
alter table estimate add column imported text;
alter table line add column vendor text;
