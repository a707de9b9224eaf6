/** The pictures of import and export, each in light and dark. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goTo } from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-demo.ts';
import type { Pc } from '../support/electron-pc.ts';
import { answerDialogs, chooseMenu, folderWith } from '../support/exchange/chosen.ts';
import { inventedBms } from '../support/exchange/invented-bms.ts';
import { inventedSet } from '../support/exchange/invented-ems.ts';
import { picture, resize } from './picture.ts';

const bms = (hours?: string, version?: string) =>
  folderWith(new Map([['4471022.xml', new TextEncoder().encode(inventedBms(hours, version))]]));

test('import and export in pictures', async ({ atList: pc }) => {
  await resize(pc);
  const { window } = pc;
  const folders = [bms(), bms('2.50', '1')] as const;
  await answerDialogs(pc, path.join(folders[0], '4471022.xml'));
  await chooseMenu(pc, 'File', 'Import estimate…');
  const dialog = window.getByRole('dialog', { name: 'Import estimate' });
  await expect(dialog).toContainText('Underhill, Harriet');
  await picture(pc, 'import');
  await window.keyboard.press('Enter');
  await goTo(window, 'Estimate');
  await answerDialogs(pc, path.join(folders[1], '4471022.xml'));
  await chooseMenu(pc, 'File', 'Import estimate…');
  await expect(dialog).toContainText('would change');
  await picture(pc, 'import-newer');
  await window.keyboard.press('Escape');
  await chooseMenu(pc, 'File', 'Export to EMS…');
  await expect(window.getByRole('dialog', { name: 'Export to EMS' })).toBeVisible();
  await picture(pc, 'export-ems');
  await window.keyboard.press('Escape');
  await pictureWatch(pc);
  for (const each of folders) rmSync(each, { recursive: true });
});

/** A folder under a name that a shop would give it, with a new export in it. */
async function pictureWatch(pc: Pc): Promise<void> {
  const { window } = pc;
  const parent = folderWith(new Map());
  const folder = path.join(parent, 'EMS exports');
  mkdirSync(folder);
  await answerDialogs(pc, folder);
  await chooseMenu(pc, 'Tools', 'Watch a folder for estimates…');
  const dialog = window.getByRole('dialog', { name: 'Watch a folder for estimates' });
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  for (const [name, bytes] of inventedSet()) writeFileSync(path.join(folder, name), bytes);
  await expect(dialog.getByRole('button', { name: 'Import…' })).toBeVisible({ timeout: 30_000 });
  await picture(pc, 'watch-folder');
  await dialog.getByRole('button', { name: 'Not this one' }).click();
  await dialog.getByRole('button', { name: 'Stop watching' }).click();
  await window.keyboard.press('Escape');
  rmSync(parent, { recursive: true });
}
