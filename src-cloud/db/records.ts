/** Table record: the present value of every group of every synced record. */
import type { EditId, ShopId } from '../../src-shared/base/ids.ts';
import { singles } from '../../src-shared/domain/access/permissions.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import type { Sql } from './database.ts';

export type RecordKey = { readonly kind: RecordKind; readonly id: string };

/** `edit` made the record; `edits` names the edit of each group that was written since. */
export type StoredRecord = RecordKey & {
  readonly value: Readonly<Record<string, JsonObject>>;
  readonly edit: EditId;
  readonly edits: Readonly<Record<string, EditId>>;
  readonly seq: number;
  readonly deleted: boolean;
};

type RecordRow = Omit<StoredRecord, 'seq'> & { seq: string };

/** These records, and those of some kinds that their workfiles have one of. */
export async function readRecords(
  sql: Sql,
  shop: ShopId,
  keys: readonly RecordKey[],
  siblings: readonly string[] = singles,
): Promise<readonly StoredRecord[]> {
  const text = `
    with asked as (
      select r.kind, r.id, r.value, r.edit, r.edits, r.seq, r.deleted, r.workfile_id
      from unnest($2::text[], $3::uuid[]) as k (kind, id)
      join record r on r.shop_id = $1 and r.kind = k.kind and r.id = k.id)
    select kind, id, value, edit, edits, seq, deleted from asked
    union all
    select kind, id, value, edit, edits, seq, deleted from record
    where shop_id = $1 and kind = any($4::text[]) and workfile_id in (select workfile_id from asked)`;
  const [kinds, ids] = [keys.map((key) => key.kind), keys.map((key) => key.id)];
  const rows = await sql.query<RecordRow>(text, [shop, kinds, ids, siblings]);
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

export async function saveRecords(sql: Sql, shop: ShopId, records: readonly StoredRecord[]): Promise<void> {
  if (records.length === 0) return;
  const text = `
    insert into record (shop_id, kind, id, workfile_id, value, edit, edits, seq, deleted)
    select $1, kind, id, coalesce((value #>> '{parent,workfileId}')::uuid, id), value, edit, edits, seq, deleted
    from jsonb_to_recordset($2::jsonb)
      as r (kind text, id uuid, value jsonb, edit text, edits jsonb, seq bigint, deleted boolean)
    on conflict (shop_id, kind, id) do update
      set value = excluded.value, edits = excluded.edits, seq = excluded.seq, deleted = excluded.deleted`;
  await sql.repeat(text, [shop, JSON.stringify(records)]);
}

/** What edits of single groups make of a record: these groups, and their stamps. */
export type Patch = Omit<StoredRecord, 'edit'>;

/** As SQL: writes the groups of patches, JSON under one name, into the records of the shop that $1 is. */
export const patchRecords = (patches: string): string => `
  update record r set value = r.value || p.value, edits = r.edits || p.edits, seq = p.seq, deleted = p.deleted
  from jsonb_to_recordset(${patches}::jsonb)
    as p (kind text, id uuid, value jsonb, edits jsonb, seq bigint, deleted boolean)
  where r.shop_id = $1 and r.kind = p.kind and r.id = p.id`;
