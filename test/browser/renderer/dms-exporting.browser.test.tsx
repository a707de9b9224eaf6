// “Exporting payments” where the dealer's system does not take one: what to correct, where, and trying again.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { placeOfPath } from '../../../src-renderer/stores/workfile/places.ts';
import { sheetOf, workfileId } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { day, id, openDms, receiptOf, show } from './scripted-dms.ts';
import { openWindow } from './scripted-window.tsx';

const dialog = () => page.getByRole('dialog', { name: 'Exporting payments' });
const button = (name: string) => dialog().getByRole('button', { name, exact: true });

/** Exports two receipts; the first is posted, the second fails. */
async function failOne(reason: string) {
  const window = await openDms(
    { receipts: [receiptOf(1), receiptOf(2)] },
    { answers: { 'dms.export-payments': { asked: [id(1), id(2)], left: [] } } },
  );
  await show('Payments');
  await userEvent.click(page.getByRole('button', { name: 'Export all Ready payments' }));
  await expect.element(dialog()).toBeVisible();
  window.changeElsewhere([
    { kind: 'receipt', record: receiptOf(1, { state: 'posted', postedOn: day }) },
    { kind: 'receipt', record: receiptOf(2, { state: 'failed', reason }) },
  ]);
  await expect.element(dialog().getByText(reason)).toBeVisible();
  return window;
}

test('what failed says what to correct, and is tried again without what was posted', async () => {
  const window = await failOne('Unknown cashier');
  await expect.element(dialog().getByText(/^Correct what the DMS names, here or in the DMS itself/)).toBeVisible();
  await userEvent.click(button('Try again'));
  await expect
    .poll(() => window.askedFor('dms.export-payments').map((asked) => (asked as { receiptIds: unknown }).receiptIds))
    .toEqual([[id(1), id(2)], [id(2)]]);
  window.changeElsewhere([{ kind: 'receipt', record: receiptOf(2, { state: 'posted', postedOn: day }) }]);
  await expect.element(dialog().getByText('Posted').nth(1)).toBeVisible();
  await expect.element(button('Try again')).not.toBeInTheDocument();
  await expect.element(button('Close')).not.toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog()).not.toBeInTheDocument();
});

test('a customer whom the DMS does not know is corrected under Properties', async () => {
  await failOne('Customer 9876543 not on file');
  await expect.element(dialog().getByText(/^Compare the Customer ID under Properties/)).toBeVisible();
  await userEvent.click(button('Properties'));
  await expect.element(page.getByLabelText('DMS Customer ID')).toBeVisible();
});

test('an account that the DMS does not know is corrected where the connection is set up', async () => {
  const window = await failOne('Invalid account 1203');
  await userEvent.click(button('Configure › DMS connection'));
  expect(window.told.at(-1)).toEqual({ name: 'view.app', input: { command: 'library.dms-connection' } });
});

test('one failed receipt says below the list what to correct, and is tried again by itself', async () => {
  const answers = { 'dms.export-payments': { asked: [id(2)], left: [] } };
  const receipts = [receiptOf(1), receiptOf(2, { state: 'failed', reason: 'Accounting month is closed' })];
  const window = await openDms({ receipts }, { answers });
  await show('Payments');
  await userEvent.click(page.getByRole('gridcell', { name: '48213-2A' }));
  await expect.element(page.getByText(/^48213-2A: Have the month of its date opened/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.poll(() => window.askedFor('dms.export-payments')).toEqual([{ workfileId, receiptIds: [id(2)] }]);
});

test('what lacks a Customer ID on a closed RO says that it is reopened first', async () => {
  const answers = { 'dms.export-payments': { asked: [], left: [{ receiptId: id(1), why: 'no-customer-id' }] } };
  const workfile = { ...sheetOf().workfile, stage: { stage: 'closed' } } as const;
  await openDms({ workfile, receipts: [receiptOf(1)] }, { answers });
  await show('Payments');
  await userEvent.click(page.getByRole('button', { name: 'Export all Ready payments' }));
  await expect
    .element(dialog().getByText(/cannot be added now: the workfile is closed; reopen it first/))
    .toBeVisible();
  await expect.element(button('Add the Customer ID')).toHaveAttribute('aria-disabled', 'true');
});

test('a receipt is opened among those of its workfile, in the window of the whole app', async () => {
  const window = await openDms({ receipts: [receiptOf(1)] });
  await show('Payments');
  await userEvent.click(page.getByRole('gridcell', { name: '48213-1A' }));
  await userEvent.click(page.getByRole('button', { name: 'Open receipt' }));
  const place = placeOfPath(id(1), 'receipt.money.amountCents');
  expect(window.told.at(-1)).toEqual({ name: 'view.place', input: { workfileId, place } });
});

test('the window of the whole app shows the receipt that was chosen beside it', async () => {
  const window = await openWindow({ sheet: sheetOf({ receipts: [receiptOf(1)] }), heads: [headOf(0, 'Turpin')] });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin')).toBeVisible();
  const place = placeOfPath(id(1), 'receipt.money.amountCents');
  window.hostNotice('place.chosen', { workfileId, place });
  const tab = page.getByRole('tab', { name: 'Receipts', exact: true });
  await expect.element(tab).toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByRole('gridcell', { name: '48213-1A' })).toBeVisible();
});

test('F4 looks for the customer, or for the vehicle where one stands at it', async () => {
  const none = { kind: 'found', matches: [] };
  const window = await openDms({}, { answers: { 'dms.find-customers': none, 'dms.find-vehicles': none } });
  await userEvent.click(page.getByLabelText('DMS Vehicle ID'));
  window.hostNotice('command.chosen', { command: 'customer.find' });
  await expect.element(page.getByRole('dialog', { name: 'DMS vehicles' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await userEvent.click(page.getByLabelText('DMS Repair ID'));
  window.hostNotice('command.chosen', { command: 'customer.find' });
  await expect.element(page.getByRole('dialog', { name: 'DMS customers' })).toBeVisible();
});
