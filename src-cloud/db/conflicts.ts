/** Table conflict: the later of two concurrent values, kept beside the standing one until a person chooses. */
import type { DeviceId, EditId, ShopId } from '../../src-shared/base/ids.ts';
import type { CurrentGroup } from '../../src-shared/sync/merge.ts';
import type { Edit } from '../../src-shared/sync/protocol.ts';
import type { Sql } from './database.ts';
import { uuidOf } from './digest.ts';
import type { Author } from './log.ts';

export type Conflict = { readonly id: string; readonly edit: Edit; readonly standing: CurrentGroup };

/** One conflict a group and PC: a later value of the same PC takes the place of its earlier one. */
export const conflictIdOf = (edit: Pick<Edit, 'kind' | 'id' | 'group'>, device: DeviceId): string =>
  uuidOf('conflict', edit.kind, edit.id, edit.group, device);

export async function saveConflicts(
  sql: Sql,
  shop: ShopId,
  author: Author,
  conflicts: readonly Conflict[],
): Promise<void> {
  const text = `
    insert into conflict (shop_id, id, kind, record_id, group_name, device_id, person_id, edit, base, value,
      standing_edit, standing_value)
    select $1, conflict, kind, id, "group", $3, $4, edit, base, value, standing_edit, standing_value
    from jsonb_to_recordset($2::jsonb) as c (conflict uuid, kind text, id uuid, "group" text, edit text, base text,
      value jsonb, standing_edit text, standing_value jsonb)
    on conflict (shop_id, id) do update set edit = excluded.edit, base = excluded.base, value = excluded.value,
      person_id = excluded.person_id, standing_edit = excluded.standing_edit,
      standing_value = excluded.standing_value, at = excluded.at, resolved_at = null`;
  const latest = new Map(conflicts.map((conflict) => [conflict.id, conflict]));
  if (latest.size === 0) return;
  const rows = [...latest.values()].map(({ id, edit, standing }) => ({
    ...edit,
    conflict: id,
    standing_edit: standing.edit,
    standing_value: standing.value,
  }));
  await sql.query(text, [shop, JSON.stringify(rows), author.device, author.person]);
}

/** Closes conflicts that an applied edit settled: those of its own group and PC, and those whose edit had it as base. */
export async function resolveConflicts(
  sql: Sql,
  shop: ShopId,
  settled: { readonly ids: readonly string[]; readonly edits: readonly EditId[] },
): Promise<void> {
  if (settled.ids.length + settled.edits.length === 0) return;
  const text = `update conflict set resolved_at = now()
    where shop_id = $1 and resolved_at is null and (id = any($2::uuid[]) or base = any($3::text[]))`;
  await sql.query(text, [shop, settled.ids, settled.edits]);
}
