/** A new PC takes the shop as bundles: the list at once, the records when somebody needs them, nothing lost by a cut or a kill. */
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { until, untilSynced } from '../../support/desktop.ts';
import { peekInto } from '../../support/desktop-database.ts';
import { linesOf, setPrice, sharedPart, sheetOf } from '../../support/desktop-estimate.ts';
import { type KillableDesktop, openKillableDesktop } from '../../support/desktop-killable.ts';
import { openShop, people, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

const all = { text: '', offset: 0, limit: 500, sort: 'changed', descending: true } as const;
const workfiles = 60;
const listOf = async (pc: ShopPc) => (await pc.ask('workfile.list', all)).rows;
const packedCount = (pc: Pick<ShopPc, 'dataDir'>) => valueIn(pc, 'select count(*) from bundle where bytes is not null');

function valueIn({ dataDir }: Pick<ShopPc, 'dataDir'>, sql: string): unknown {
  const look = peekInto(dataDir);
  const value = look.value(sql);
  look.close();
  return value;
}

describe('the first sync', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop({ workfiles });
  });
  afterAll(() => shop.close());

  test('brings the list with totals and words, and a workfile is unpacked when it is opened', async () => {
    const pc = await shop.pc('PC-1');
    await untilSynced(pc);
    const rows = await listOf(pc);
    expect(rows).toHaveLength(workfiles);
    expect(packedCount(pc)).toBe(workfiles);
    const [row] = rows;
    if (row === undefined) throw new Error('no rows');
    const found = await pc.ask('workfile.list', { ...all, text: row.vin.slice(-6) });
    expect(found.rows.map(({ id }) => id)).toContain(row.id);
    const { workfile } = await sheetOf(pc, row.id);
    expect(workfile.id).toBe(row.id);
    expect(packedCount(pc)).toBe(workfiles - 1);
    expect((await listOf(pc)).find(({ id }) => id === row.id)).toEqual(row);
    expect(pc.network.count('POST /sync/snapshot')).toBe(1);
  });

  test('an edit of a packed workfile comes at once, and the list soon shows its total', async () => {
    const [one, two] = [await shop.pc('PC-2'), await shop.pc('PC-3', 'office')];
    for (const pc of [one, two]) await untilSynced(pc);
    const id = (await listOf(one))[7]?.id as WorkfileId;
    const line = (await linesOf(one, id)).find(({ work, part }) => work.operation === 'replace' && part.priceCents > 0);
    if (line === undefined) throw new Error('no line with a price');
    const before = (await listOf(two)).find((row) => row.id === id)?.totalCents ?? 0;
    await setPrice(one, line, line.part.priceCents + 100_000);
    await round(one);
    await until('the list of the other PC shows the new total', async () => {
      const now = (await listOf(two)).find((row) => row.id === id)?.totalCents ?? 0;
      return now >= before + 90_000;
    });
    expect(await sharedPart(two, id)).toEqual(await sharedPart(one, id));
    await round(two);
    expect(valueIn(two, 'select count(*) from to_compare')).toBe(0);
    expect(valueIn(two, 'select count(*) from bundle_change')).toBe(0);
  });

  test('a stream that is cut goes on where it was, and everything is there', async () => {
    const pc = await shop.freshPc('PC-4');
    const cuts = [30_000, 60_000, 90_000].map((bytes) => pc.network.loseAnswer('POST /sync/snapshot', bytes));
    await pc.ask('session.sign-in', people.estimator);
    await Promise.all(cuts);
    await untilSynced(pc);
    expect(await listOf(pc)).toHaveLength(workfiles);
    expect(valueIn(pc, 'select count(*) from quarantine')).toBe(0);
    expect(pc.network.count('POST /sync/snapshot')).toBeGreaterThanOrEqual(4);
  });

  test('what is not what the cloud has is fetched whole, and what was here before is kept beside', async () => {
    const [one, two] = [await shop.pc('PC-5'), await shop.pc('PC-6', 'office')];
    for (const pc of [one, two]) await untilSynced(pc);
    const id = (await listOf(one))[11]?.id as WorkfileId;
    const [line, other] = (await linesOf(two, id)).filter(({ part }) => part.priceCents > 0);
    if (line === undefined || other === undefined) throw new Error('no lines with prices');
    const database = new Database(`${two.dataDir}/shopfile.db`);
    database.prepare('update line set part_price_cents = 1, edit = ? where id = ?').run('zzzzzzzzzz-1', line.id);
    database.close();
    await setPrice(one, (await linesOf(one, id)).find((same) => same.id === other.id) ?? other, 77_700);
    await round(one);
    await until('the workfile is mended', async () => {
      await round(two);
      return valueIn(two, 'select count(*) from mending') === 1;
    });
    expect(await sharedPart(two, id)).toEqual(await sharedPart(one, id));
    expect(String(valueIn(two, 'select replaced from mending'))).toContain('zzzzzzzzzz-1');
    expect((await untilSynced(two)).quarantined).toBe(0);
  });

  test('bytes that were damaged on the disk are fetched again', async () => {
    const pc = await shop.pc('PC-7');
    await untilSynced(pc);
    const id = (await listOf(pc))[20]?.id as WorkfileId;
    const database = new Database(`${pc.dataDir}/shopfile.db`);
    database.prepare(`update bundle set bytes = x'00' where workfile_id = ?`).run(id);
    database.close();
    expect((await pc.reply('workfile.open', { workfileId: id })).ok).toBe(false);
    await round(pc);
    expect((await sheetOf(pc, id)).lines.length).toBeGreaterThan(0);
  });
});

test('a PC that is killed in the middle of its first sync goes on where it was', async () => {
  const shop = await openShop({ workfiles: 150, open: openKillableDesktop });
  try {
    const pc = await shop.freshPc('PC-8');
    const hung = pc.network.hangAnswer('POST /sync/snapshot', 150_000);
    await pc.ask('session.sign-in', people.estimator);
    await hung;
    await until('some bundles are stored', () => Number(valueIn(pc, 'select count(*) from bundle')) > 0);
    await (pc as ShopPc & KillableDesktop).kill();
    const before = Number(valueIn(pc, 'select count(*) from bundle'));
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(150);
    expect(valueIn(pc, 'select count(*) from workfile_head')).toBe(before);
    const again = await pc.reopen();
    await untilSynced(again);
    expect(await listOf(again)).toHaveLength(150);
    expect(valueIn(again, 'select count(*) from bundle')).toBe(150);
    expect(valueIn(again, `select count(*) from meta where name = 'first-sync'`)).toBe(0);
  } finally {
    await shop.close();
  }
});
