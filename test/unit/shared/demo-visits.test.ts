import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { chanceOf } from '../../../src-shared/demo/chance.ts';
import { demoWorkfiles, type NewRecord } from '../../../src-shared/demo/demo-shop.ts';
import { withVisit } from '../../../src-shared/demo/demo-visits.ts';
import { priceEstimate } from '../../../src-shared/domain/estimate/price-estimate.ts';
import { planOf } from '../../../src-shared/domain/plan/milestone.ts';
import { balanceOf } from '../../../src-shared/domain/receipt/balance.ts';
import { checkLedger } from '../../../src-shared/domain/receipt/ledger.ts';
import { parseGroup } from '../../../src-shared/domain/record.ts';
import { type RecordOfKind, records } from '../../../src-shared/sync/records.ts';

const from = 1_780_000_000_000;
const sha256 = (text: string): string => hash('sha256', text, 'hex');
const bare = [...demoWorkfiles({ seed: 7, count: 200, from })];
const shopOf = (seed: number) => {
  const options = { chance: chanceOf(seed), from, hash: sha256 };
  return bare.map((one) => withVisit(one, options));
};
const shop = shopOf(1);
const of = <K extends NewRecord['kind']>(workfile: readonly NewRecord[], kind: K) =>
  workfile.flatMap((one) =>
    one.kind === kind ? [{ ...one.value, id: one.id, deleted: false } as unknown as RecordOfKind<K>] : [],
  );
const visits = shop.flatMap((all) =>
  of(all, 'workfile').map((workfile) => ({ workfile, plan: planOf(workfile), all })),
);
const ledgerOf = (all: readonly NewRecord[]) => ({ receipts: of(all, 'receipt'), receiptVoids: [] });

test('the same dice make the same visits, and the shop stays as its seed made it', () => {
  expect(shopOf(1)).toEqual(shop);
  expect(shop.map((all) => of(all, 'line').length)).toEqual(bare.map((all) => of(all, 'line').length));
});

test('every group of what was added passes its schema', () => {
  const wrong = shop.flat().filter(({ kind, value }) =>
    Object.entries(value).some(([group, fields]) => {
      const parsed = parseGroup(records[kind].spec as never, group as never, fields);
      return !parsed.ok || !isDeepStrictEqual(parsed.value, { value: fields, extra: {} });
    }),
  );
  expect(wrong).toEqual([]);
});

test('nothing happened before the vehicle came, and what is over is not ahead', () => {
  const today = new Date(from).toISOString().slice(0, 10);
  for (const { plan } of visits) {
    const done = Object.values(plan).filter(({ complete }) => complete);
    const days = done.map(({ actualDate }) => actualDate);
    expect(days).toEqual(days.toSorted());
    expect(days.every((day) => day <= today)).toBe(true);
  }
});

test('some leave today, some have left and are not closed, and some are behind', () => {
  const today = new Date(from).toISOString().slice(0, 10);
  const open = visits.filter(({ workfile }) => workfile.stage.stage === 'repair-order');
  const here = open.filter(({ plan }) => !plan.vehicleOut.complete);
  expect(here.some(({ plan }) => plan.vehicleOut.plannedDate === today)).toBe(true);
  expect(here.some(({ plan }) => plan.vehicleOut.plannedDate < today)).toBe(true);
  expect(here.length).toBeLessThan(open.length);
});

test('ledgers are whole, what is closed is paid, and something is still due', () => {
  const balances = visits.map(({ workfile, all }) => {
    expect(checkLedger(ledgerOf(all), sha256)).toEqual([]);
    const [[rates], [estimate], [insurance]] = [of(all, 'rates'), of(all, 'estimate'), of(all, 'insurance')];
    if (!rates || !estimate || !insurance) throw new Error('a workfile lacks what prices it');
    const { totals } = priceEstimate({ lines: of(all, 'line'), rates, estimate, insurance });
    return { stage: workfile.stage.stage, due: balanceOf(totals, ledgerOf(all)).due };
  });
  expect(balances.filter(({ stage, due }) => stage === 'closed' && due !== 0)).toEqual([]);
  expect(balances.some(({ stage, due }) => stage === 'repair-order' && due > 0)).toBe(true);
});
