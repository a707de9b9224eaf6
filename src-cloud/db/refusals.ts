/** Table refusal: edits that were not taken, and why. */
import type { EditId, ShopId } from '../../src-shared/base/ids.ts';
import type { Edit, RefusalCode } from '../../src-shared/sync/protocol.ts';
import type { Sql } from './database.ts';
import type { Author } from './log.ts';

export type Refusal = { readonly edit: Edit; readonly code: RefusalCode };

export async function saveRefusals(
  sql: Sql,
  shop: ShopId,
  author: Author,
  refusals: readonly Refusal[],
): Promise<void> {
  const text = `
    insert into refusal (shop_id, edit, kind, record_id, group_name, value, base, code, device_id, person_id)
    select $1, edit, kind, id, "group", value, base, code, $3, $4 from jsonb_to_recordset($2::jsonb)
      as r (edit text, kind text, id uuid, "group" text, value jsonb, base text, code text)
    on conflict (shop_id, edit) do update set code = excluded.code, at = excluded.at`;
  const latest = new Map(refusals.map((refusal) => [refusal.edit.edit, refusal]));
  if (latest.size === 0) return;
  const rows = [...latest.values()].map(({ edit, code }) => ({ ...edit, code }));
  await sql.query(text, [shop, JSON.stringify(rows), author.device, author.person]);
}

/** Which of these edits were refused before, and why. */
export async function readRefused(
  sql: Sql,
  shop: ShopId,
  edits: readonly EditId[],
): Promise<ReadonlyMap<EditId, RefusalCode>> {
  const text = 'select edit, code from refusal where shop_id = $1 and edit = any($2::text[])';
  const rows = await sql.query<{ edit: EditId; code: RefusalCode }>(text, [shop, edits]);
  return new Map(rows.map(({ edit, code }) => [edit, code]));
}
