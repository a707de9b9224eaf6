/** Table conflict: which edits stand in which conflict, and on which edit the first of them was made. */
import type { DeviceId, EditId, ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import type { Sql } from './database.ts';
import { uuidOf } from './digest.ts';
import type { RecordKey } from './records.ts';

/** The edits of one PC that met another value of the group; the last of `edits` wrote `value`. */
export type StoredConflict = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly group: string;
  readonly device: DeviceId;
  readonly person: UserId;
  readonly base: EditId | null;
  readonly edits: readonly [EditId, ...EditId[]];
  readonly value: JsonObject;
  readonly open: boolean;
};

type Place = RecordKey & { readonly group: string };

/** One conflict a group and PC: a later value of the same PC takes the place of its earlier one. */
export const conflictIdOf = ({ kind, id, group }: Place, device: DeviceId): string =>
  uuidOf('conflict', kind, id, group, device);

const columns = `id, kind, record_id as "recordId", group_name as "group", device_id as device, person_id as person,
  base, edits, value, open`;

/** Every conflict about one of these records, open or not, and those of these ids. */
export async function readConflicts(
  sql: Sql,
  shop: ShopId,
  keys: readonly RecordKey[],
): Promise<readonly StoredConflict[]> {
  const text = `
    select ${columns} from conflict join unnest($2::text[], $3::uuid[]) as k (of_kind, of_id)
      on kind = of_kind and record_id = of_id where shop_id = $1
    union select ${columns} from conflict where shop_id = $1 and id = any($4::uuid[])`;
  const [kinds, ids] = [keys.map((key) => key.kind), keys.map((key) => key.id)];
  const own = keys.filter(({ kind }) => kind === 'conflict').map(({ id }) => id);
  return sql.repeat<StoredConflict>(text, [shop, kinds, ids, own]);
}

export async function saveConflicts(sql: Sql, shop: ShopId, conflicts: readonly StoredConflict[]): Promise<void> {
  if (conflicts.length === 0) return;
  const text = `
    insert into conflict (shop_id, id, kind, record_id, group_name, device_id, person_id, base, edits, value, open)
    select $1, id, kind, "recordId", "group", device, person, base, edits, value, open
    from jsonb_to_recordset($2::jsonb) as c (id uuid, kind text, "recordId" uuid, "group" text, device text,
      person text, base text, edits text[], value jsonb, open boolean)
    on conflict (shop_id, id) do update set person_id = excluded.person_id, base = excluded.base,
      edits = excluded.edits, value = excluded.value, open = excluded.open`;
  await sql.query(text, [shop, JSON.stringify(conflicts)]);
}
