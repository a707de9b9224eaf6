-- The shop's own types of receipts, as JSON text; null while it has none.
alter table profile add column receipt_types text;
