/** What hands do without a mouse: Tab to a field, Tab to the grid, type what stands there. */
import { expect, type Locator, type Page } from '@playwright/test';
import { choose, fieldNamed, gridNamed } from './desktop-window.ts';

/** More presses than any screen has stops. */
const mostStops = 140;

/** Presses Tab until one stands where one wants to. */
export async function tabTo(window: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < mostStops; step += 1) {
    if (await isThere()) return;
    await window.keyboard.press('Tab');
  }
  throw new Error(`${mostStops} presses of Tab did not reach it`);
}

/** Goes to the rates by the palette, types each one where Tab leads in place of what stands there, and taxes everything. */
export async function typeRatesByKeys(window: Page, rates: Readonly<Record<string, string>>): Promise<void> {
  await choose(window, 'Rates');
  await expect(fieldNamed(window, 'Body Labor')).toBeVisible();
  for (const [label, amount] of Object.entries(rates)) {
    await tabTo(window, () => hasFocus(fieldNamed(window, label)));
    await window.keyboard.press('Control+a');
    if (amount === '') await window.keyboard.press('Delete');
    else await window.keyboard.type(amount);
    await window.keyboard.press('Enter');
  }
  for (const name of [
    'Tax on parts',
    'Tax on labor',
    'Tax on supplies',
    'Tax on miscellaneous',
    'Tax on other charges',
  ]) {
    const box = window.getByRole('checkbox', { name });
    await tabTo(window, () => hasFocus(box));
    if (!(await box.isChecked())) await window.keyboard.press('Space');
    await expect(box).toBeChecked();
  }
}

const hasFocus = (control: Locator): Promise<boolean> => control.evaluate((one) => one === document.activeElement);

/** Goes to the estimate by the palette, and with Tab to the operation of its blank row. */
export async function toBlankRow(window: Page): Promise<void> {
  await choose(window, 'Estimate');
  await tabTo(window, () =>
    gridNamed(window, 'Estimate lines').evaluate((grid) => grid.contains(document.activeElement)),
  );
  await window.keyboard.press('Control+End');
  await window.keyboard.press('Home');
  await window.keyboard.press('Tab');
}
