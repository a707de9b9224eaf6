/** Whether an estimate has lines, without reading them. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { Sql } from './database.ts';

type Place = { readonly workfileId: string; readonly estimateId: string };

export async function hasLines(sql: Sql, shop: ShopId, { workfileId, estimateId }: Place): Promise<boolean> {
  const text = `select 1 from record where shop_id = $1 and workfile_id = $2 and kind = 'line' and not deleted
    and value #>> '{parent,estimateId}' = $3 limit 1`;
  return (await sql.query(text, [shop, workfileId, estimateId])).length > 0;
}
