/** The IDs of a repair in the dealer's system: reserved, chosen, exported and typed, with the cloud and without it. */
import { fieldNamed, goTo, syncWord, typeInto } from '../support/desktop-window.ts';
import {
  becomeRepairOrder,
  beginFor,
  closeOrder,
  exportCustomer,
  idOf,
  lockOneLine,
  nameVehicle,
  openDmsFor,
  titleOf,
  typeId,
} from '../support/dms-steps.ts';
import { openDms } from '../support/dms-window.ts';
import { expect, goOffline, test } from '../support/electron-dealer.ts';
import { chooseMenu } from '../support/exchange/chosen.ts';

test.describe.configure({ timeout: 240_000 });

const whereReserved = /^Reserved in the DMS/;

test('View › DMS Activity opens the window of the workfile in front', async ({ office: { pc } }) => {
  await beginFor(pc, 'Turpin');
  const opened = pc.app.waitForEvent('window');
  await chooseMenu(pc, 'View', 'DMS Activity');
  const dms = await opened;
  await expect(dms.getByRole('tab', { name: 'Properties' })).toBeVisible();
  await expect(dms.getByRole('region', { name: 'Workfile summary' })).toContainText('Turpin');
});

test('a conversion takes the number that the dealer reserves, as RO number and as Repair ID', async ({
  office: { pc, dealer },
}) => {
  await beginFor(pc, 'Reserved');
  await becomeRepairOrder(pc.window);
  const dms = await openDms(pc);
  await expect(idOf(dms, 'DMS Repair ID')).toHaveValue(/^\d+$/, { timeout: 60_000 });
  await expect(dms.getByText(whereReserved)).toBeVisible();
  const id = await idOf(dms, 'DMS Repair ID').inputValue();
  expect((await dealer.journal()).at(-1)).toMatchObject({ reference: id, request: { kind: 'reservation' } });
  await expect.poll(() => titleOf(pc.window)).toContain(id);
});

test('a number that the dealer does not give is typed, and typed again when it was wrong', async ({
  office: { pc, dealer },
}) => {
  await beginFor(pc, 'Unreserved');
  // Once before the conversion, and once after it.
  await dealer.lay({ kind: 'refuse', reason: 'No numbers left', times: 2 });
  await becomeRepairOrder(pc.window);
  const dms = await openDms(pc);
  await expect(dms.getByText(/No numbers left/)).toBeVisible({ timeout: 60_000 });
  await expect(idOf(dms, 'DMS Repair ID')).toHaveValue('');
  await typeId(dms, 'DMS Repair ID', '48213');
  await expect(dms.getByText(/^Typed by Dana Whitlock/)).toBeVisible();
  await typeId(dms, 'DMS Repair ID', '48214');
  await dms.getByRole('tab', { name: 'History' }).click();
  await expect(dms.getByRole('row', { name: /No numbers left/ })).toHaveCount(2);
  await expect(dms.getByRole('row', { name: /DMS Repair ID/ }).filter({ hasText: '48213' })).toHaveCount(2);
  await expect(dms.getByRole('row', { name: /48213.*48214/ })).toBeVisible();
});

test('a vehicle that is not listed goes there by make and model, and is a match for the next workfile', async ({
  office: { pc },
}) => {
  const { window } = pc;
  const vin = '2HGFB2F50CH303481';
  await beginFor(pc, 'Vehicular');
  await nameVehicle(window, vin, 'Honda', 'Civic');
  const first = await openDms(pc);
  await exportCustomer(first);
  await first.getByRole('button', { name: 'Find vehicle…' }).click();
  await first.getByLabel('Vehicle not listed – export as new vehicle record').check();
  await first.getByRole('button', { name: 'Next' }).click();
  await expect(fieldNamed(first, 'Make')).toHaveValue('Honda');
  await typeInto(first, 'Model', 'CIVIC LX');
  await first.getByRole('button', { name: 'Next' }).click();
  await expect(idOf(first, 'DMS Vehicle ID')).toHaveValue(/^\d+$/, { timeout: 60_000 });
  const id = await idOf(first, 'DMS Vehicle ID').inputValue();

  await beginFor(pc, 'Vehicular');
  await nameVehicle(window, vin, 'Honda', 'Civic');
  const second = await openDms(pc);
  await second.getByRole('button', { name: 'Find vehicle…' }).click();
  const match = second.getByRole('row').filter({ hasText: id });
  await expect(match).toContainText('CIVIC LX', { timeout: 30_000 });
  await match.getByRole('gridcell').first().click();
  await second.getByRole('button', { name: 'Next' }).click();
  await expect(second.getByRole('dialog')).toHaveCount(0);
  await expect(idOf(second, 'DMS Vehicle ID')).toHaveValue(id);
  await expect(second.getByText(/^Chosen from the DMS by Dana Whitlock/)).toBeVisible();
});

