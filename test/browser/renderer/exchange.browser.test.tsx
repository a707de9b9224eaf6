// What is dropped on the window: files are looked at as estimates, text goes where it is dropped.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import type { ImportOffer } from '../../../src-shared/ipc/exchange-requests.ts';
import { openEstimate } from './estimate-window.tsx';
import { workfileId } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow } from './scripted-window.tsx';

/** Drops something on the window; answers whether the window took it. */
function drop(fill: (data: DataTransfer) => void): boolean {
  const dataTransfer = new DataTransfer();
  fill(dataTransfer);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}

test('dropped files that are no estimate are told of, and dropped text is left to its field', async () => {
  await openEstimate();
  expect(drop((data) => data.setData('text/plain', 'LT fender'))).toBe(false);
  expect(drop((data) => data.items.add(new File(['x'], 'readme.txt')))).toBe(true);
  await expect.element(page.getByText(/there is no EMS set and no BMS document/).first()).toBeVisible();
});

const customerId = '0190cccc-0000-7000-8000-000000000001' as CustomerId;
const offer: ImportOffer = {
  ...{ ticket: 'a'.repeat(32), key: 'estimate.xml', keys: ['estimate.xml'], format: 'bms', system: 'M' },
  ...{ version: 'E01', owner: 'Underhill, Harriet', vehicle: '2003 Honda Accord', claim: '', lines: 6 },
  ...{ figures: [], remarks: [], candidates: [] },
  customers: [{ customerId, name: 'Underhill, Harry', likeness: 'phone' }],
};

async function openOffer(found: ImportOffer) {
  const answers = { 'import.begin': { ticket: found.ticket }, 'import.read': found, 'import.apply': workfileId };
  const window = await openWindow({ answers, heads: [headOf(0, 'Turpin, Sharon')] });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  drop((data) => data.items.add(new File(['x'], 'estimate.xml')));
  const dialog = page.getByRole('dialog', { name: 'Import estimate' });
  await expect.element(dialog.getByRole('group', { name: 'The owner, Underhill, Harriet, is' })).toBeVisible();
  return { window, dialog };
}

test('an import proposes the customer that the owner may be, and takes a new one where somebody says so', async () => {
  const { window, dialog } = await openOffer(offer);
  const proposed = dialog.getByRole('radio', { name: 'Underhill, Harry, who is a customer with the same phone' });
  await expect.element(proposed).toBeChecked();
  await userEvent.click(dialog.getByRole('radio', { name: 'A new customer of the shop' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Import as a new workfile' }));
  const asked = { ticket: offer.ticket, workfileId: null, customer: 'new' };
  await expect.poll(() => window.askedFor('import.apply')).toEqual([asked]);
});

test('an owner like no customer becomes a new one, unless it is to stand in the workfile alone', async () => {
  const { window, dialog } = await openOffer({ ...offer, customers: [] });
  await expect.element(dialog.getByRole('radio', { name: 'A new customer of the shop' })).toBeChecked();
  await userEvent.click(dialog.getByRole('radio', { name: /^No customer/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'Import as a new workfile' }));
  await expect.poll(() => window.askedFor('import.apply')).toEqual([{ ticket: offer.ticket, workfileId: null }]);
});
