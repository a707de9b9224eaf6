// The history of a workfile in a real browser over a scripted backend: as people read it, and what did not happen.
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { EditId } from '../../../src-shared/base/ids.ts';
import type { HistoryEntry } from '../../../src-shared/sync/history.ts';
import { lineOf, sheetOf, workfileId } from './sample-sheet.ts';
import { headOf, noLibrary } from './scripted-answers.ts';
import { emptyRecord } from './scripted-library.ts';
import { openWindow } from './scripted-window.tsx';

const line = lineOf(1, 'LT fender');
let n = 0;
function entryOf(kind: string, group: string, rest: Partial<HistoryEntry>): HistoryEntry {
  n += 1;
  return {
    ...{ edit: `0000000001-${n}` as EditId, kind, id: line.id, group, what: 'changed', value: {}, before: {} },
    // 10:30 in Detroit, where the shop is.
    ...{ by: 'Robin Ellery', pc: 'FRONT-PC', at: Date.UTC(2026, 10, 21, 15, 30), standing: 'taken' },
    ...rest,
  };
}

const receiptId = '0190dddd-0000-7000-8000-000000000001';
const entries: readonly HistoryEntry[] = [
  entryOf('line', 'labor', { value: { tenths: 24 }, before: { tenths: 10 }, standing: 'waiting' }),
  entryOf('line', 'part', { value: { priceCents: 12_000 }, before: { priceCents: 9_900 }, standing: 'refused' }),
  entryOf('workfile', 'vehicleIn', {
    ...{ id: workfileId, value: { actualDate: '2026-11-20', completedAt: Date.UTC(2026, 10, 20, 14, 5) } },
    before: { actualDate: '', completedAt: 0 },
  }),
  entryOf('receipt', '*', {
    ...{ id: receiptId, what: 'made', before: null },
    value: {
      number: { number: '48213-1A', serial: 1 },
      money: { amountCents: 50_000, date: '2026-11-20', from: 'customer', type: 'personal-check', reference: '88121' },
      taken: { at: 5, by: 'Robin Ellery' },
      chain: { form: 1, on: '', hash: 'f'.repeat(64) },
    },
  }),
  entryOf('line', '*', {
    ...{ id: '0190dddd-0000-7000-8000-000000000002', what: 'made', before: null },
    value: {
      judged: { judgment: true },
      part: { taxed: true, quantity: 1, priceCents: 12_000 },
      text: { description: 'RT headlamp' },
    },
  }),
  entryOf('workfile', 'tracking', { id: workfileId, value: { estimator: 'Ann Lee' }, before: { estimator: '' } }),
];

async function openHistory(): Promise<void> {
  await openWindow({
    ...{ sheet: sheetOf({ lines: [line] }), heads: [headOf(0, 'Turpin, Sharon')] },
    answers: { 'history.list': entries, 'history.fetch': null },
  });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('tab', { name: 'History', exact: true }));
  await expect.element(page.getByRole('grid', { name: 'History' })).toBeVisible();
}

const row = (text: string) => page.getByRole('grid', { name: 'History' }).getByRole('row').filter({ hasText: text });
const cell = (text: string, name: string) => row(text).getByRole('gridcell', { name, exact: true });

describe('a history', () => {
  test('says dates, instants, choices and money as people read them', async () => {
    await openHistory();
    await expect.element(cell('Vehicle In', 'actual date 11/20/2026, completed 11/20/2026 09:05')).toBeVisible();
    await expect.element(cell('Vehicle In', 'actual date –, completed –')).toBeVisible();
    const money = 'amount 500.00, date 11/20/2026, from Customer, type Personal Check, reference 88121';
    await expect.element(cell('Receipt', `Added: 48213-1A, ${money}`)).toBeVisible();
    await expect.element(cell('Receipt', '10:30')).toBeVisible();
  });

  test('says of a new record what is only yes behind the rest', async () => {
    await openHistory();
    const words = 'Added: quantity 1, price 120.00, RT headlamp, judgment yes, taxed yes';
    await expect.element(cell('Line RT headlamp', words)).toBeVisible();
  });

  test('names the field that was changed where its group has others', async () => {
    await openHistory();
    await expect.element(cell('Part', 'price 99.00')).toBeVisible();
    await expect.element(cell('Part', 'price 120.00')).toBeVisible();
    await expect.element(cell('Estimator', 'Ann Lee')).toBeVisible();
  });

  test('marks what was not sent and what was refused, and finds it', async () => {
    await openHistory();
    await expect.element(cell('Labor', 'Not sent yet')).toBeVisible();
    await expect.element(cell('Part', 'Refused')).toBeVisible();
    await page.getByRole('combobox', { name: 'State' }).fill('Refused');
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByText('1 change')).toBeVisible();
    await expect.element(row('Labor')).not.toBeInTheDocument();
  });

  test('is narrowed to money, to the plan and to people', async () => {
    await openHistory();
    for (const section of ['Receipts', 'Repair plan', 'Contacts']) {
      await page.getByRole('combobox', { name: 'Section' }).fill(section);
      await userEvent.keyboard('{Tab}');
      await expect.element(page.getByText('1 change')).toBeVisible();
      await expect.element(cell(section, section)).toBeVisible();
    }
  });
});

test('the change log names who changed which setting, and leads to it', async () => {
  const employee = { ...emptyRecord('employee'), id: line.id, deleted: false, about: { name: 'Ann Lee', roles: '' } };
  const email = entryOf('employee', 'email', {
    ...{ value: { address: 'ann@example.com' }, before: { address: '' } },
  });
  const window = await openWindow({
    library: { ...noLibrary, employees: [employee] } as unknown as typeof noLibrary,
    answers: { 'change-log.list': [email] },
    refuse: { 'change-log.fetch': { kind: 'unavailable', what: 'cloud' } },
  });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' })).toBeInTheDocument();
  await userEvent.click(page.getByRole('list', { name: 'Places' }).getByRole('button', { name: 'Configure' }));
  await userEvent.click(page.getByRole('button', { name: /^Change log/ }));
  const grid = page.getByRole('grid', { name: 'Change log' });
  await expect.element(grid.getByRole('gridcell', { name: 'Ann Lee › Email', exact: true })).toBeVisible();
  await expect.element(grid.getByRole('gridcell', { name: 'ann@example.com', exact: true })).toBeVisible();
  await expect.element(grid.getByRole('gridcell', { name: 'Employees', exact: true })).toBeVisible();
  await expect.element(page.getByText('Only what this PC has seen is shown.')).toBeVisible();
  await userEvent.dblClick(grid.getByText('ann@example.com'));
  await expect.element(page.getByRole('region', { name: 'Ann Lee', exact: true })).toBeVisible();
  expect(window.askedFor('history.list')).toEqual([]);
});
