/** DMS Activity in every state, asked by axe and saved beside the other screens' pictures: nothing, full, long, without a network. */
import type { Page } from '@playwright/test';
import { choose, goTo, listIsReady, newWorkfile, setPayer, syncWord, typeInto } from '../support/desktop-window.ts';
import { exportPayments, openDms, openFirst, paymentOf, takeReceipt } from '../support/dms-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import type { Pc } from '../support/electron-pc.ts';
import { everyLook, type LookName, lookAt } from './looks.ts';

const tabs = ['Properties', 'Payments', 'History'] as const;

/** Walks through the three tabs of the window. */
async function eachTab(pc: Pc, dms: Page, state: string, wanted: readonly LookName[]): Promise<void> {
  for (const tab of tabs) {
    await dms.getByRole('tab', { name: tab }).click();
    await expect(dms.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
    await lookAt({ ...pc, window: dms }, `dms-${tab.toLowerCase()}.${state}`, wanted);
  }
}

test('DMS Activity, empty and full, long and without a network', async ({ openPc, cloud }) => {
  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await openFirst(office);
  await takeReceipt(office, '500');
  const full = await openDms(office);
  await eachTab(office, full, 'nothing-exported', ['light', 'dark']);
  await full.getByRole('tab', { name: 'Properties' }).click();
  await typeInto(full, 'DMS Repair ID', '48213');
  await typeInto(full, 'DMS Customer ID', '9876543');
  await full.keyboard.press('Tab');
  await expect(full.getByText(/^Typed by /).nth(1)).toBeVisible();
  await exportPayments(full, '500.00');
  await takeReceipt(office, '120.50');
  await expect(paymentOf(full, '120.50')).toContainText('Ready');
  await eachTab(office, full, 'full', everyLook);
  await cloud.stop();
  await expect(syncWord(office.window)).toContainText('Offline', { timeout: 60_000 });
  await full.getByRole('tab', { name: 'Payments' }).click();
  await full.getByRole('button', { name: 'Export all Ready payments' }).click();
  await expect(full.getByRole('listitem').filter({ hasText: '120.50' })).toContainText('Waits for the cloud');
  await lookAt({ ...office, window: full }, 'dms-exporting.offline', ['light', 'dark']);
  await full.getByRole('button', { name: 'Finish' }).click();
  await eachTab(office, full, 'offline', ['light']);
});

test('DMS Activity of a new workfile, with long words', async ({ openPc, cloud }) => {
  const front = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await listIsReady(front.window);
  await newWorkfile(front.window);
  const empty = await openDms(front);
  await eachTab(front, empty, 'empty', ['light', 'dark']);
  await goTo(front.window, 'Contacts');
  const long = 'Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley of the very long names';
  await typeInto(front.window, 'First name', long.slice(0, 60));
  await typeInto(front.window, 'Last name', long.slice(0, 60));
  await front.window.keyboard.press('Tab');
  await expect(empty.getByText(long.slice(0, 60)).first()).toBeVisible();
  await eachTab(front, empty, 'long', ['light', 'narrow']);
});

test('the dialogs around DMS Activity: a customer who is found, a new vehicle, and converting', async ({
  openPc,
  cloud,
}) => {
  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await openFirst(office);
  const dms = await openDms(office);
  const shown = { ...office, window: dms };
  const find = (what: 'customer' | 'vehicle') => dms.getByRole('button', { name: `Find ${what}…` }).click();
  const next = () => dms.getByRole('button', { name: 'Next' }).click();
  await find('customer');
  await dms.getByLabel('Customer not listed – export as new customer record').check();
  await lookAt(shown, 'dms-customers.not-listed', ['light', 'narrow']);
  await next();
  await expect(dms.getByText(/^Exported as a new record/)).toBeVisible({ timeout: 60_000 });
  const id = await dms.getByLabel('DMS Customer ID').inputValue();
  await find('customer');
  await dms.getByRole('gridcell', { name: id }).click({ timeout: 30_000 });
  await lookAt(shown, 'dms-customers.found', everyLook);
  await dms.keyboard.press('Escape');
  await find('vehicle');
  await dms.getByLabel('Vehicle not listed – export as new vehicle record').check();
  await lookAt(shown, 'dms-vehicles.not-listed', ['light', 'dark']);
  await next();
  await expect(dms.getByLabel('Make')).toBeVisible();
  await lookAt(shown, 'dms-new-vehicle.full', everyLook);
  await dms.keyboard.press('Escape');
  await newWorkfile(office.window);
  await setPayer(office.window, 'Self Pay');
  await choose(office.window, 'Convert to repair order');
  await expect(office.window.getByRole('dialog', { name: 'Convert to repair order' })).toBeVisible();
  await lookAt(office, 'convert.reserved', everyLook);
});
