/** What belongs to the shop: a profile changed, rates updated with the differences shown, kept lines put in, codes imported. */
import {
  cellOf,
  choose,
  fieldNamed,
  goTo,
  gridNamed,
  listIsReady,
  newWorkfile,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';

test('a profile is changed, and a workfile takes its rates after showing what differs, as one step', async ({
  openPc,
  cloud,
}) => {
  const { window } = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await newWorkfile(window);
  await goTo(window, 'Rates');
  await expect(window.getByText('From the profile Harbor Lane: as it is now.')).toBeVisible();
  await expect(fieldNamed(window, 'Body Labor')).toHaveValue('72.00');

  await choose(window, 'Profiles');
  await window
    .getByRole('navigation', { name: 'Profiles' })
    .getByRole('button', { name: /Harbor Lane/ })
    .click();
  await window.getByRole('tab', { name: 'Rates and rules' }).click();
  await typeInto(window, 'Body Labor', '78');
  await typeInto(window, 'Markup, Recycled (like kind and quality)', '25');
  await window.keyboard.press('Tab');

  await window.getByRole('tab', { name: /^P-/ }).click();
  await expect(window.getByText('2 values differ')).toBeVisible();
  await expect(window.getByText('Override, profile: 78.00')).toBeVisible();
  const reason = 'Reason, Labor rates › Body Labor';
  await typeInto(window, reason, 'Agreed with the adjuster by phone');
  await expect(window.getByText('Given by Dana Whitlock')).toBeVisible();
  await window.getByRole('button', { name: 'Update rates and rules' }).click();
  const dialog = window.getByRole('dialog', { name: 'Update rates and rules' });
  await expect(dialog.getByRole('row', { name: 'Labor rates › Body Labor $72.00 $78.00' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Update 2 values' }).click();
  await expect(fieldNamed(window, 'Body Labor')).toHaveValue('78.00');
  await expect(fieldNamed(window, reason)).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(fieldNamed(window, 'Body Labor')).toHaveValue('72.00');
  await expect(fieldNamed(window, reason)).toHaveValue('Agreed with the adjuster by phone');
});

test('lines are kept under a name, found and put into an estimate as one step', async ({ openPc, cloud }) => {
  const { window } = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await newWorkfile(window);
  await goTo(window, 'Estimate');
  const grid = gridNamed(window, 'Estimate lines');
  await typeLines(window, [{ Oper: 'Repl', Description: 'Bumper cover', 'Price $': '100' }]);
  await (await cellOf(grid, 0, 'Description')).click();
  await window.keyboard.press('Control+Shift+L');
  const dialog = window.getByRole('dialog', { name: 'Insert my lines' });
  await dialog.getByRole('combobox', { name: 'Find my lines' }).fill('scan');
  await window.keyboard.press('Enter');
  await expect(await cellOf(grid, 1, 'Description')).toHaveText(/Scan before repairs/);
  await expect(await cellOf(grid, 2, 'Description')).toHaveText(/Scan after repairs/);
  await window.keyboard.press('Control+z');
  await expect(window.getByText('Scan before repairs')).toHaveCount(0);

  await (await cellOf(grid, 0, 'Description')).click();
  await choose(window, 'Keep lines as my lines');
  const keep = window.getByRole('dialog', { name: 'Keep this line as my lines' });
  await keep.getByRole('textbox', { name: 'Name' }).fill('Our bumper');
  await keep.getByRole('button', { name: 'Keep', exact: true }).click();
  await choose(window, 'My lines');
  await expect(window.getByRole('grid', { name: 'My lines' }).getByText('Our bumper')).toBeVisible();
});

test('part codes come from a table after a look at every row, and go back as one step', async ({ openPc, cloud }) => {
  const { window } = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await choose(window, 'Part codes');
  await expect(window.getByText('30 part codes')).toBeVisible();
  const table = 'Code,Description,Price\nfb12,Absorber,99.50\nZZ1,Clip,2\nZZ1,Clip,3\nZZ2,Odd,many\n';
  await window
    .getByLabel('CSV file of part codes')
    .setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  const dialog = window.getByRole('dialog', { name: 'Import part codes from codes.csv' });
  await expect(dialog.getByText('4 rows: 1 new, 1 replace values, 1 doubled, 1 cannot be read.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Take in 2 part codes' }).click();
  await expect(window.getByText('31 part codes')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(window.getByText('30 part codes')).toBeVisible();
});
