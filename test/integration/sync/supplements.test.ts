/** Versions on PCs of a shop: a real print's estimate and its supplement, locked and supplemented, to the cent on another PC. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printHours } from '../../../src-shared/base/hours.ts';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { cumulative } from '../../../src-shared/domain/estimate/supplement/cumulative.ts';
import { type SummaryRow, supplementOf } from '../../../src-shared/domain/estimate/supplement/supplement.ts';
import { untilPhase } from '../../support/desktop.ts';
import { linesOf, lockEstimate, setPrice, sheetOf, writeEstimate } from '../../support/desktop-estimate.ts';
import { openShop, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { printE01, printS01, type VersionRow } from '../../support/golden/print-s01-lines.ts';
import { linesOfVersion } from '../../support/golden/version-lines.ts';

let shop: Shop;
let first: ShopPc;
let second: ShopPc;
beforeAll(async () => {
  shop = await openShop();
  first = await shop.pc('PC-1');
  second = await shop.pc('PC-2');
  for (const pc of [first, second]) await round(pc);
});
afterAll(() => shop.close());

const startSupplement = async (pc: ShopPc, workfileId: WorkfileId) =>
  pc.reply('estimate.start-supplement', { estimateId: (await sheetOf(pc, workfileId)).estimate.id });

async function goOffline(pc: ShopPc): Promise<void> {
  pc.network.cut();
  await pc.ask('sync.now', {});
  await untilPhase(pc, 'offline');
}
async function comeBack(pc: ShopPc): Promise<void> {
  pc.network.restore();
  await round(pc);
}

const groups = ['work', 'text', 'note', 'part', 'labor', 'refinish', 'misc', 'panel'] as const;

/** Writes the lines of a version as a person would: what went is removed, what changed is typed, what came is added. */
async function writeLines(pc: ShopPc, workfileId: WorkfileId, rows: readonly VersionRow[], ids: Map<string, LineId>) {
  const { estimate } = await sheetOf(pc, workfileId);
  const wanted = linesOfVersion(rows);
  const gone = [...ids].filter(([key]) => !rows.some(([row]) => row === key));
  if (gone.length > 0) await pc.ask('line.remove', { lineIds: gone.map(([, id]) => id) });
  const present = new Map((await linesOf(pc, workfileId)).map((line) => [line.id, line]));
  let after: LineId | null = null;
  for (const line of wanted) {
    const said = Object.fromEntries(groups.map((group) => [group, line[group]]));
    const known = ids.get(line.id);
    const there = known === undefined ? undefined : present.get(known);
    if (there === undefined) {
      const [id]: readonly LineId[] = await pc.ask('line.add', {
        estimateId: estimate.id,
        after,
        lines: [said as never],
      });
      if (id === undefined) throw new Error('no line was added');
      ids.set(line.id, id);
      after = id;
      continue;
    }
    for (const group of groups) {
      const value = said[group];
      if (value !== undefined) await pc.ask('line.change', { lineId: there.id, group, value } as never);
    }
    await pc.ask('line.move', { lineIds: [there.id], after });
    after = there.id;
  }
}

type Prices = { readonly body: number; readonly paint: number; readonly supplies: number; readonly tax: number };
async function setRates(pc: ShopPc, workfileId: WorkfileId, { body, paint, supplies, tax }: Prices): Promise<void> {
  const { rates } = await sheetOf(pc, workfileId);
  const labor = { ...rates.labor, body, refinish: paint, mechanical: 175_00 };
  await pc.ask('rates.change', { ratesId: rates.id, group: 'labor', value: labor });
  const perHour = { paintPerHourCents: supplies, paintCapCents: 750_00, bodyPerHourCents: 0 };
  await pc.ask('rates.change', { ratesId: rates.id, group: 'supplies', value: perHour });
  await pc.ask('rates.change', { ratesId: rates.id, group: 'tax', value: { ...rates.tax, labor: true, rate: tax } });
}

