/** Estimates that lie on the disk: a folder and a file dragged onto the window, a watched folder, and one of 5,000 lines. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { goTo, gridNamed, totalOf } from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-demo.ts';
import { answerDialogs, chooseMenu, folderWith } from '../support/exchange/chosen.ts';
import { dragOnto } from '../support/exchange/drag-files.ts';
import { inventedBms } from '../support/exchange/invented-bms.ts';
import { inventedSet, inventedTables } from '../support/exchange/invented-ems.ts';
import { largeBms } from '../support/exchange/large.ts';

test.describe.configure({ timeout: 300_000 });

const importDialog = (window: Page): Locator => window.getByRole('dialog', { name: 'Import estimate' });

test('a folder dragged onto the window offers the sets in it, and a file is read by itself', async ({ atList }) => {
  const { window } = atList;
  const folder = folderWith(new Map([...inventedSet(), ...inventedSet(inventedTables, 'mitchell')]));
  const dialog = importDialog(window);
  await dragOnto(window, folder);
  await expect(dialog).toContainText('2 estimates are there.');
  await expect(dialog).toContainText('Zimmerhoff, René');
  await dialog.getByRole('combobox').selectOption('9508501');
  await expect(dialog).toContainText('from 9508501.');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const file = path.join(folder, 'estimate.xml');
  writeFileSync(file, inventedBms());
  await dragOnto(window, file);
  await expect(dialog).toContainText('Underhill, Harriet');
  await expect(dialog).toContainText('from estimate.xml.');
  await dialog.getByRole('button', { name: 'Import as a new workfile' }).click();
  await goTo(window, 'Estimate');
  await expect.poll(() => totalOf(window)).toContain('1,125.63');
  rmSync(folder, { recursive: true });
});

test('what is no estimate is told of, and opens nothing', async ({ atList }) => {
  const { window } = atList;
  const folder = folderWith(new Map([['notes.txt', new TextEncoder().encode('nothing')]]));
  await dragOnto(window, folder);
  await expect(window.getByText('there is no EMS set and no BMS document in what was dropped').first()).toBeVisible();
  await expect(importDialog(window)).toBeHidden();
  rmSync(folder, { recursive: true });
});

test('a watched folder tells of a new export once it is whole, and it is imported from there', async ({ atList }) => {
  const { window } = atList;
  const folder = folderWith(new Map());
  await answerDialogs(atList, folder);
  await chooseMenu(atList, 'Tools', 'Watch a folder for estimates…');
  const watching = window.getByRole('dialog', { name: 'Watch a folder for estimates' });
  await watching.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(watching).toContainText(`Watching “${path.basename(folder)}”.`);
  await watching.getByRole('button', { name: 'Close' }).click();

  for (const [name, bytes] of inventedSet()) writeFileSync(path.join(folder, name), bytes);
  await expect(window.getByText('A new estimate was found: 4b53232a.')).toBeVisible({ timeout: 30_000 });
  await window.getByRole('button', { name: 'Import…' }).click();
  await expect(importDialog(window)).toContainText('Zimmerhoff, René');
  await importDialog(window).getByRole('button', { name: 'Import as a new workfile' }).click();
  await goTo(window, 'Estimate');
  await expect.poll(() => totalOf(window)).toContain('1,533.19');
  await expect(window.getByText('A new estimate was found')).toBeHidden();

  await chooseMenu(atList, 'Tools', 'Watch a folder for estimates…');
  await watching.getByRole('button', { name: 'Stop watching' }).click();
  await expect(watching).toContainText('No folder is watched.');
  await window.keyboard.press('Escape');
  rmSync(folder, { recursive: true });
});

test('5,000 lines: how far it is can be seen, Cancel makes nothing of it, and then it comes in whole', async ({
  atList,
}) => {
  const { window } = atList;
  const folder = folderWith(largeBms(5_000));
  const file = path.join(folder, 'large.xml');
  const dialog = importDialog(window);
  const cancelled = await atProgress(window, 'cancel');
  await dragOnto(window, file);
  await expect.poll(async () => (await cancelled()).length).toBe(1);
  await expect(dialog).toBeHidden();

  const seen = await atProgress(window, 'look');
  await dragOnto(window, file);
  await expect(dialog).toContainText('5000 lines, from large.xml', { timeout: 60_000 });
  const shares = await seen();
  expect(shares.length).toBeGreaterThan(2);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  await dialog.getByRole('button', { name: 'Import as a new workfile' }).click();
  await goTo(window, 'Estimate');
  const grid = gridNamed(window, 'Estimate lines');
  await expect(grid).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(async () => Number(await grid.getAttribute('aria-rowcount')), { timeout: 60_000 })
    .toBeGreaterThan(5_000);
  rmSync(folder, { recursive: true });
});

/** Looks at the progress as it is drawn, and cancels at its first sight: no hand from outside is as fast as the reading. */
async function atProgress(window: Page, act: 'look' | 'cancel'): Promise<() => Promise<readonly number[]>> {
  const noted = await window.evaluateHandle((wanted) => {
    const shares: number[] = [];
    const observer = new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>('progress[aria-label="Read"]');
      if (bar === null) return;
      if (shares.at(-1) !== bar.value) shares.push(bar.value);
      if (wanted === 'look') return;
      observer.disconnect();
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')];
      buttons.find(({ innerText }) => innerText.includes('Cancel'))?.click();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    return shares;
  }, act);
  return () => noted.evaluate((shares) => shares);
}
