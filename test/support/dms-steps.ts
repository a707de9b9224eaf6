/** The steps of somebody at a workfile that a simulated dealer shall know. */
import { expect, type Locator, type Page } from '@playwright/test';
import { choose, fieldNamed, giveCommand, goTo, newWorkfile, setPayer, typeInto, typeLines } from './desktop-window.ts';
import { openDms } from './dms-window.ts';
import type { Pc } from './electron-pc.ts';

/** A workfile of an owner who has that last name. */
export async function beginFor({ window }: Pick<Pc, 'window'>, last: string): Promise<void> {
  await window.bringToFront();
  await newWorkfile(window);
  await typeInto(window, 'Last name', last);
}

/** Names the vehicle of the workfile in front. */
export async function nameVehicle(window: Page, vin: string, make: string, model: string): Promise<void> {
  await goTo(window, 'Vehicle');
  await typeInto(window, 'VIN', vin);
  await typeInto(window, 'Make', make);
  await typeInto(window, 'Model', model);
}

/** Makes the workfile in front a repair order. */
export async function becomeRepairOrder(window: Page): Promise<void> {
  await setPayer(window, 'Self Pay');
  await giveCommand(window, 'Convert to repair order');
}

/** Locks the estimate of the workfile in front, which has one line then. */
export async function lockOneLine(window: Page): Promise<void> {
  await goTo(window, 'Estimate');
  await typeLines(window, [{ Oper: 'Rpr', Description: 'LT fender', Labor: '1.0' }]);
  await giveCommand(window, 'Lock estimate');
}

/** Closes the repair order in front, after a look at all that is worth one. */
export async function closeOrder(window: Page): Promise<void> {
  await choose(window, 'Close repair order');
  const dialog = window.getByRole('dialog', { name: 'Close repair order' });
  await expect(dialog).toBeVisible();
  for (const point of await dialog.getByRole('checkbox').all()) await point.check();
  await dialog.getByRole('button', { name: 'Close repair order' }).click();
  await expect(dialog).toBeHidden();
}

/** The RO number of the workfile in front. */
export const titleOf = (window: Page): Promise<string> =>
  window.getByRole('region', { name: 'Workfile summary' }).getByRole('heading').innerText();

type IdName = 'DMS Repair ID' | 'DMS Customer ID' | 'DMS Vehicle ID';

export const idOf = (dms: Page, name: IdName): Locator => fieldNamed(dms, name);

/** Types an ID, and waits until it is told whose it is. */
export async function typeId(dms: Page, name: IdName, id: string): Promise<void> {
  await typeInto(dms, name, id);
  await expect(idOf(dms, name)).toHaveValue(id);
}

/** Makes the owner a new record of the dealer; answers the ID. */
export async function exportCustomer(dms: Page): Promise<string> {
  await dms.getByRole('button', { name: 'Find customer…' }).click();
  await dms.getByLabel('Customer not listed – export as new customer record').check();
  await dms.getByRole('button', { name: 'Next' }).click();
  await expect(idOf(dms, 'DMS Customer ID')).toHaveValue(/^\d+$/, { timeout: 60_000 });
  return idOf(dms, 'DMS Customer ID').inputValue();
}

/** DMS Activity of a new workfile of an owner who has that last name. */
export async function openDmsFor(pc: Pc, last: string): Promise<Page> {
  await beginFor(pc, last);
  return openDms(pc);
}
