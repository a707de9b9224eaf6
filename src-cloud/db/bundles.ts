/** Table bundle: each workfile packed for PCs, and up to which number of the order that is done. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { Mark } from '../../src-shared/sync/protocol.ts';
import type { BundleHeader } from '../../src-shared/sync/snapshot.ts';
import type { StampedRecord } from '../../src-shared/sync/state-text.ts';
import type { Sql } from './database.ts';
import type { StoredRecord } from './records.ts';

/** Workfiles that were changed after the last bundled number, up to another one. */
export type Stale = { readonly upTo: number; readonly workfiles: readonly string[] };

/** The next piece of the order that is not in the bundles yet; `upTo` is 0 when there is none. */
export async function readStale(sql: Sql, shop: ShopId, edits: number): Promise<Stale> {
  const text = `
    with part as materialized (
      select l.seq, l.kind, l.record_id from shop s cross join lateral (
        select seq, kind, record_id from log where shop_id = $1 and seq > s.bundled_seq and seq <= s.last_seq
        order by seq limit $2) l where s.id = $1)
    select coalesce((select max(seq) from part), 0) as up_to,
      array(select distinct r.workfile_id from part p cross join lateral (
        select workfile_id from record where shop_id = $1 and kind = p.kind and id = p.record_id limit 1) r)::text[]
        as workfiles`;
  const [row] = await sql.query<{ up_to: string; workfiles: string[] }>(text, [shop, edits]);
  return { upTo: Number(row?.up_to ?? 0), workfiles: row?.workfiles ?? [] };
}

/** A record of a workfile with the number that wrote it last; `changedAt` is when that was, of the newest of them. */
export type WorkfileRecord = Omit<StoredRecord, 'kind'> & {
  readonly kind: string;
  readonly workfile: string;
  readonly changedAt: number;
};

/** Every record of these workfiles, workfile by workfile, as they stand together at one moment. */
export async function readWorkfiles(
  sql: Sql,
  shop: ShopId,
  workfiles: readonly string[],
): Promise<readonly WorkfileRecord[]> {
  const text = `
    select r.workfile_id as workfile, r.kind, r.id, r.value, r.edit, r.edits, r.seq, r.deleted,
      case when r.seq = max(r.seq) over (partition by r.workfile_id) then
        (select round(extract(epoch from at) * 1000) from log where shop_id = $1 and seq = r.seq) end as "changedAt"
    from record r where r.shop_id = $1 and r.workfile_id = any($2::uuid[])
    order by r.workfile_id, r.kind = 'line', r.kind, r.id`;
  const rows = await sql.query<Omit<WorkfileRecord, 'seq' | 'changedAt'> & { seq: string; changedAt: string | null }>(
    text,
    [shop, workfiles],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq), changedAt: Number(row.changedAt ?? 0) }));
}

export type Bundle = {
  readonly workfile: string;
  readonly seq: number;
  readonly header: BundleHeader;
  readonly hash: string;
  readonly dictionary: number;
  readonly bytes: Buffer;
};

/** Stores bundles, but none over a newer one. */
export async function saveBundles(sql: Sql, shop: ShopId, bundles: readonly Bundle[]): Promise<void> {
  if (bundles.length === 0) return;
  const text = `
    insert into bundle (shop_id, workfile_id, seq, header, hash, dictionary, bytes)
    select $1, workfile, seq, header, hash, dictionary, decode(bytes, 'base64')
    from jsonb_to_recordset($2::jsonb)
      as b (workfile uuid, seq bigint, header jsonb, hash text, dictionary integer, bytes text)
    order by workfile
    on conflict (shop_id, workfile_id) do update set seq = excluded.seq, header = excluded.header,
      hash = excluded.hash, dictionary = excluded.dictionary, bytes = excluded.bytes
      where bundle.seq <= excluded.seq`;
  const rows = bundles.map((bundle) => ({ ...bundle, bytes: bundle.bytes.toString('base64') }));
  await sql.query(text, [shop, JSON.stringify(rows)]);
}

/** Notes that every edit up to a number is in the bundles; another server process may be further. */
export async function advanceBundled(sql: Sql, shop: ShopId, seq: number): Promise<void> {
  await sql.query('update shop set bundled_seq = $2 where id = $1 and bundled_seq < $2', [shop, seq]);
}

/** How far the bundles reach: the number with its mark, how far the order itself is, and how many bundles there are. */
export type Bundled = {
  readonly epoch: string;
  readonly lastSeq: number;
  readonly bundledSeq: number;
  readonly mark: Mark | null;
  readonly count: number;
};

/** Which bundles a PC asks for. */
export type Wanted = {
  readonly since: number;
  readonly after: string | null;
  readonly only: readonly string[] | null;
};

const wanted = `b.shop_id = $1 and b.seq > $2 and ($3::uuid is null or b.workfile_id < $3)
  and ($4::uuid[] is null or b.workfile_id = any($4))`;

export async function readBundled(sql: Sql, shop: ShopId, { since, after, only }: Wanted): Promise<Bundled> {
  const text = `
    select s.epoch, s.last_seq, s.bundled_seq, l.mark, (select count(*) from bundle b where ${wanted}) as count
    from shop s left join log l on l.shop_id = s.id and l.seq = s.bundled_seq where s.id = $1`;
  type Row = { epoch: string; last_seq: string; bundled_seq: string; mark: string | null; count: string };
  const [row] = await sql.query<Row>(text, [shop, since, after, only]);
  if (row === undefined) throw new Error('the tenant has no shop');
  const bundledSeq = Number(row.bundled_seq);
  const mark: Mark | null = row.mark === null ? null : [bundledSeq, row.mark];
  return { epoch: row.epoch, lastSeq: Number(row.last_seq), bundledSeq, mark, count: Number(row.count) };
}

/** A page of bundles as the lines that travel, the newest ids first; the database writes them, nobody else reads them. */
export async function readBundleLines(
  sql: Sql,
  shop: ShopId,
  { since, after, only }: Wanted,
  limit: number,
): Promise<readonly { readonly workfile: string; readonly line: string }[]> {
  // No function of JSON: it would look at every sign of the bytes.
  const text = `
    select b.workfile_id as workfile, concat('["bundle","', b.workfile_id, '",', b.seq, ',', b.header, ',"', b.hash, '",',
      b.dictionary, ',"', replace(encode(b.bytes, 'base64'), E'\\n', ''), '"]') as line
    from bundle b where ${wanted} order by b.workfile_id desc limit $5`;
  return sql.query(text, [shop, since, after, only, limit]);
}

/** So many changes of a workfile travel as fast as its bundle. */
const changesOfBundle = 20;

/** Whether the bundles that changed after a number are shorter than that many changes. */
export async function isSnapshotShorter(sql: Sql, shop: ShopId, after: number, changes: number): Promise<boolean> {
  const most = Math.ceil(changes / changesOfBundle);
  const text = `select count(*) as count from (select 1 from bundle where shop_id = $1 and seq > $2 limit $3) changed`;
  const [row] = await sql.query<{ count: string }>(text, [shop, after, most]);
  return Number(row?.count ?? most) < most;
}

/** The stamps of every record of these workfiles. */
export type Stamps = StampedRecord & { readonly workfile: string; readonly seq: number };

export async function readStamps(sql: Sql, shop: ShopId, workfiles: readonly string[]): Promise<readonly Stamps[]> {
  const text = `select workfile_id as workfile, kind, id, deleted, edit, edits, seq from record
    where shop_id = $1 and workfile_id = any($2::uuid[])`;
  const rows = await sql.query<Omit<Stamps, 'seq'> & { seq: string }>(text, [shop, workfiles]);
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
