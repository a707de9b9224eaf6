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

/** What a workfile's own record of a kind says to edits of its other records. */
export type Sibling = Pick<StoredRecord, 'kind' | 'id' | 'deleted' | 'value'> & { readonly workfile: string };

/** The groups by which a workfile and its estimate close or freeze records beside them. */
const tellingGroups = ['stage', 'lock', 'version'] as const;

/** What a record says as a sibling. */
export function siblingOf({ kind, id, deleted, value }: StoredRecord, workfile: string): Sibling {
  const told = tellingGroups.flatMap((group) => (value[group] === undefined ? [] : [[group, value[group]]]));
  return { kind, id, deleted, workfile, value: Object.fromEntries(told) };
}

/** What a batch is judged by: the records that it touches, and what their workfiles' own ones say. */
export type Around = { readonly records: readonly StoredRecord[]; readonly siblings: readonly Sibling[] };

type RecordTuple = [RecordKind, string, StoredRecord['value'], EditId, StoredRecord['edits'], number, boolean];
type SiblingTuple = [RecordKind, string, string, boolean, ...(JsonObject | null)[]];
type AroundRow = { readonly records: readonly RecordTuple[]; readonly siblings: readonly SiblingTuple[] };

// One text each instead of some thousand rows: reading rows was most of the work beside a large batch.
const around = `
  with asked as materialized (
    select r.kind, r.id, r.value, r.edit, r.edits, r.seq, r.deleted, r.workfile_id
    from unnest($2::text[], $3::uuid[]) as k (kind, id)
    join record r on r.shop_id = $1 and r.kind = k.kind and r.id = k.id)
  select
    (select coalesce(json_agg(json_build_array(kind, id, value, edit, edits, seq, deleted)), '[]') from asked) as records,
    (select coalesce(json_agg(json_build_array(kind, id, workfile_id, deleted,
        ${tellingGroups.map((group) => `value -> '${group}'`).join(', ')})), '[]')
      from record where shop_id = $1 and kind = any($4::text[]) and workfile_id in (select workfile_id from asked)
    ) as siblings`;

/** These records, and of their workfiles' own ones of some kinds what those say to them. */
export async function readAround(
  sql: Sql,
  shop: ShopId,
  keys: readonly RecordKey[],
  siblings: readonly string[],
): Promise<Around> {
  const [kinds, ids] = [keys.map((key) => key.kind), keys.map((key) => key.id)];
  const [row] = await sql.query<AroundRow>(around, [shop, kinds, ids, siblings]);
  if (row === undefined) throw new Error('a question without an answer');
  return { records: row.records.map(tupleToRecord), siblings: row.siblings.map(tupleToSibling) };
}

const tupleToRecord = ([kind, id, value, edit, edits, seq, deleted]: RecordTuple): StoredRecord => ({
  ...{ kind, id, value, edit, edits, seq, deleted },
});

function tupleToSibling([kind, id, workfile, deleted, ...groups]: SiblingTuple): Sibling {
  const value: Record<string, JsonObject> = {};
  tellingGroups.forEach((group, i) => {
    const said = groups[i];
    if (said !== null && said !== undefined) value[group] = said;
  });
  return { kind, id, workfile, deleted, value };
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
