/** Table log: every applied edit in the shop's one order. */
import type { DeviceId, EditId, ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { Edit, JsonObject } from '../../src-shared/sync/protocol.ts';
import type { Sql } from './database.ts';

/** An applied edit and its number. */
export type LoggedEdit = Edit & { readonly seq: number };
/** Who wrote, and where. */
export type Author = { readonly device: DeviceId; readonly person: UserId };

/** A change as a PC hears of it. */
export type Change = {
  readonly seq: number;
  readonly edit: EditId;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly base: EditId | null;
  readonly by: string;
  readonly at: number;
};

/** A piece of the order: changes, and where the order stood when they were read. */
export type Stretch = { readonly changes: readonly Change[]; readonly lastSeq: number; readonly epoch: string };

export async function appendLog(sql: Sql, shop: ShopId, author: Author, edits: readonly LoggedEdit[]): Promise<void> {
  if (edits.length === 0) return;
  const text = `
    insert into log (shop_id, seq, edit, kind, record_id, group_name, value, base, device_id, person_id)
    select $1, seq, edit, kind, id, "group", value, base, $3, $4 from jsonb_to_recordset($2::jsonb)
      as l (seq bigint, edit text, kind text, id uuid, "group" text, value jsonb, base text)`;
  await sql.query(text, [shop, JSON.stringify(edits), author.device, author.person]);
}

/** Which of these edits were applied before. */
export async function readApplied(sql: Sql, shop: ShopId, edits: readonly EditId[]): Promise<ReadonlySet<EditId>> {
  const rows = await sql.query<{ edit: EditId }>('select edit from log where shop_id = $1 and edit = any($2::text[])', [
    shop,
    edits,
  ]);
  return new Set(rows.map((row) => row.edit));
}

export async function readEditAt(sql: Sql, shop: ShopId, seq: number): Promise<EditId | undefined> {
  const rows = await sql.query<{ edit: EditId }>('select edit from log where shop_id = $1 and seq = $2', [shop, seq]);
  return rows[0]?.edit;
}

type StretchRow = Omit<Change, 'seq' | 'at'> & { seq: string | null; at: string; last_seq: string; epoch: string };

/** What is newer than the cursor, with the shop's last number, in one statement: always a prefix. */
export async function readStretch(sql: Sql, shop: ShopId, after: number, limit: number): Promise<Stretch> {
  const text = `
    select s.last_seq, s.epoch, l.seq, l.edit, l.kind, l.record_id as id, l.group_name as "group", l.value, l.base,
      coalesce(p.name, '') as by, round(extract(epoch from l.at) * 1000) as at
    from shop s
    left join log l on l.shop_id = s.id and l.seq > $2 and l.seq <= s.last_seq
    left join person p on p.id = l.person_id
    where s.id = $1 order by l.seq limit $3`;
  const rows = await sql.query<StretchRow>(text, [shop, after, limit]);
  const [first] = rows;
  if (first === undefined) throw new Error('the tenant has no shop');
  return { changes: rows.flatMap(rowToChange), lastSeq: Number(first.last_seq), epoch: first.epoch };
}

function rowToChange(row: StretchRow): readonly Change[] {
  if (row.seq === null) return [];
  const { edit, kind, id, group, value, base, by } = row;
  return [{ seq: Number(row.seq), edit, kind, id, group, value, base, by, at: Number(row.at) }];
}
