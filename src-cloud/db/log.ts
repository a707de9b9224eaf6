/** Table log: every applied edit in the shop's one order. */
import type { DeviceId, EditId, ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { Edit, JsonObject, Mark } from '../../src-shared/sync/protocol.ts';
import type { Sql } from './database.ts';
import { sha256 } from './digest.ts';
import type { Order } from './shops.ts';

/** An applied edit and its number; `at` is when it was made, where that is not now, and its author where it is another. */
export type LoggedEdit = Edit & { readonly seq: number; readonly at?: number } & Partial<Author>;
/** Who wrote, and where. */
export type Author = { readonly device: DeviceId; readonly person: UserId };

/** A change as a PC hears of it. */
export type Change = {
  readonly seq: number;
  readonly mark: string;
  readonly edit: EditId;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly base: EditId | null;
  readonly by: string;
  readonly at: number;
  /** The workfile that the record belongs to. */
  readonly workfile?: string;
};

/** A piece of the order: changes, and where the order stood when they were read. */
export type Stretch = Order & { readonly changes: readonly Change[] };

/** Edits as they lie in the log, and where the order stands after them. */
export type Chained = { readonly marked: readonly (LoggedEdit & { readonly mark: string })[]; readonly reached: Order };

/** Gives each edit its mark. */
export function chain(order: Order, edits: readonly LoggedEdit[]): Chained {
  let reached = order;
  const marked = edits.map((edit) => {
    const mark = markAfter(reached.mark, edit.edit);
    reached = { ...order, lastSeq: edit.seq, mark };
    return { ...edit, mark };
  });
  return { marked, reached };
}

/** As SQL: puts chained edits, JSON under one name, into the log of the shop that $1 is; the author is under two others. */
export const insertChained = (edits: string, device: string, person: string): string => `
  insert into log (shop_id, seq, mark, edit, kind, record_id, group_name, value, base, device_id, person_id, at)
  select $1, seq, mark, edit, kind, id, "group", value, base, coalesce(device, ${device}), coalesce(person, ${person}),
    coalesce(to_timestamp(at / 1000), now())
  from jsonb_to_recordset(${edits}::jsonb) as l (seq bigint, mark text, edit text, kind text, id uuid, "group" text,
    value jsonb, base text, at double precision, device text, person text)`;
const append = insertChained('$2', '$3', '$4');

/** Appends edits to the order; answers where it stands then. */
export async function appendLog(
  sql: Sql,
  shop: ShopId,
  author: Author,
  { edits, order }: { readonly edits: readonly LoggedEdit[]; readonly order: Order },
): Promise<Order> {
  if (edits.length === 0) return order;
  const { marked, reached } = chain(order, edits);
  await sql.repeat(append, [shop, JSON.stringify(marked), author.device, author.person]);
  return reached;
}

/** Chained, so that it stands for every edit up to this one. */
const markAfter = (mark: string, edit: EditId): string => sha256(`${mark} ${edit}`).slice(0, 32);

/** The newest of these marks that the order has. */
export async function readNewestMark(sql: Sql, shop: ShopId, marks: readonly Mark[]): Promise<Mark | null> {
  const text = `select l.seq, l.mark from unnest($2::bigint[], $3::text[]) as m (seq, mark)
    join log l on l.shop_id = $1 and l.seq = m.seq and l.mark = m.mark order by l.seq desc limit 1`;
  const [row] = await sql.repeat<{ seq: string; mark: string }>(text, [
    shop,
    marks.map(([seq]) => seq),
    marks.map(([, mark]) => mark),
  ]);
  return row === undefined ? null : [Number(row.seq), row.mark];
}

/** Which of these edits were applied before. */
export async function readApplied(sql: Sql, shop: ShopId, edits: readonly EditId[]): Promise<ReadonlySet<EditId>> {
  const rows = await sql.repeat<{ edit: EditId }>(
    'select edit from log where shop_id = $1 and edit = any($2::text[])',
    [shop, edits],
  );
  return new Set(rows.map((row) => row.edit));
}

/** An edit of the log with its author, for people to read. */
export type Told = {
  readonly group: string;
  readonly value: JsonObject;
  readonly by: string;
  readonly pc: string;
  readonly at: number;
};

/** These edits of the log, with who made them, where and when. */
export async function readTold(sql: Sql, shop: ShopId, edits: readonly EditId[]): Promise<ReadonlyMap<EditId, Told>> {
  const text = `
    select l.edit, l.group_name as "group", l.value, coalesce(p.name, '') as by, coalesce(d.name, '') as pc,
      round(extract(epoch from l.at) * 1000) as at
    from log l left join person p on p.id = l.person_id
    left join device d on d.shop_id = l.shop_id and d.id = l.device_id
    where l.shop_id = $1 and l.edit = any($2::text[])`;
  const rows = await sql.query<Omit<Told, 'at'> & { edit: EditId; at: string }>(text, [shop, edits]);
  return new Map(rows.map(({ edit, ...told }) => [edit, { ...told, at: Number(told.at) }]));
}

/** What people call an author and the PC; empty where nobody knows. */
export async function readNames(sql: Sql, shop: ShopId, author: Author): Promise<{ by: string; pc: string }> {
  const text = `select coalesce((select name from person where id = $2), '') as by,
    coalesce((select name from device where shop_id = $1 and id = $3), '') as pc`;
  const [row] = await sql.query<{ by: string; pc: string }>(text, [shop, author.person, author.device]);
  return row ?? { by: '', pc: '' };
}

export async function readEditAt(sql: Sql, shop: ShopId, seq: number): Promise<EditId | undefined> {
  const rows = await sql.repeat<{ edit: EditId }>('select edit from log where shop_id = $1 and seq = $2', [shop, seq]);
  return rows[0]?.edit;
}

type StretchRow = Omit<Change, 'seq' | 'at' | 'workfile'> & {
  workfile: string | null;
  seq: string | null;
  at: string;
  last_seq: string;
  last_mark: string;
  epoch: string;
};

/** What is newer than the cursor, with the shop's last number, in one statement: always a prefix. */
export async function readStretch(sql: Sql, shop: ShopId, after: number, limit: number): Promise<Stretch> {
  const text = `
    select s.last_seq, s.last_mark, s.epoch, l.seq, l.mark, l.edit, l.kind, l.record_id as id, l.group_name as "group",
      l.value, l.base, coalesce(p.name, '') as by, round(extract(epoch from l.at) * 1000) as at,
      r.workfile_id as workfile
    from shop s
    left join lateral (
      select * from log where shop_id = $1 and seq > $2 and seq <= s.last_seq order by seq limit $3) l on true
    left join lateral (
      select workfile_id from record where shop_id = $1 and kind = l.kind and id = l.record_id limit 1) r on true
    left join person p on p.id = l.person_id
    where s.id = $1 order by l.seq`;
  const rows = await sql.repeat<StretchRow>(text, [shop, after, limit]);
  const [first] = rows;
  if (first === undefined) throw new Error('the tenant has no shop');
  const { epoch, last_seq: lastSeq, last_mark: mark } = first;
  return { changes: rows.flatMap(rowToChange), lastSeq: Number(lastSeq), mark, epoch };
}

function rowToChange(row: StretchRow): readonly Change[] {
  if (row.seq === null) return [];
  const { mark, edit, kind, id, group, value, base, by, workfile } = row;
  const change = { seq: Number(row.seq), mark, edit, kind, id, group, value, base, by, at: Number(row.at) };
  return [workfile === null ? change : { ...change, workfile }];
}
