/** The window of DMS Activity over a scripted backend, with receipts and lines of the history. */
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CivilDate } from '../../../src-shared/base/dates.ts';
import type { DmsEventId, ReceiptId } from '../../../src-shared/base/ids.ts';
import { type DmsEvent, dmsEventSpec } from '../../../src-shared/domain/dms/dms-event.ts';
import { type Receipt, receiptSpec } from '../../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { connection } from './sample-connection.ts';
import { contactOf, lineOf, sheetOf, workfileId } from './sample-sheet.ts';
import { noLibrary } from './scripted-answers.ts';
import { openWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

export const day = '2026-11-21' as CivilDate;
export const id = (n: number): string => `0190dddd-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const receiptOf = (n: number, dms?: Partial<NonNullable<Receipt['dms']>>): Receipt => ({
  id: id(n) as ReceiptId,
  deleted: false,
  parent: { workfileId },
  number: { number: `48213-${n}A`, serial: n },
  money: { ...emptyGroup(receiptSpec, 'money'), amountCents: 100_000, date: '2026-11-20' as CivilDate },
  taken: { at: n, by: 'Robin Ellery' },
  chain: emptyGroup(receiptSpec, 'chain'),
  ...(dms && { dms: { ...emptyGroup(receiptSpec, 'dms'), ...dms } }),
});
/** A line of the cloud's, by its id. */
export const eventOf = (n: number, what: Partial<DmsEvent['what']>): DmsEvent => ({
  id: id(100 + n).replace('-7', '-8') as DmsEventId,
  deleted: false,
  parent: { workfileId },
  what: { ...emptyGroup(dmsEventSpec, 'what'), by: 'Janet Smith', at: shopTime(20, 9, n), ...what },
});
const library = { ...noLibrary, dmsConnections: [connection] };
const owner = { ...contactOf('owner', 1), name: { first: 'Sharon', last: 'Turpin', company: '' } };
export const begun: Partial<WorkfileSheet> = {
  contacts: [owner],
  lines: [lineOf(1, 'LT fender', { misc: { amountCents: 287_767, taxed: false } })],
};

export async function openDms(sheet: Partial<WorkfileSheet> = {}, script: Parameters<typeof openWindow>[0] = {}) {
  const window = await openWindow({ view: workfileId, sheet: sheetOf({ ...begun, ...sheet }), library, ...script });
  await expect.element(page.getByRole('tab', { name: 'Properties' })).toBeVisible();
  return window;
}
export const show = (tab: string) => userEvent.click(page.getByRole('tab', { name: tab }));
export const row = (number: string) => page.getByRole('row').filter({ hasText: number });
export async function says(number: string, ...words: readonly string[]): Promise<void> {
  for (const word of words) await expect.element(row(number).filter({ hasText: word })).toBeVisible();
}
