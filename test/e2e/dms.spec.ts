/** DMS Activity of a workfile in a window of its own: ids by hand and from the dealer, payments that are posted, the history. */
import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInEachColor } from '../support/accessible-window.ts';
import { choose, syncWord, typeInto } from '../support/desktop-window.ts';
import { exportPayments, openDms, openFirst, paymentOf, takeReceipt } from '../support/dms-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';

test.describe.configure({ timeout: 300_000 });

/** The dates of the receipt and of its posting. */
const isPosted = /\d+\/\d+\/\d{4}.*Posted\d+\/\d+\/\d{4}/;

async function closeByOk(dms: Page): Promise<void> {
  const closed = dms.waitForEvent('close');
  // The window is gone before the press has come to its end.
  void dms
    .getByRole('button', { name: 'OK' })
    .click()
    .catch(() => undefined);
  await closed;
}

test('F12 opens DMS Activity beside the app, once for each workfile, and OK closes it', async ({ openPc, cloud }) => {
  const front = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  const { window, app } = front;
  await openFirst(front);
  const label = await window.getByRole('region', { name: 'Workfile summary' }).getByRole('heading').innerText();
  const dms = await openDms(front);
  const titles = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()));
  await expect.poll(titles).toContain(`${label} - DMS Activity`);
  await expectAccessibleInEachColor(dms, 'DMS properties');
  await window.bringToFront();
  await window.keyboard.press('F12');
  await expect.poll(async () => (await titles()).length).toBe(2);
  await closeByOk(dms);
  await expect.poll(async () => (await titles()).length).toBe(1);
});

test('a customer who is not listed gets an ID from the dealer, is found by it, and a payment is posted', async ({
  openPc,
  cloud,
}) => {
  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await openFirst(office);
  await takeReceipt(office, '500');
  const dms = await openDms(office);

  await test.step('the customer becomes a new record of the dealer', async () => {
    await dms.getByRole('button', { name: 'Find customer…' }).click();
    await expect(dms.getByText('No match', { exact: true })).toBeVisible({ timeout: 30_000 });
    await expectAccessible(dms, 'DMS customers');
    await dms.getByLabel('Customer not listed – export as new customer record').check();
    await dms.getByRole('button', { name: 'Next' }).click();
    await expect(dms.getByText(/^Exported as a new record/)).toBeVisible({ timeout: 60_000 });
  });

  await test.step('the dealer knows them from then on', async () => {
    const id = await dms.getByLabel('DMS Customer ID').inputValue();
    expect(id).toMatch(/^\d+$/);
    await dms.getByRole('button', { name: 'Find customer…' }).click();
    await dms.getByRole('gridcell', { name: id }).click({ timeout: 30_000 });
    await dms.getByRole('button', { name: 'Next' }).click();
    await expect(dms.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('the payment is posted, and the history tells of it', async () => {
    await exportPayments(dms, '500.00');
    await expect(paymentOf(dms, '500.00')).toContainText(isPosted);
    await expectAccessibleInEachColor(dms, 'DMS payments');
    await dms.getByRole('tab', { name: 'History' }).click();
    await expect(dms.getByRole('row', { name: /DMS Customer ID added/ })).toBeVisible();
    await expect(dms.getByRole('row', { name: /Payment posted.*500\.00/ })).toBeVisible();
    await expectAccessibleInEachColor(dms, 'DMS history');
  });

  await test.step('the history is laid out to be printed', async () => {
    await dms.getByRole('button', { name: 'Print Export Summary' }).click();
    await expect(dms.getByRole('heading', { name: 'DMS Export Summary' })).toBeVisible({ timeout: 30_000 });
    await expectAccessible(dms, 'DMS print');
    await dms.getByRole('button', { name: 'Close', exact: true }).click();
  });
  await closeByOk(dms);
});

test('Configure › DMS connection shuts nobody out, in any color, set up and tested', async ({ openPc, cloud }) => {
  const { window } = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await choose(window, 'DMS connection');
  await window.getByRole('button', { name: 'Test connection' }).click();
  await expect(window.getByText('The DMS answers')).toBeVisible({ timeout: 60_000 });
  await expectAccessibleInEachColor(window, 'DMS connection');
  await typeInto(window, 'Partner', 'CDK Drive (Fortellis)');
  await expect(window.getByLabel(/^Subscription ID/)).toBeVisible();
  await expectAccessibleInEachColor(window, 'DMS connection of CDK');
});

test('without network ids are typed and exports wait, said so, and both arrive when it is back', async ({
  openPc,
  cloud,
}) => {
  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await openFirst(office);
  await cloud.stop();
  await expect(syncWord(office.window)).toContainText('Offline', { timeout: 60_000 });
  await takeReceipt(office, '250');
  const dms = await openDms(office);
  await typeInto(dms, 'DMS Customer ID', '9876543');
  await expect(dms.getByText(/^Typed by /)).toBeVisible();
  await dms.getByRole('button', { name: 'Find vehicle…' }).click();
  await expect(dms.getByText(/^You are offline: the search waits/)).toBeVisible();
  await dms.keyboard.press('Escape');
  await dms.getByRole('tab', { name: 'Payments' }).click();
  await dms.getByRole('button', { name: 'Export all Ready payments' }).click();
  const waiting = dms.getByRole('listitem').filter({ hasText: '250.00' });
  await expect(waiting).toContainText('Waits for the cloud; goes on when online');
  await dms.getByRole('button', { name: 'Finish' }).click();
  await cloud.start();
  await expect(paymentOf(dms, '250.00')).toContainText(isPosted, { timeout: 120_000 });
  await dms.getByRole('tab', { name: 'History' }).click();
  await expect(dms.getByRole('row', { name: /DMS Customer ID added/ })).toContainText('9876543');
  await expect(dms.getByRole('row', { name: /Payment posted.*250\.00/ })).toBeVisible();
});
