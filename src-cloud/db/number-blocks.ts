/** Table number_block: the numbers that were given away, in blocks that never overlap. */
import type { DeviceId, ShopId } from '../../src-shared/base/ids.ts';
import type { Sql } from './database.ts';

export type Block = { readonly first: number; readonly last: number };
/** `epoch` is empty for a number that a PC had from a block that a restore took away. */
export type GivenBlock = Block & { readonly device: DeviceId; readonly command: string; readonly epoch: string };

/** How far a series was given away, and whether some of it was since the last restore. */
export type Given = { readonly last: number; readonly inEpoch: boolean };

const series = 'ro';

export async function readGiven(sql: Sql, shop: ShopId, epoch: string): Promise<Given> {
  const text = `select coalesce(max(last), 0) as last, coalesce(bool_or(epoch = $3), false) as "inEpoch"
    from number_block where shop_id = $1 and series = $2`;
  const [row] = await sql.query<{ last: string; inEpoch: boolean }>(text, [shop, series, epoch]);
  return { last: Number(row?.last ?? 0), inEpoch: row?.inEpoch ?? false };
}

export async function isGiven(sql: Sql, shop: ShopId, number: number): Promise<boolean> {
  const text = 'select 1 from number_block where shop_id = $1 and series = $2 and first <= $3 and last >= $3';
  return (await sql.query(text, [shop, series, number])).length > 0;
}

/** Whether a number stands in a block of another PC, which gives it without asking. */
export async function isHeldElsewhere(sql: Sql, shop: ShopId, number: number, device: DeviceId): Promise<boolean> {
  const text = `select 1 from number_block
    where shop_id = $1 and series = $2 and first <= $3 and last >= $3 and device_id <> $4`;
  return (await sql.query(text, [shop, series, number, device])).length > 0;
}

export async function insertBlock(sql: Sql, shop: ShopId, block: GivenBlock): Promise<void> {
  const text = `insert into number_block (shop_id, series, first, last, device_id, command_id, epoch)
    values ($1, $2, $3, $4, $5, $6, $7)`;
  await sql.query(text, [shop, series, block.first, block.last, block.device, block.command, block.epoch]);
}

/** Whether a workfile, deleted or not, has this number. */
export async function isUsed(sql: Sql, shop: ShopId, number: string): Promise<boolean> {
  const text = "select 1 from record where shop_id = $1 and ro = $2 and ro <> '' limit 1";
  return (await sql.query(text, [shop, number])).length > 0;
}

/** The highest number of all workfiles but the dealer's own; 0 where none has one. Some may have been brought from elsewhere. */
export async function readHighestUsed(sql: Sql, shop: ShopId): Promise<number> {
  const text = `select coalesce(max(case when ro ~ '^([A-Z0-9-]{0,5}[A-Z-])?[1-9][0-9]{0,8}$'
      then substring(ro from '[0-9]+$')::bigint end), 0) as highest
    from record where shop_id = $1 and ro <> ''
      and not (coalesce(value #>> '{dmsRepairId,source}', '') = 'reserved' and value #>> '{dmsRepairId,id}' = ro)`;
  const [row] = await sql.query<{ highest: string }>(text, [shop]);
  return Number(row?.highest ?? 0);
}
