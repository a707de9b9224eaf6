/** What belongs to the shop, in pictures: profiles, rates and rules, what an update changes, my lines, part codes. */
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
import { picture, resize } from './picture.ts';

test('profiles, my lines and part codes in pictures', async ({ openPc, cloud }) => {
  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await resize(office);
  const { window } = office;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await choose(window, 'Profiles');
  await expect(fieldNamed(window, 'Street')).toHaveValue('418 Harbor Lane');
  await picture(office, 'profiles');
  await window
    .getByRole('navigation', { name: 'Profiles' })
    .getByRole('button', { name: /Lighthouse/ })
    .click();
  await window.getByRole('tab', { name: 'Rates and rules' }).click();
  await window.getByRole('button', { name: 'Taxes' }).click();
  await window.getByRole('button', { name: 'Add tax type' }).click();
  await expect(fieldNamed(window, 'Name on the print')).toHaveValue('Sales tax');
  await picture(office, 'profile-taxes');
  await window.keyboard.press('Control+z');

  await newWorkfile(window);
  await goTo(window, 'Insurance');
  await typeInto(window, 'Payer', 'Insurance Company');
  await typeInto(window, 'Insurance company', 'Lighthouse Mutual');
  await goTo(window, 'Rates');
  await typeInto(window, 'Body Labor', '75');
  await typeInto(window, 'Reason, Labor rates › Body Labor', 'Agreed with the adjuster by phone');
  await picture(office, 'rates-and-rules');
  await window.getByRole('button', { name: 'Update rates and rules' }).click();
  await expect(window.getByRole('dialog', { name: 'Update rates and rules' })).toBeVisible();
  await picture(office, 'update-rates');
  await window.keyboard.press('Escape');

  await goTo(window, 'Estimate');
  await typeLines(window, [{ Oper: 'Repl', Description: 'Bumper cover', 'Price $': '420' }]);
  await (await cellOf(gridNamed(window, 'Estimate lines'), 0, 'Description')).click();
  await window.keyboard.press('Control+Shift+L');
  await window.getByRole('combobox', { name: 'Find my lines' }).fill('scan');
  await picture(office, 'insert-lines');
  await window.keyboard.press('Enter');
  await choose(window, 'My lines');
  await expect(window.getByRole('grid', { name: 'My lines' })).toBeVisible();
  await picture(office, 'my-lines');
  await choose(window, 'Part codes');
  await expect(window.getByText('30 part codes')).toBeVisible();
  await picture(office, 'part-codes');
  const table = 'Code,Description,Price\nfb12,Absorber,99.50\nZZ1,Clip,2\nZZ1,Clip,3\nZZ2,Odd,many\n';
  await window
    .getByLabel('CSV file of part codes')
    .setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(window.getByRole('dialog')).toBeVisible();
  await picture(office, 'import-part-codes');
});
