/** The commonest tasks at the counter by keys alone: too many keys fail, seconds are printed and never fail. */
import type { Page } from '@playwright/test';
import { CounterPerson } from '../support/counter-person.ts';
import { columnsOf, fieldNamed, gridNamed, openByOwner, typeInto } from '../support/desktop-window.ts';
import { openDms, openFirst, paymentOf, takeReceipt } from '../support/dms-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { leavePreview, pagesIn, previewIsReady, printDialog } from '../support/print-window.ts';

const lines = (window: Page) => gridNamed(window, 'Estimate lines');
const written = (window: Page, text: string) => lines(window).getByRole('gridcell', { name: text, exact: true });

/** One line as the cells that Tab stops at, in the order of the grid. */
async function rowOf(window: Page, line: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const columns = await columnsOf(lines(window));
  const first = columns.indexOf('Oper');
  const last = Math.max(...Object.keys(line).map((title) => columns.indexOf(title)));
  return columns.slice(first, last + 1).map((title) => line[title] ?? '');
}

test('a new customer at the counter becomes a workfile with its first line', async ({ atList }) => {
  const { window } = atList;
  const person = new CounterPerson(window);
  await person.press('Control+n');
  await expect(fieldNamed(window, 'First name')).toBeFocused();
  await person.type('Marisol');
  await person.fill('Last name', 'Vantongeren');
  await person.fill('Cell phone', '616 555 0187');
  await person.choose('Vehicle');
  await person.fill('VIN', '1HGCM82633A004352');
  await person.press('Enter');
  await expect(fieldNamed(window, 'Model')).toHaveValue('Accord');
  await person.choose('Insurance');
  await person.fill('Payer', 'Self Pay');
  await person.press('Tab');
  await person.choose('Estimate');
  await person.press('Insert');
  await person.fillRow(await rowOf(window, { Oper: 'Rpr', Description: 'LT fender', Labor: '2.5' }));
  await expect(written(window, 'LT fender')).toBeVisible();
  person.told('intake to the first line', { keys: 90, seconds: 60 });
});

test('ten lines are written by hand', async ({ atList }) => {
  const { window } = atList;
  await window.keyboard.press('Control+n');
  await expect(fieldNamed(window, 'First name')).toBeFocused();
  const person = new CounterPerson(window);
  await person.choose('Estimate');
  for (let n = 1; n <= 10; n += 1) {
    await person.press('Insert');
    await person.fillRow(await rowOf(window, { Oper: 'Repl', Description: `Part ${n}`, 'Price $': `${n}5.00` }));
    await expect(written(window, `Part ${n}`)).toBeVisible();
  }
  person.told('ten lines by hand', { keys: 120, seconds: 75 });
});

test('money is taken, and its receipt is ready to be printed', async ({ atList }) => {
  const { window } = atList;
  await openByOwner(window, 'Underhill, Tamsin');
  const person = new CounterPerson(window);
  await person.choose('Receipts');
  await person.press('Insert');
  await expect(window.getByRole('dialog', { name: 'New receipt' })).toBeVisible();
  await person.press('Tab');
  await person.type('500');
  await person.press('Tab');
  await person.type('visa');
  await person.press('Enter');
  await expect(window.getByRole('dialog', { name: 'New receipt' })).toBeHidden();
  await expect(window.getByRole('grid', { name: 'Receipts' }).getByText('500.00')).toBeVisible();
  await person.press('Control+p');
  const preview = printDialog(window);
  await previewIsReady(preview);
  await expect(pagesIn(preview)).toContainText('500.00');
  person.told('receipt and its print', { keys: 20, seconds: 20 });
  await leavePreview(window);
});

test('a workfile is found by the last six of its VIN', async ({ atList }) => {
  const { window } = atList;
  const person = new CounterPerson(window);
  await person.press('Control+o');
  await person.type('795308');
  await expect(window.getByRole('option', { name: /Underhill, Tamsin/ })).toHaveAttribute('aria-selected', 'true');
  await person.press('Enter');
  await expect(window.getByRole('tablist', { name: 'Sections' })).toBeVisible();
  person.told('found by the last six of its VIN', { keys: 5, seconds: 3 });
});

test('the payments that are ready are exported to the dealer', async ({ openPc, cloud }) => {
  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  const { window, app } = office;
  await openFirst(office);
  await takeReceipt(office, '500');
  const before = await openDms(office);
  await typeInto(before, 'DMS Customer ID', '9876543');
  await expect(before.getByText(/^Typed by /)).toBeVisible();
  await before.close();
  await window.bringToFront();
  const person = new CounterPerson(window);
  const opened = app.waitForEvent('window');
  await person.press('F12');
  const dms = await opened;
  await expect(dms.getByRole('tab', { name: 'Properties' })).toBeFocused();
  person.turnTo(dms);
  await person.press('ArrowRight');
  await expect(paymentOf(dms, '500.00')).toContainText('Ready');
  await person.press('Control+e');
  await expect(dms.getByRole('dialog', { name: 'Exporting payments' })).toBeVisible();
  await person.press('Enter');
  await expect(dms.getByRole('dialog')).toHaveCount(0);
  await expect(paymentOf(dms, '500.00')).toContainText('Posted', { timeout: 60_000 });
  person.told('export of the ready payments', { keys: 4, seconds: 20 });
});