async function newClaim(pc: ShopPc): Promise<WorkfileId> {
  const workfileId = await pc.ask('workfile.create', {});
  const { insurance, estimate } = await sheetOf(pc, workfileId);
  const insuranceId = insurance.id;
  await pc.ask('insurance.change', { insuranceId, group: 'payer', value: { payer: 'Insurance Company' } });
  const company = { name: 'Lighthouse Mutual', claimOffice: '' };
  await pc.ask('insurance.change', { insuranceId, group: 'company', value: company });
  const claim = { number: 'Q-99812', policy: '', lossDate: '' } as const;
  await pc.ask('insurance.change', { insuranceId, group: 'claim', value: claim });
  await pc.ask('insurance.change', { insuranceId, group: 'deductible', value: { amountCents: 500_00 } });
  const charges = { towingCents: 0, storageCents: 0, otherCents: 3_50 };
  await pc.ask('estimate.change', { estimateId: estimate.id, group: 'charges', value: charges });
  return workfileId;
}

async function versionsOf(pc: ShopPc, workfileId: WorkfileId) {
  const { versions } = await sheetOf(pc, workfileId);
  return Promise.all(versions.map(({ id: version }) => pc.ask('version.read', { workfileId, version })));
}

/** What came of the commands of a workfile, newest first. */
const endsOf = async (pc: ShopPc, workfileId: WorkfileId) =>
  (await pc.ask('command.list', {}))
    .filter((one) => one.workfileId === workfileId)
    .map(({ name, state, refusal }) => [name, refusal?.reason ?? state]);

/** The first line that is no heading. */
async function firstLine(pc: ShopPc, workfileId: WorkfileId): Promise<Line> {
  const line = (await linesOf(pc, workfileId)).find(({ work }) => work.operation !== 'heading');
  if (line === undefined) throw new Error('no line');
  return line;
}

const basis = ({ tenths, perHour, base }: SummaryRow): string => {
  if (base !== undefined) return `on ${printMoney(base)}`;
  return tenths === undefined ? '' : `${printHours(tenths)} @ ${printMoney(perHour ?? cents(0))}`;
};
const print = (rows: readonly SummaryRow[]) => rows.map((row) => [row.kind, basis(row), printMoney(row.amount)]);

test('the supplement of a real print comes out to the cent on another PC, locked and started as people do', async () => {
  const ids = new Map<string, LineId>();
  const workfileId = await newClaim(first);
  await setRates(first, workfileId, { body: 60_00, paint: 60_00, supplies: 40_00, tax: 66_250 });
  await writeLines(first, workfileId, printE01, ids);
  expect(await lockEstimate(first, workfileId)).toEqual({ ok: true, value: null });
  await round(first);
  expect(await startSupplement(first, workfileId)).toEqual({ ok: true, value: { label: 'S01' } });
  await setRates(first, workfileId, { body: 90_00, paint: 90_00, supplies: 43_00, tax: 60_000 });
  await writeLines(first, workfileId, printS01, ids);
  await round(first);
  expect(await lockEstimate(first, workfileId)).toEqual({ ok: true, value: null });
  await round(first);
  await round(second);

  const [e01, s01] = await versionsOf(second, workfileId);
  if (e01 === undefined || s01 === undefined) throw new Error('a version is missing');
  expect([e01.totals.grandTotal, s01.totals.grandTotal]).toEqual([2_816_52, 13_312_37]);
  const supplement = supplementOf(e01, s01);
  expect(print(supplement.rows)).toEqual([
    ['parts', '', '2,686.82'],
    ['body', '43.8 @ 90.00', '3,942.00'],
    ['refinish', '17.0 @ 90.00', '1,530.00'],
    ['mechanical', '4.5 @ 175.00', '787.50'],
    ['additional-labor', '', '282.00'],
    ['paint-supplies', '17.0 @ 43.00', '731.00'],
    ['additional-materials', '', '(93.00)'],
    ['misc', '', '51.00'],
  ]);
  expect(print(supplement.taxRows)).toEqual([
    ['tax', 'on 9,917.32', '595.04'],
    ['additional-taxes', '', '(16.51)'],
  ]);
  expect(supplement).toMatchObject({ subtotal: 9_917_32, total: 10_495_85 });
  expect(cumulative([e01, s01])).toMatchObject({ workfileTotal: 13_312_37, adjustments: 500_00, net: 12_812_37 });
  expect(s01.facts.insurance).toMatchObject({ company: { name: 'Lighthouse Mutual' }, claim: { number: 'Q-99812' } });
  expect([e01.estimator, s01.label]).toEqual(['Casey Moor', 'S01']);
  const listed = (await sheetOf(second, workfileId)).versions.map(({ of }) => [of.label, of.grandTotalCents]);
  expect(listed).toEqual([
    ['E01', 2_816_52],
    ['S01', 13_312_37],
  ]);
});

