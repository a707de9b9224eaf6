/** What was done to a workfile, for whoever reads its history. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { HistoryAnswer } from '../../src-shared/sync/history.ts';
import type { Database } from '../db/database.ts';
import { readWorkfileLog } from '../db/history.ts';
import { inShop } from '../db/tenant.ts';

/** An answer has room for so many; whole new estimates are the largest. */
const pageSize = 1000;

export async function workfileHistory(
  database: Database,
  shop: ShopId,
  asked: { readonly workfile: string; readonly after: number },
): Promise<HistoryAnswer> {
  const limit = pageSize + 1;
  const edits = await inShop(database, shop, (sql) => readWorkfileLog(sql, shop, { ...asked, limit }));
  return { edits: edits.slice(0, pageSize), more: edits.length > pageSize };
}
