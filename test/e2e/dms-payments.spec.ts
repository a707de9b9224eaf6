/** Payments to the dealer's system that do not go as they should, and who sees none of it. */
import type { Page } from '@playwright/test';
import { signInOf } from '../support/dealer-staff.ts';
import { listIsReady } from '../support/desktop-window.ts';
import { beginFor, exportCustomer, typeId } from '../support/dms-steps.ts';
import { exportPayments, openDms, paymentOf, takeReceipt } from '../support/dms-window.ts';
import { type DealerPlace, expect, test } from '../support/electron-dealer.ts';
import type { Pc } from '../support/electron-pc.ts';

test.describe.configure({ timeout: 240_000 });

/** DMS Activity of a new workfile with one receipt. */
async function withReceipt({ pc }: DealerPlace, last: string, amount: string): Promise<Page> {
  await beginFor(pc, last);
  await takeReceipt(pc, amount);
  return openDms(pc);
}

const exportAll = async (dms: Page): Promise<void> => {
  await dms.getByRole('tab', { name: 'Payments' }).click();
  await dms.getByRole('button', { name: 'Export all Ready payments' }).click();
};
const exporting = (dms: Page, amount: string) => dms.getByRole('listitem').filter({ hasText: amount });
const finish = (dms: Page) => dms.getByRole('button', { name: 'Finish' }).click();

/** How often the dealer booked a payment over so many cents. */
const bookings = async ({ dealer }: DealerPlace, amountCents: number): Promise<number> =>
  (await dealer.journal()).filter(({ request }) => request.kind === 'payment' && request.amountCents === amountCents)
    .length;

test('a receipt without a Customer ID is passed over, leads to the search, and goes afterwards', async ({ office }) => {
  const dms = await withReceipt(office, 'Skipped', '101.01');
  await exportAll(dms);
  await expect(exporting(dms, '101.01')).toContainText('the workfile has no Customer ID yet. It stays Ready');
  await dms.getByRole('button', { name: 'Add the Customer ID' }).click();
  await expect(dms.getByRole('dialog', { name: 'DMS customers' })).toBeVisible();
  await dms.keyboard.press('Escape');
  await exportCustomer(dms);
  await exportPayments(dms, '101.01');
  expect(await bookings(office, 10_101)).toBe(1);
});

test('a payment that the dealer refuses is Failed with the reason, and Posted when it is tried again', async ({
  office,
}) => {
  const dms = await withReceipt(office, 'Refused', '102.02');
  await typeId(dms, 'DMS Customer ID', '9876543');
  await office.dealer.lay({ kind: 'refuse', reason: 'Unknown cashier' });
  await office.dealer.lay({ kind: 'refuse', reason: 'Cashier gone home' });
  await exportAll(dms);
  await expect(exporting(dms, '102.02')).toContainText('Failed', { timeout: 60_000 });
  await expect(exporting(dms, '102.02')).toContainText('Unknown cashier');
  await dms.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
  await expect(exporting(dms, '102.02')).toContainText('Cashier gone home', { timeout: 60_000 });
  await finish(dms);
  await expect(paymentOf(dms, '102.02')).toContainText('Cashier gone home');
  await paymentOf(dms, '102.02').getByRole('gridcell').first().click();
  await dms.getByRole('toolbar', { name: 'Payments' }).getByRole('button', { name: 'Try again' }).click();
  await expect(exporting(dms, '102.02')).toContainText('Posted', { timeout: 60_000 });
  await finish(dms);
  await expect(paymentOf(dms, '102.02')).toContainText('Posted');
  expect(await bookings(office, 10_202)).toBe(1);
  await dms.getByRole('tab', { name: 'History' }).click();
  await expect(dms.getByRole('row', { name: /Payment failed/ })).toHaveCount(2);
  await expect(dms.getByRole('row', { name: /Payment posted/ })).toBeVisible();
});

test('a void receipt is listed and never exported', async ({ office }) => {
  const dms = await withReceipt(office, 'Voided', '103.03');
  await typeId(dms, 'DMS Customer ID', '9876543');
  const { window } = office.pc;
  await window.bringToFront();
  await window.getByRole('gridcell', { name: '103.03', exact: true }).first().click();
  await window
    .getByRole('toolbar', { name: 'Receipts' })
    .getByRole('button', { name: /^Void…/ })
    .click();
  await window.getByLabel(/^Reason/).fill('Typed twice');
  await window.getByRole('dialog').getByRole('button', { name: 'Void receipt' }).click();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await dms.getByRole('tab', { name: 'Payments' }).click();
  await expect(paymentOf(dms, '103.03')).toContainText('Void');
  const all = dms.getByRole('button', { name: 'Export all Ready payments' });
  await expect(all).toHaveAttribute('aria-disabled', 'true');
  expect(await bookings(office, 10_303)).toBe(0);
});

test('a partner that takes no payments is sent none, and every receipt stays Ready', async ({ office }) => {
  await office.connect({ settings: { payments: false } });
  const dms = await withReceipt(office, 'Unoffered', '104.04');
  await typeId(dms, 'DMS Customer ID', '9876543');
  await expect(dms.getByText(/payments export: no/)).toBeVisible({ timeout: 60_000 });
  await exportAll(dms);
  await expect(exporting(dms, '104.04')).toContainText('this DMS partner takes no payments. Nothing was sent');
  await finish(dms);
  await expect(paymentOf(dms, '104.04')).toContainText('Ready');
  expect(await bookings(office, 10_404)).toBe(0);
  await office.connect();
  await dms.getByRole('tab', { name: 'Properties' }).click();
  await expect(dms.getByText(/payments export: yes/)).toBeVisible({ timeout: 60_000 });
  await exportPayments(dms, '104.04');
});

/** DMS Activity of the workfile that was made last. */
async function openNewest(pc: Pc): Promise<Page> {
  await listIsReady(pc.window);
  const first = pc.window
    .getByRole('grid', { name: 'Workfiles' })
    .getByRole('row')
    .nth(1)
    .getByRole('gridcell')
    .first();
  await first.dblclick({ timeout: 60_000 });
  await expect(pc.window.getByRole('tablist', { name: 'Sections' })).toBeVisible();
  return openDms(pc);
}

test('the window says why it cannot be used: without the permission, and where the shop has it off', async ({
  office,
  openPc,
}) => {
  await beginFor(office.pc, 'Unseen');
  const own = await openDms(office.pc);
  await office.connect({ on: false });
  await expect(own.getByText(/switched off for this shop/)).toBeVisible({ timeout: 60_000 });
  await office.connect();
  await expect(own.getByLabel('DMS Customer ID')).toBeVisible({ timeout: 60_000 });
  const floor = await openPc({ name: 'FLOOR', cloudUrl: office.cloud.url, signIn: signInOf('technician') });
  const dms = await openNewest(floor);
  for (const tab of ['Properties', 'Payments', 'History']) {
    await dms.getByRole('tab', { name: tab }).click();
    await expect(dms.getByText(/does not include “See DMS Activity/)).toBeVisible();
  }
});