test('a supplement that changes nothing comes to 0.00 and is locked all the same', async () => {
  const workfileId = await writeEstimate(first, 3, 51);
  await lockEstimate(first, workfileId);
  await round(first);
  await startSupplement(first, workfileId);
  await round(first);
  expect(await lockEstimate(first, workfileId)).toEqual({ ok: true, value: null });
  await round(first);
  await round(second);
  const [e01, s01] = await versionsOf(second, workfileId);
  if (e01 === undefined || s01 === undefined) throw new Error('a version is missing');
  expect(await second.ask('estimator.list', {})).toContain('Robin Ellery');
  expect(supplementOf(e01, s01)).toMatchObject({ total: 0, net: 0, rows: [], taxRows: [], rateChanges: [] });
  expect(cumulative([e01, s01]).versions.map(({ label, amount }) => [label, amount])).toEqual([
    ['E01', e01.totals.grandTotal],
    ['S01', 0],
  ]);
});

describe('what is locked is what its locker saw', () => {
  test('so a lock is refused where another PC changed a line before it, and done once it was looked at again', async () => {
    const workfileId = await writeEstimate(first, 2, 61);
    await round(first);
    await round(second);
    await goOffline(first);
    await lockEstimate(first, workfileId);
    await startSupplement(first, workfileId);
    await setPrice(second, await firstLine(second, workfileId), 444_00);
    await round(second);
    await comeBack(first);
    expect(await endsOf(first, workfileId)).toEqual([
      ['start-supplement', 'not-locked'],
      ['lock-estimate', 'changed'],
    ]);
    const lock = (await first.ask('command.list', {})).find(({ name }) => name === 'lock-estimate');
    expect(lock).toMatchObject({ version: 'E01', answeredAt: expect.any(Number) });
    const { estimate, versions } = await sheetOf(first, workfileId);
    expect([estimate.version.label, estimate.lock.at, versions]).toEqual(['E01', 0, []]);
    expect((await firstLine(first, workfileId)).part.priceCents).toBe(444_00);
    await lockEstimate(first, workfileId);
    await round(first);
    expect((await sheetOf(first, workfileId)).versions).toHaveLength(1);
  });

  test('while what no version closes may change meanwhile', async () => {
    const workfileId = await writeEstimate(first, 2, 62);
    await round(first);
    await round(second);
    await goOffline(first);
    await setPrice(first, await firstLine(first, workfileId), 555_00);
    await lockEstimate(first, workfileId);
    const { vehicle } = await sheetOf(second, workfileId);
    await second.ask('vehicle.change', {
      vehicleId: vehicle.id,
      group: 'mileageIn',
      value: { miles: 41_000 },
    });
    await round(second);
    await comeBack(first);
    expect(await endsOf(first, workfileId)).toEqual([['lock-estimate', 'done']]);
  });
});

