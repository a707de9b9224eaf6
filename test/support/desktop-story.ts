/** The workfile of the story: the people, the vehicle, the payer, and how a printed line is typed. */
import { expect, type Page } from '@playwright/test';
import { fieldNamed, goTo, newWorkfile, type TypedLine, typeInto } from './desktop-window.ts';
import type { PrintLine } from './golden/print-line.ts';

/** The cells of a printed line under the headings of the estimate's grid. */
export const typedLineOf = (line: PrintLine): TypedLine => ({
  Oper: line.operation,
  'Part type': line.partType ?? '',
  Description: line.description,
  'Part no': line.partNumber ?? '',
  Qty: line.quantity ?? '',
  'Price $': line.price ?? '',
  Labor: line.labor ?? '',
  Paint: line.paint ?? '',
  // A print brings its overlap and clear coat along as lines.
  Panel: line.paint === undefined ? '' : '<>',
  'Misc $': line.misc ?? '',
  Note: line.note ?? '',
});

/** Starts a workfile and types its owner. */
export async function typeOwner(window: Page): Promise<void> {
  await newWorkfile(window);
  await typeInto(window, 'First name', 'Sharon');
  await typeInto(window, 'Last name', 'Turpin');
  await typeInto(window, 'Cell phone', '312 555 0142');
  await typeInto(window, 'Email', 'sharon.turpin@example.com');
  await typeInto(window, 'Street', '410 Harbor Lane');
  await typeInto(window, 'City', 'Springfield');
  await typeInto(window, 'State', 'IL');
  await typeInto(window, 'ZIP code', '62701');
  await expect(fieldNamed(window, 'Last name')).toHaveValue('Turpin');
}

/** Types a VIN and has it decoded on this PC. */
export async function typeVehicle(window: Page): Promise<void> {
  await goTo(window, 'Vehicle');
  await typeInto(window, 'VIN', '1HGCM82633A004352');
  await window.getByRole('button', { name: 'Decode', exact: true }).click();
  await expect(fieldNamed(window, 'Make')).toHaveValue(/honda/i, { timeout: 30_000 });
}

/** Types who pays. */
export async function typeInsurance(window: Page): Promise<void> {
  await goTo(window, 'Insurance');
  await typeInto(window, 'Payer', 'Insurance Company');
  await typeInto(window, 'Deductible', '500');
  await typeInto(window, 'Insurance company', 'Meadow Mutual');
  await typeInto(window, 'Claim number', 'A-99812');
}

/** Types the rates of a price list by their labels; what the shop took besides last time is taken away. */
export async function typeRates(window: Page, rates: Readonly<Record<string, string>>): Promise<void> {
  await goTo(window, 'Rates');
  await typeInto(window, 'Paint supplies cap', '');
  await typeInto(window, 'Body supplies per hour', '0');
  for (const box of await window.getByRole('checkbox', { name: /^Tax on/ }).all()) await box.check();
  for (const [label, amount] of Object.entries(rates)) await typeInto(window, label, amount);
}
