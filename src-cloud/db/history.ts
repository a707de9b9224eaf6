/** What the log says of one workfile. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { HistoryAnswer } from '../../src-shared/sync/history.ts';
import type { Sql } from './database.ts';

export type LoggedChange = HistoryAnswer['edits'][number];
type LogRow = Omit<LoggedChange, 'seq' | 'at'> & { readonly seq: string; readonly at: string };

/** The edits of a workfile's records after a number of the order, with who made them, where and when. */
export async function readWorkfileLog(
  sql: Sql,
  shop: ShopId,
  { workfile, after, limit }: { readonly workfile: string; readonly after: number; readonly limit: number },
): Promise<readonly LoggedChange[]> {
  const text = `
    select l.seq, l.edit, l.kind, l.record_id as id, l.group_name as "group", l.value, coalesce(p.name, '') as by,
      coalesce(d.name, '') as pc, round(extract(epoch from l.at) * 1000) as at
    from record r
    join log l on l.shop_id = $1 and l.record_id = r.id and l.kind = r.kind and l.seq > $3
    left join person p on p.id = l.person_id
    left join device d on d.shop_id = $1 and d.id = l.device_id
    where r.shop_id = $1 and r.workfile_id = $2 and r.kind <> 'conflict'
    order by l.seq limit $4`;
  const rows = await sql.query<LogRow>(text, [shop, workfile, after, limit]);
  return rows.map((row) => ({ ...row, seq: Number(row.seq), at: Number(row.at) }));
}
