/** DMS Activity, its connection and its dialogs in pictures. */
import type { Page } from '@playwright/test';
import { listIsReady, typeInto } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { picture } from './picture.ts';

test('DMS Activity in pictures', async ({ openPc, cloud }) => {
  const front = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.office });
  const { window, app } = front;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await window
    .getByRole('grid', { name: 'Workfiles' })
    .getByRole('row')
    .nth(1)
    .getByRole('gridcell')
    .first()
    .dblclick();
  await window.getByRole('tab', { name: 'Receipts', exact: true }).click();
  await window.keyboard.press('Insert');
  await window.keyboard.press('Tab');
  await window.keyboard.type('500');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  const opened = app.waitForEvent('window');
  await window.keyboard.press('F12');
  const dms = { ...front, window: await opened };
  const button = (name: string, on: Page = dms.window) => on.getByRole('button', { name, exact: true });
  await expect(dms.window.getByRole('tab', { name: 'Properties' })).toBeVisible();
  await dms.window.getByRole('tab', { name: 'Payments' }).click();
  await button('Export all Ready payments').click();
  await expect(button('Add the Customer ID')).toBeVisible();
  await button('Add the Customer ID').click();
  await expect(dms.window.getByText('No match', { exact: true })).toBeVisible({ timeout: 30_000 });
  await picture(dms, 'dms-customers');
  await dms.window.keyboard.press('Escape');
  await typeInto(dms.window, 'DMS Repair ID', '48213');
  await typeInto(dms.window, 'DMS Customer ID', '9876543');
  await dms.window.keyboard.press('Tab');
  await expect(dms.window.getByText(/^Typed by /).nth(1)).toBeVisible();
  await picture(dms, 'dms-properties');
  await dms.window.getByRole('tab', { name: 'Payments' }).click();
  await button('Export all Ready payments').click();
  await expect(dms.window.getByRole('listitem').filter({ hasText: '500.00' })).toContainText('Posted', {
    timeout: 60_000,
  });
  await picture(dms, 'dms-exporting');
  await button('Finish').click();
  await picture(dms, 'dms-payments');
  await dms.window.getByRole('tab', { name: 'History' }).click();
  await picture(dms, 'dms-history');
  await button('Print Export Summary').click();
  await expect(dms.window.getByRole('heading', { name: 'DMS Export Summary' })).toBeVisible({ timeout: 30_000 });
  await picture(dms, 'dms-export-summary');
  await button('Close').click();
  await button('Configure', window).click();
  await window.getByRole('button', { name: /^DMS connection/ }).click();
  await expect(window.getByRole('combobox', { name: 'Partner' })).toBeVisible();
  await button('Test connection', window).click();
  await expect(window.getByText('The DMS answers')).toBeVisible();
  await picture(front, 'dms-connection');
  await typeInto(window, 'Partner', 'CDK Drive (Fortellis)');
  await picture(front, 'dms-connection-cdk');
});
