/** A journal file as an office makes it: accounts, a receipt, the file on the disk, and the same once more. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { readCsv } from '../../src-shared/base/csv.ts';
import { expectAccessibleInEachColor } from '../support/accessible-window.ts';
import { choose, listIsReady, typeInto } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { chooseFile } from '../support/print-window.ts';

test.describe.configure({ timeout: 240_000 });

/** What the next file would hold: the demo shop has receipts of its own. */
const dueNow = /^(\d+ entr(y|ies), |Nothing is due until)/;
const button = (window: Page, name: string) => window.getByRole('button', { name, exact: true });

test('receipts go into a file once, which is saved as it was made however often', async ({ openPc, cloud, folder }) => {
  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  const { window } = office;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });

  await test.step('the DMS of the shop takes no payments, and its books have accounts', async () => {
    await choose(window, 'DMS connection');
    await window.getByRole('checkbox', { name: 'Takes payments' }).uncheck();
    await button(window, 'Save').click();
    await expect(button(window, 'Save')).toHaveAttribute('aria-disabled', 'true');
    await choose(window, 'Journal files');
    await window.getByLabel(/^Receivables account/).fill('1210');
    await typeInto(window, 'Cash', '1020');
    await window.keyboard.press('Tab');
    await button(window, 'Save').click();
    await expect(window.getByText(dueNow)).toBeVisible();
  });

  const entriesDue = async (): Promise<number> => {
    const words = await window.getByText(dueNow).innerText({ timeout: 5_000 });
    return Number(/^\d+/.exec(words)?.[0] ?? '0');
  };
  const before = await entriesDue();

  await test.step('a receipt that is taken is due', async () => {
    await window.getByRole('tab', { name: 'Workfiles', exact: true }).click();
    const cells = window.getByRole('grid', { name: 'Workfiles' }).getByRole('row').nth(1).getByRole('gridcell');
    await cells.first().dblclick();
    await window.getByRole('tab', { name: 'Receipts', exact: true }).click();
    await window.keyboard.press('Insert');
    await window.keyboard.press('Tab');
    await window.keyboard.type('512.34');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect(async () => {
      await choose(window, 'Configure');
      await choose(window, 'Journal files');
      await expect.poll(entriesDue, { timeout: 2_000 }).toBe(before + 1);
    }).toPass({ timeout: 60_000 });
  });

  const [first, again] = ['first.csv', 'again.csv'].map((name) => path.join(folder, name));
  if (first === undefined || again === undefined) throw new Error('two names');
  await test.step('it is made and saved, and nothing is due any more', async () => {
    await chooseFile(office, first);
    await button(window, 'Make the file…').click();
    await expect(window.getByText('Journal 1 is saved as first.csv').first()).toBeVisible();
    await expect(window.getByText(/^Nothing is due until/)).toBeVisible();
    const [, ...rows] = readCsv(readFileSync(first, 'utf8'));
    expect(rows).toHaveLength(2 * (before + 1));
    expect(rows.map((row) => [row[4], row[5], row[6]])).toEqual(
      expect.arrayContaining([
        ['1020', '512.34', ''],
        ['1210', '', '512.34'],
      ]),
    );
    await expectAccessibleInEachColor(window, 'journal files');
  });

  await test.step('saved again by Enter it is the same to the last sign', async () => {
    await chooseFile(office, again);
    await window.getByRole('grid', { name: 'Journal files' }).getByRole('gridcell').first().click();
    await window.keyboard.press('Enter');
    await expect(window.getByText('Journal 1 is saved as again.csv').first()).toBeVisible();
    expect(readFileSync(again).equals(readFileSync(first))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});
