/** The tables of the raw limit: as little as a shop's order, its bundles and a PC's list need. */

/** `raw_push` is the bare push transaction: one call, the shop's row held, numbers without a gap. */
export const cloudTables = `
  create table raw_shop (id integer primary key, last_seq bigint not null);
  create table raw_bundle (id uuid primary key, head json not null, body bytea not null);
  create table raw_record (id uuid primary key, fields jsonb not null, seq bigint not null);
  create table raw_log (
    shop_id integer, seq bigint, edit text not null unique, id uuid not null, field text not null, value jsonb not null,
    primary key (shop_id, seq));
  create table raw_batch (shop_id integer, n bigint, answer jsonb not null, primary key (shop_id, n));

  create function raw_push(shop integer, batch bigint, edits jsonb) returns jsonb language plpgsql as $$
  declare last bigint; answer jsonb;
  begin
    select last_seq into last from raw_shop where id = shop for update;
    select b.answer into answer from raw_batch b where b.shop_id = shop and b.n = batch;
    if found then return answer; end if;
    with numbered as (
      select last + ordinality as seq, e->>0 as edit, (e->>1)::uuid as id, e->>2 as field, e->3 as value
      from jsonb_array_elements(edits) with ordinality as t (e, ordinality)),
    logged as (
      insert into raw_log (shop_id, seq, edit, id, field, value)
      select shop, seq, edit, id, field, value from numbered returning seq)
    insert into raw_record (id, fields, seq)
      select id, jsonb_build_object(field, value), seq from numbered
      on conflict (id) do update set fields = raw_record.fields || excluded.fields, seq = excluded.seq;
    answer := jsonb_build_object('seq', last + jsonb_array_length(edits));
    insert into raw_batch values (shop, batch, answer);
    update raw_shop set last_seq = last + jsonb_array_length(edits) where id = shop;
    return answer;
  end $$;
`;

export const pcTables = `
  create table head (
    row integer primary key, id text not null unique, label text, stage text, owner text, vehicle text, vin text,
    plate text, insurer text, claim text, estimator text, phones text, total_cents integer, changed_at integer) strict;
  create table bundle (id text primary key, body blob not null) strict, without rowid;
  create table field (id text, name text, value text, seq integer, primary key (id, name)) strict, without rowid;
  create table outbox (n integer primary key, edit text, id text, field text, value text) strict;
  create table meta (name text primary key, value) without rowid;
  create virtual table search_prefix using fts5(
    text, content='', contentless_delete=1, prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2');
  create virtual table search_inside using fts5(
    text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
`;
