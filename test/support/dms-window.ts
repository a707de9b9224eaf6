/** What a person does around DMS Activity in the app's windows. */
import { expect, type Locator, type Page } from '@playwright/test';
import { listIsReady } from './desktop-window.ts';
import type { Pc } from './electron-pc.ts';

/** Opens the first workfile of the demo shop's list. */
export async function openFirst({ window }: Pc): Promise<void> {
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  const cells = window.getByRole('grid', { name: 'Workfiles' }).getByRole('row').nth(1).getByRole('gridcell');
  await cells.first().dblclick();
  await expect(window.getByRole('tab', { name: 'Receipts', exact: true })).toBeVisible();
}

/** Takes a receipt from the customer in the workfile in front; the amount as it is typed. */
export async function takeReceipt({ window }: Pc, amount: string): Promise<void> {
  await window.getByRole('tab', { name: 'Receipts', exact: true }).click();
  await window.keyboard.press('Insert');
  await window.keyboard.press('Tab');
  await window.keyboard.type(amount);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
}

/** DMS Activity of the workfile in front, which F12 opens beside the app. */
export async function openDms({ window, app }: Pc): Promise<Page> {
  const opened = app.waitForEvent('window');
  await window.keyboard.press('F12');
  const dms = await opened;
  await expect(dms.getByRole('tab', { name: 'Properties' })).toBeVisible();
  return dms;
}

export const paymentOf = (dms: Page, amount: string): Locator =>
  dms.getByRole('grid', { name: 'Payments' }).getByRole('row').filter({ hasText: amount });

/** Exports all Ready payments, and waits until the one of that amount is Posted. */
export async function exportPayments(dms: Page, amount: string): Promise<void> {
  await dms.getByRole('tab', { name: 'Payments' }).click();
  await dms.getByRole('button', { name: 'Export all Ready payments' }).click();
  const exporting = dms.getByRole('listitem').filter({ hasText: amount });
  await expect(exporting).toContainText('Posted', { timeout: 60_000 });
  await dms.getByRole('button', { name: 'Finish' }).click();
}
