/** An estimate of another program is imported by menu and shows its totals; a newer version asks first; it goes out again. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { giveCommand, goTo, gridNamed, readGrid, totalOf } from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-demo.ts';
import { answerDialogs, chooseMenu, folderWith } from '../support/exchange/chosen.ts';
import { inventedBms, ofClaim } from '../support/exchange/invented-bms.ts';
import { inventedSet } from '../support/exchange/invented-ems.ts';

test.describe.configure({ timeout: 300_000 });

const folderOf = (document: string) => folderWith(new Map([['estimate.xml', new TextEncoder().encode(document)]]));

const bms = (hours?: string, version?: string) => folderOf(inventedBms(hours, version));

const otherBms = (hours?: string, version?: string) => folderOf(ofClaim('8842', inventedBms(hours, version)));

test('an EMS set imported by menu becomes a workfile with its stated total, and goes out as EMS again', async ({
  atList,
}) => {
  const { window } = atList;
  const folder = folderWith(inventedSet());
  await answerDialogs(atList, path.join(folder, '4b53232a.lin'));
  await chooseMenu(atList, 'File', 'Import estimate…');
  const dialog = window.getByRole('dialog', { name: 'Import estimate' });
  await expect(dialog).toContainText('Zimmerhoff, René');
  await expect(dialog).toContainText('Every total comes out to the cent.');
  await expect(dialog.getByRole('row', { name: /Total cost of repairs/ })).toContainText('1,533.19');
  await window.keyboard.press('Enter');
  await goTo(window, 'Estimate');
  await expect.poll(() => totalOf(window)).toContain('1,533.19');
  const rows = await readGrid(gridNamed(window, 'Estimate lines'));
  expect(JSON.stringify(rows)).toContain('LT Door shell');

  const out = folderWith(new Map());
  await answerDialogs(atList, out);
  await chooseMenu(atList, 'File', 'Export to EMS…');
  const exporting = window.getByRole('dialog', { name: 'Export to EMS' });
  await exporting.getByRole('checkbox', { name: /Owner, insurer and claim/ }).uncheck();
  await exporting.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(window.getByText(/^Wrote \w{8}, \d+ files$/).first()).toBeVisible();
  const endings = readdirSync(out).map((name) => path.extname(name));
  expect(endings).toContain('.lin');
  expect(endings).not.toContain('.ad1');
  for (const each of [folder, out]) rmSync(each, { recursive: true });
});

test('a newer version of the same estimate shows what it would change before it does', async ({ atList }) => {
  const { window } = atList;
  const folders = [bms(), bms('2.50', '1')] as const;
  await answerDialogs(atList, path.join(folders[0], 'estimate.xml'));
  await chooseMenu(atList, 'File', 'Import estimate…');
  const dialog = window.getByRole('dialog', { name: 'Import estimate' });
  await expect(dialog).toContainText('Underhill, Harriet');
  // It may be a newer version of what another test left: then Enter waits until the two were compared.
  await expect(dialog.getByRole('button', { name: /^Import/ })).not.toHaveAttribute('aria-disabled', 'true');
  await window.keyboard.press('Enter');
  await goTo(window, 'Estimate');
  await expect.poll(() => totalOf(window)).toContain('1,125.63');

  await answerDialogs(atList, path.join(folders[1], 'estimate.xml'));
  await chooseMenu(atList, 'File', 'Import estimate…');
  await expect(dialog).toContainText('1 line would change. Total 1,125.63 → 1,222.01.');
  await expect(dialog.getByRole('row', { name: /Rear Bumper Cover Assy/ })).toContainText('1.7 → 2.5');
  await dialog.getByRole('button', { name: 'Import into this workfile' }).click();
  await expect.poll(() => totalOf(window)).toContain('1,222.01');
  await window.keyboard.press('Control+z');
  await expect.poll(() => totalOf(window)).toContain('1,125.63');
  for (const each of folders) rmSync(each, { recursive: true });
});

test('into a locked estimate nothing is imported until its supplement is started, which is one press away', async ({
  atList,
}) => {
  const { window } = atList;
  const folders = [otherBms(), otherBms('2.50', '1')] as const;
  await answerDialogs(atList, path.join(folders[0], 'estimate.xml'));
  await chooseMenu(atList, 'File', 'Import estimate…');
  const dialog = window.getByRole('dialog', { name: 'Import estimate' });
  await dialog.getByRole('button', { name: 'Import as a new workfile' }).click();
  await goTo(window, 'Estimate');
  await giveCommand(window, 'Lock estimate');
  await expect(window.getByRole('button', { name: 'Locked' })).toBeVisible({ timeout: 30_000 });

  await answerDialogs(atList, path.join(folders[1], 'estimate.xml'));
  await chooseMenu(atList, 'File', 'Import estimate…');
  await expect(dialog).toContainText('This estimate is locked. Nothing can be imported into it.');
  const into = dialog.getByRole('button', { name: 'Import into this workfile' });
  await expect(into).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('button', { name: 'Start supplement S01' }).click();
  await expect(dialog).toContainText('What changes belongs to supplement S01.');
  await into.click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => totalOf(window)).toContain('1,222.01');
  for (const each of folders) rmSync(each, { recursive: true });
});

test('a broken file is refused by its name and place, and nothing is made of it', async ({ atList }) => {
  const { window } = atList;
  const broken = new Map([['broken.xml', new TextEncoder().encode(inventedBms().replace('2.30<', 'two<'))]]);
  const folder = folderWith(broken);
  await answerDialogs(atList, path.join(folder, 'broken.xml'));
  await chooseMenu(atList, 'File', 'Import estimate…');
  const dialog = window.getByRole('dialog', { name: 'Import estimate' });
  await expect(dialog.getByRole('alert')).toContainText(/broken\.xml, line \d+, LaborHours: This is not a number\./);
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  rmSync(folder, { recursive: true });
});

test('a document dropped on the window is shown before anything is made of it', async ({ atList }) => {
  const { window } = atList;
  await window.evaluate((text) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([text], 'dropped.xml'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  }, inventedBms());
  const dialog = window.getByRole('dialog', { name: 'Import estimate' });
  await expect(dialog).toContainText('Underhill, Harriet');
  await expect(dialog).toContainText('from dropped.xml');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the owner of a BMS document becomes a customer, and of a second document the one who is proposed', async ({
  atList,
}) => {
  const { window } = atList;
  const dialog = window.getByRole('dialog', { name: 'Import estimate' });
  const documentOf = (claim: string, vin: string): string =>
    ofClaim(claim, inventedBms())
      .replace('1HGCM82633A004352', vin)
      .replace('<FirstName>Harriet', '<FirstName>Odette')
      .replace('<LastName>Underhill', '<LastName>Quarrington')
      .replace('555-0142', '616-555-0188');
  const folders = [
    folderOf(documentOf('9101', '1HGCM82633A009101')),
    folderOf(documentOf('9102', '1HGCM82653A009102')),
  ] as const;
  for (const [at, folder] of folders.entries()) {
    await answerDialogs(atList, path.join(folder, 'estimate.xml'));
    await chooseMenu(atList, 'File', 'Import estimate…');
    await expect(dialog).toContainText('Quarrington, Odette');
    const known = dialog.getByRole('radio', { name: /^Quarrington, Odette, who is a customer with the same phone/ });
    await expect(known).toHaveCount(at);
    await expect(at === 0 ? dialog.getByRole('radio', { name: 'A new customer of the shop' }) : known).toBeChecked();
    await dialog.getByRole('button', { name: /^Import/ }).click();
    await expect(dialog).toBeHidden();
    await goTo(window, 'Contacts');
    await expect(window.getByText('Customer of the shop: Quarrington, Odette').first()).toBeVisible();
  }
  await window.getByRole('list', { name: 'Places' }).getByRole('button', { name: 'Customers' }).click();
  await window.getByRole('searchbox', { name: 'Find customers' }).fill('Quarrington');
  await expect(window.getByRole('grid', { name: 'Customers' }).getByRole('row', { name: /Quarrington/ })).toHaveCount(
    1,
  );
  for (const each of folders) rmSync(each, { recursive: true });
});