describe('a lock that waits', () => {
  test('lets the supplement be started and written on; all of it goes in its order', async () => {
    const workfileId = await writeEstimate(first, 2, 31);
    await round(first);
    await goOffline(first);
    const line = await firstLine(first, workfileId);
    await setPrice(first, line, 111_00);
    await lockEstimate(first, workfileId);
    expect(await startSupplement(first, workfileId)).toEqual({ ok: true, value: { label: 'S01' } });
    expect(await startSupplement(first, workfileId)).toMatchObject({ failure: { what: 'command-waiting' } });
    await setPrice(first, line, 222_00);
    await comeBack(first);
    await round(first);
    await round(second);
    const { estimate } = await sheetOf(second, workfileId);
    const { part } = await firstLine(second, workfileId);
    expect([estimate.version.label, estimate.lock.at, part.priceCents]).toEqual(['S01', 0, 222_00]);
    const [e01] = await versionsOf(second, workfileId);
    expect(e01?.lines.find(({ id }) => id === line.id)?.part.priceCents).toBe(111_00);
  });

  test('keeps the lock of its supplement back, and so does a supplement that waits to begin', async () => {
    const workfileId = await writeEstimate(first, 2, 33);
    await round(first);
    await goOffline(first);
    await lockEstimate(first, workfileId);
    await startSupplement(first, workfileId);
    expect(await lockEstimate(first, workfileId)).toMatchObject({ failure: { what: 'command-waiting' } });
    await comeBack(first);
    await round(first);
    expect(await lockEstimate(first, workfileId)).toMatchObject({ ok: true });
    await round(first);
    await goOffline(first);
    await startSupplement(first, workfileId);
    expect(await lockEstimate(first, workfileId)).toMatchObject({ failure: { what: 'lock-before-start' } });
    await comeBack(first);
    await round(first);
    expect(await lockEstimate(first, workfileId)).toMatchObject({ ok: true });
    await round(first);
    const labels = (await sheetOf(first, workfileId)).versions.map(({ of }) => of.label);
    expect(labels).toEqual(['E01', 'S01', 'S02']);
  });

  test('is refused here already where something must be put right first', async () => {
    const workfileId = await writeEstimate(first, 2, 32);
    const line = await firstLine(first, workfileId);
    await first.ask('line.change', { lineId: line.id, group: 'state', value: { open: true } });
    expect(await lockEstimate(first, workfileId)).toMatchObject({ failure: { what: 'lock-not-ready' } });
    await first.ask('line.change', { lineId: line.id, group: 'state', value: { open: false } });
    expect(await startSupplement(first, workfileId)).toMatchObject({ failure: { what: 'supplement-not-locked' } });
    expect(await lockEstimate(first, workfileId)).toMatchObject({ ok: true });
  });
});

describe('an edit that a lock refused', () => {
  async function refusedEdit(seed: number) {
    const workfileId = await writeEstimate(first, 2, seed);
    await round(first);
    await round(second);
    await goOffline(second);
    await setPrice(second, await firstLine(second, workfileId), 333_00);
    await lockEstimate(first, workfileId);
    await round(first);
    await comeBack(second);
    const { decisions } = await second.ask('decision.list', {});
    const own = decisions.filter(({ place }) => place.workfileId === workfileId);
    expect(own).toMatchObject([{ what: 'refused', reason: 'locked' }]);
    return { workfileId, id: own[0]?.id ?? '' };
  }
  const priceOn = async (pc: ShopPc, workfileId: WorkfileId) => (await firstLine(pc, workfileId)).part.priceCents;

  test('starts the next supplement and goes into it at one key', async () => {
    const { workfileId, id } = await refusedEdit(41);
    await second.ask('decision.choose', { ids: [id], choice: 'mine' });
    expect(await priceOn(second, workfileId)).toBe(333_00);
    await round(second);
    await round(first);
    const { estimate } = await sheetOf(first, workfileId);
    expect([estimate.version.label, estimate.lock.at, await priceOn(first, workfileId)]).toEqual(['S01', 0, 333_00]);
  });

  test('goes into a supplement that is open already', async () => {
    const { workfileId, id } = await refusedEdit(42);
    await startSupplement(first, workfileId);
    await round(first);
    await round(second);
    await second.ask('decision.choose', { ids: [id], choice: 'mine' });
    const given = (await second.ask('command.list', {})).filter((one) => one.workfileId === workfileId);
    expect(given).toEqual([]);
    await round(second);
    await round(first);
    expect(await priceOn(first, workfileId)).toBe(333_00);
  });
});
