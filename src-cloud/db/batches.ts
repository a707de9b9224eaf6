/** Table batch: which batches of a PC were answered, and how. */
import type { DeviceId, ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { Verdict } from '../../src-shared/sync/protocol.ts';
import type { Sql } from './database.ts';

/** Who numbers batches: a PC in one of its lives. */
export type Sender = { readonly device: DeviceId; readonly incarnation: string };
export type Batch = { readonly n: number; readonly hash: string; readonly verdicts: readonly Verdict[] };

type BatchRow = { n: string; hash: string; verdicts: readonly Verdict[] };

/** The batches of these numbers that were answered. */
export async function readBatches(
  sql: Sql,
  shop: ShopId,
  sender: Sender,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Batch>> {
  const text = `select n, hash, verdicts from batch
    where shop_id = $1 and device_id = $2 and incarnation = $3 and n = any($4::bigint[])`;
  const rows = await sql.repeat<BatchRow>(text, [shop, sender.device, sender.incarnation, numbers]);
  return new Map(rows.map((row) => [Number(row.n), { ...row, n: Number(row.n) }]));
}

export async function insertBatch(
  sql: Sql,
  shop: ShopId,
  batch: Batch & { readonly sender: Sender; readonly person: UserId },
): Promise<void> {
  const text = `insert into batch (shop_id, device_id, incarnation, n, hash, verdicts, person_id)
    values ($1, $2, $3, $4, $5, $6::jsonb, $7)`;
  const { sender, n, hash, verdicts, person } = batch;
  await sql.repeat(text, [shop, sender.device, sender.incarnation, n, hash, JSON.stringify(verdicts), person]);
}
