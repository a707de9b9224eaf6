/** The journal files of a shop in pictures: what is due, what was made, and the accounts. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { choose, listIsReady, typeInto } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { chooseFile } from '../support/print-window.ts';
import { picture, resize } from './picture.ts';

test('journal files in pictures', async ({ openPc, cloud }) => {
  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  const { window } = office;
  await resize(office);
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  const press = (name: string) => window.getByRole('button', { name, exact: true }).click();
  await choose(window, 'DMS connection');
  await window.getByRole('checkbox', { name: 'Takes payments' }).uncheck();
  await press('Save');
  await choose(window, 'Journal files');
  await expect(window.getByText(/^Journal files bring receipts into books/)).toBeVisible();
  await picture(office, 'journal-accounts');
  await window.getByLabel(/^Receivables account/).fill('1210');
  await typeInto(window, 'Cash', '1020');
  await window.keyboard.press('Tab');
  await press('Save');
  await expect(window.getByText(/^(\d+ entr|Nothing is due)/)).toBeVisible();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-tour-'));
  for (const [i, amount] of ['512.34', '1250', '80'].entries()) {
    await window.getByRole('tab', { name: 'Workfiles', exact: true }).click();
    const rows = window.getByRole('grid', { name: 'Workfiles' }).getByRole('row');
    await rows
      .nth(i + 1)
      .getByRole('gridcell')
      .first()
      .dblclick();
    await window.getByRole('tab', { name: 'Receipts', exact: true }).click();
    await window.keyboard.press('Insert');
    await window.keyboard.press('Tab');
    await window.keyboard.type(amount);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect(async () => {
      await choose(window, 'Configure');
      await choose(window, 'Journal files');
      await expect(window.getByText(/^\d+ entr/)).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    if (i === 2) break;
    await chooseFile(office, path.join(folder, `${i}.csv`));
    await press('Make the file…');
    await expect(window.getByText(/^Nothing is due until/)).toBeVisible();
  }
  await expect(window.getByRole('status').filter({ hasText: /is saved as|recorded/ })).toHaveCount(0, {
    timeout: 30_000,
  });
  await picture(office, 'journal-files');
});
