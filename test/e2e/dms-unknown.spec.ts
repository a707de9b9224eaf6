/** Payments of which nobody knows whether they arrived, at a dealer that cannot be asked: a person looks, and says what they found. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible-window.ts';
import { beginFor, typeId } from '../support/dms-steps.ts';
import { openDms, paymentOf, takeReceipt } from '../support/dms-window.ts';
import { type DealerPlace, expect, test } from '../support/electron-dealer.ts';

test.use({ recall: 'none' });
test.describe.configure({ timeout: 240_000 });

/** A payment that is left in doubt; answers its window with the dialog in which a person decides. */
async function inDoubt(
  { pc, dealer }: DealerPlace,
  kind: 'lost-answer' | 'lost-request',
  amount: string,
): Promise<Page> {
  await beginFor(pc, 'Doubtful');
  await takeReceipt(pc, amount);
  const dms = await openDms(pc);
  await typeId(dms, 'DMS Customer ID', '9876543');
  await dealer.lay({ kind });
  await dms.getByRole('tab', { name: 'Payments' }).click();
  await dms.getByRole('button', { name: 'Export all Ready payments' }).click();
  await dms.getByRole('button', { name: 'Finish' }).click();
  await expect(paymentOf(dms, amount)).toContainText('Outcome unknown, check in DMS', { timeout: 120_000 });
  await paymentOf(dms, amount).getByRole('gridcell').first().click();
  await dms.getByRole('button', { name: 'Check in DMS…' }).click();
  await expect(dms.getByRole('dialog', { name: 'Is it in the DMS?' })).toBeVisible();
  return dms;
}

const decide = (dms: Page, title: string) =>
  dms.getByRole('dialog').getByRole('button', { name: title, exact: true }).click();

const booked = async ({ dealer }: DealerPlace, amountCents: number) =>
  (await dealer.journal()).filter(({ request }) => request.kind === 'payment' && request.amountCents === amountCents);

test('a payment that a person finds in the DMS is Posted under its reference there', async ({ office }) => {
  const dms = await inDoubt(office, 'lost-answer', '201.01');
  await expectAccessible(dms, 'Is it in the DMS?');
  const [there] = await booked(office, 20_101);
  await dms.getByLabel('Reference in the DMS').fill(there?.reference ?? '');
  await dms.getByLabel('How you know it').fill('Seen in the ledger');
  await decide(dms, 'It is in the DMS');
  await expect(paymentOf(dms, '201.01')).toContainText('Posted', { timeout: 60_000 });
  await dms.getByRole('tab', { name: 'History' }).click();
  await expect(dms.getByRole('row').filter({ hasText: 'Seen in the ledger' })).toBeVisible();
  expect(await booked(office, 20_101)).toHaveLength(1);
});

test('a payment that a person does not find there is sent again, once', async ({ office }) => {
  const dms = await inDoubt(office, 'lost-request', '202.02');
  await dms.getByLabel('How you know it').fill('Not in the ledger');
  await decide(dms, 'It is not there – send again');
  await expect(paymentOf(dms, '202.02')).toContainText('Posted', { timeout: 60_000 });
  expect(await booked(office, 20_202)).toHaveLength(1);
});