test('a closed repair order keeps its Customer and Vehicle ID, and only the Repair ID is still typed', async ({
  office: { pc },
}) => {
  const { window } = pc;
  await beginFor(pc, 'Closing');
  await nameVehicle(window, '1HGCM82633A004352', 'Honda', 'Accord');
  await becomeRepairOrder(window);
  await lockOneLine(window);
  const dms = await openDms(pc);
  await typeId(dms, 'DMS Customer ID', '9876543');
  await typeId(dms, 'DMS Vehicle ID', '555');
  await window.bringToFront();
  await closeOrder(window);
  for (const name of ['DMS Customer ID', 'DMS Vehicle ID'] as const)
    await expect(idOf(dms, name)).toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 });
  await expect(dms.getByRole('button', { name: 'Find customer…' })).toHaveAttribute('aria-disabled', 'true');
  await expect(idOf(dms, 'DMS Customer ID')).toHaveValue('9876543');
  await typeId(dms, 'DMS Repair ID', '48299');
  await expect(dms.getByText(/^Typed by Dana Whitlock/).first()).toBeVisible();
  await dms.getByRole('tab', { name: 'History' }).click();
  await expect(dms.getByRole('row', { name: /48299/ })).toBeVisible();
});

test('a customer whose name was corrected is updated in the DMS', async ({ office: { pc, dealer } }) => {
  const { window } = pc;
  const dms = await openDmsFor(pc, 'Corrected');
  const id = await exportCustomer(dms);
  await window.bringToFront();
  await goTo(window, 'Contacts');
  await typeInto(window, 'First name', 'Sharon');
  await dms.getByRole('button', { name: 'Update customer in DMS' }).click();
  await expect(dms.getByText(/^DMS Customer updated/)).toBeVisible({ timeout: 60_000 });
  const [last] = (await dealer.journal()).filter(({ reference }) => reference === id).slice(-1);
  expect(last?.request).toMatchObject({ kind: 'customer', customer: { first: 'Sharon', last: 'Corrected' } });
});

test('what is asked for without a network waits, and has its IDs when it is back', async ({ office }) => {
  const { pc, cloud } = office;
  const { window } = pc;
  await beginFor(pc, 'Offline');
  await expect(syncWord(window)).toContainText('Synced', { timeout: 60_000 });
  await goOffline(office);
  await becomeRepairOrder(window);
  const dms = await openDms(pc);
  await dms.getByRole('button', { name: 'Find customer…' }).click();
  await expect(dms.getByText(/^You are offline: the search waits/)).toBeVisible();
  await dms.getByLabel('Customer not listed – export as new customer record').check();
  await dms.getByRole('button', { name: 'Next' }).click();
  await expect(dms.getByText('Waits for the cloud; goes on when online').first()).toBeVisible();
  await cloud.start();
  await expect(idOf(dms, 'DMS Customer ID')).toHaveValue(/^\d+$/, { timeout: 120_000 });
  await expect(idOf(dms, 'DMS Repair ID')).toHaveValue(/^\d+$/, { timeout: 120_000 });
  await expect(dms.getByText(whereReserved)).toBeVisible();
  // The repair order has a number of the shop: nobody waited for the dealer's.
  const reserved = await idOf(dms, 'DMS Repair ID').inputValue();
  await expect.poll(() => titleOf(window)).toMatch(/^\d+$/);
  expect(await titleOf(window)).not.toBe(reserved);
});
