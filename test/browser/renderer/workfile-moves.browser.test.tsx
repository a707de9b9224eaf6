// Closing, cancelling and reopening in a real browser: what is missing leads to its field, and a closed workfile is read-only.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { connection } from './sample-connection.ts';
import { lineOf, sheetOf, workfileId } from './sample-sheet.ts';
import { headOf, noLibrary } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

const plain = sheetOf({ lines: [lineOf(1, 'a1', {})] });
const repairOrder: WorkfileSheet = {
  ...plain,
  workfile: { ...plain.workfile, stage: { stage: 'repair-order' }, number: { ro: '10231' } },
  contacts: plain.contacts.map((one) => ({ ...one, name: { first: 'Sharon', last: 'Turpin', company: '' } })),
  insurance: { ...plain.insurance, payer: { payer: 'Self Pay' } },
  vehicle: { ...plain.vehicle, identity: { ...plain.vehicle.identity, make: 'Toyota', vin: '' } },
  estimate: { ...plain.estimate, lock: { at: 1, by: 'Casey Moor' } },
  unsavedSince: 0,
};
const moved = { at: shopTime(20, 9, 30), by: 'Casey Moor', reason: 'Went to another shop' };
const stand = (stage: WorkfileSheet['workfile']['stage']['stage'], sheet = repairOrder): WorkfileSheet => ({
  ...sheet,
  workfile: { ...sheet.workfile, stage: { stage }, moved },
});

async function openWorkfile(sheet: WorkfileSheet, library = noLibrary): Promise<ScriptedWindow> {
  const answers = { 'workfile.move': null };
  const window = await openWindow({ sheet, heads: [headOf(0, 'Turpin, Sharon')], answers, library });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('tab', { name: 'Vehicle', exact: true })).toBeVisible();
  return window;
}
const choose = (window: ScriptedWindow, command: string) => window.hostNotice('command.chosen', { command });
const dialog = (name: string) => page.getByRole('dialog', { name });

test('what must be settled before closing is listed, and leads to its field', async () => {
  const unpaid = { ...repairOrder, insurance: plain.insurance, estimate: plain.estimate };
  const window = await openWorkfile(unpaid);
  choose(window, 'workfile.close');
  const close = dialog('Close repair order').getByRole('button', { name: 'Close repair order' });
  await expect.element(close).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByText('The estimate is not locked')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Nobody says who pays' }));
  await expect.element(page.getByRole('combobox', { name: 'Payer' })).toHaveFocus();
  expect(window.askedFor('workfile.move')).toEqual([]);
});

test('what is only worth a look is ticked, and then it is closed', async () => {
  const window = await openWorkfile(repairOrder);
  choose(window, 'workfile.close');
  const close = dialog('Close repair order').getByRole('button', { name: 'Close repair order' });
  await expect.element(close).toHaveAttribute('aria-disabled', 'true');
  const looks = ['The VIN is missing', 'The mileage out is missing', 'Vehicle Out is not complete'];
  for (const point of looks) {
    await userEvent.click(page.getByRole('checkbox', { name: point }));
  }
  await userEvent.click(close);
  await expect.poll(() => window.askedFor('workfile.move')).toEqual([{ workfileId, move: 'close', reason: '' }]);
});

test('an ID that the dealer’s system asks for is worth a look, and leads to DMS Activity', async () => {
  const window = await openWorkfile(repairOrder, { ...noLibrary, dmsConnections: [connection] });
  choose(window, 'workfile.close');
  const close = dialog('Close repair order');
  await expect.element(close.getByRole('checkbox', { name: /^The DMS Repair ID is missing/ })).toBeVisible();
  await userEvent.click(close.getByRole('button', { name: /^Go there.*The DMS Customer ID is missing/ }));
  await expect.poll(() => window.told).toContainEqual({ name: 'view.dms', input: { workfileId } });
});

test('a closed workfile is read-only with the reason, and reopens for one', async () => {
  const window = await openWorkfile(stand('closed'));
  const last = page.getByRole('textbox', { name: 'Last name' }).first();
  await expect.element(last).toHaveAttribute('readonly');
  choose(window, 'estimate.supplement');
  await expect.element(page.getByText(/the workfile is closed; reopen it first/).first()).toBeVisible();
  choose(window, 'workfile.reopen');
  await expect.element(page.getByText(/It was closed .* by Casey Moor: Went to another shop/)).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Reason' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(window.askedFor('workfile.move')).toEqual([]);
  await userEvent.keyboard('A part came back{Enter}');
  await expect
    .poll(() => window.askedFor('workfile.move'))
    .toEqual([{ workfileId, move: 'reopen', reason: 'A part came back' }]);
});

test('each way says why it cannot be gone from here', async () => {
  const window = await openWorkfile(repairOrder);
  choose(window, 'workfile.cancel');
  await expect.element(page.getByText(/only an opportunity is cancelled/).first()).toBeVisible();
  choose(window, 'workfile.reopen');
  await expect.element(page.getByText(/the workfile is open/).first()).toBeVisible();
});
