/** Drives the app through its story and saves the pictures of the guide, each in light and dark. */
import { openCutProxy } from '../support/cut-proxy.ts';
import { typedLineOf, typeInsurance, typeOwner, typeRates, typeVehicle } from '../support/desktop-story.ts';
import {
  cellOf,
  goTo,
  goToTop,
  gridNamed,
  listIsReady,
  syncWord,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { printALines } from '../support/golden/print-a-lines.ts';
import { openCentre, showWorkfileTab } from '../support/sync-window.ts';
import { picture, pictureFile, resize } from './picture.ts';

test('the story in pictures', async ({ openPc, cloud }) => {
  const network = await openCutProxy(cloud.url);
  const first = await openPc({ name: 'FRONT-DESK', cloudUrl: network.url });
  await resize(first);
  const { window } = first;

  await expect(window.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await picture(first, 'sign-in');
  const [email = '', password = ''] = demoSignIn.estimator.split(':');
  await typeInto(window, 'Email', email);
  await window.getByLabel('Password').fill(password);
  await window.keyboard.press('Enter');
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await expect(syncWord(window)).toContainText('Synced', { timeout: 60_000 });
  await picture(first, 'list');
  await window.getByRole('searchbox', { name: 'Search workfiles' }).fill('ford');
  await expect(window.getByText(/found$/)).toBeVisible();
  await picture(first, 'search');
  await window.keyboard.press('Escape');

  network.cut();
  await expect(syncWord(window)).toContainText('Offline', { timeout: 15_000 });
  await typeOwner(window);
  await picture(first, 'contacts');
  await typeVehicle(window);
  await typeInto(window, 'Plate', 'HBR 4102');
  await typeInto(window, 'Mileage in', '128450');
  await picture(first, 'vehicle');
  await typeInsurance(window);
  await picture(first, 'insurance');
  await typeRates(window, {
    'Body Labor': '75',
    'Paint Labor': '75',
    'Mechanical Labor': '175',
    'Paint supplies per hour': '60',
    'Sales tax': '6',
  });
  await window.getByRole('button', { name: 'Labor', exact: true }).click();
  await picture(first, 'rates');

  await goTo(window, 'Estimate');
  await typeLines(window, printALines.map(typedLineOf));
  const lines = gridNamed(window, 'Estimate lines');
  await goToTop(lines);
  await (await cellOf(lines, 9, 'Description')).click();
  await picture(first, 'estimate');
  await window.getByRole('table', { name: 'Totals' }).screenshot({ path: pictureFile('totals', 'light') });
  await expect(syncWord(window)).toContainText(/changes waiting/);
  await openCentre(window, 'Waiting to send');
  await picture(first, 'offline');
  await showWorkfileTab(window, 'Turpin');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('turp');
  await expect(window.getByRole('option').filter({ hasText: 'Turpin' })).toBeVisible();
  await picture(first, 'palette');
  await window.keyboard.press('Escape');

  network.restore();
  await window.keyboard.press('F5');
  await expect(syncWord(window)).toContainText('Synced', { timeout: 30_000 });
  const second = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await resize(second);
  await listIsReady(second.window);
  await second.window.getByRole('searchbox', { name: 'Search workfiles' }).fill('Turpin');
  await expect(second.window.getByRole('row').filter({ hasText: 'Turpin' }).first()).toBeVisible({ timeout: 30_000 });
  await second.window.keyboard.press('Enter');
  await goTo(second.window, 'Estimate');
  await picture(second, 'second-pc');
  await network.close();
});
