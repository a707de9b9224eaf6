/** Versions in pictures: what keeps an estimate from its lock, a supplement taken apart, and two versions side by side. */
import type { Page } from '@playwright/test';
import {
  cellOf,
  changeCell,
  choose,
  giveCommand,
  goTo,
  gridNamed,
  lockSupplement,
  newWorkfile,
  setPayer,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-two.ts';
import { picture, resize } from './picture.ts';

/** Marks a line as one to be looked at, or as done. */
async function markOpen(window: Page, row: number): Promise<void> {
  await (await cellOf(gridNamed(window, 'Estimate lines'), row, 'Description')).click();
  await choose(window, 'Mark as open');
}

test('an estimate, its lock and its supplement, in pictures', async ({ front }) => {
  await resize(front);
  const { window } = front;
  await newWorkfile(window);
  await typeInto(window, 'First name', 'Sharon');
  await typeInto(window, 'Last name', 'Turpin');
  await goTo(window, 'Estimate');
  await typeLines(window, [
    { Oper: 'Repl', Description: 'Bumper cover', 'Price $': '412.40', Labor: '2.1' },
    { Oper: 'Rpr', Description: 'LT fender', Labor: '1.5' },
    { Oper: 'Repl', Description: 'LT headlamp', 'Price $': '388.00', Labor: '0.4' },
  ]);

  await test.step('the dialog lists what must be put right first', async () => {
    await markOpen(window, 1);
    await choose(window, 'Lock estimate');
    const list = window.getByRole('list', { name: 'To be put right before the lock' });
    await expect(list.getByRole('button')).toHaveCount(2);
    await picture(front, 'lock-dialog');
    await list.getByRole('button').filter({ hasText: 'LT fender' }).click();
    await expect(window.getByRole('dialog')).toBeHidden();
    await markOpen(window, 1);
  });

  await test.step('locked, the estimate has the supplement as the way on', async () => {
    await setPayer(window, 'Self Pay');
    await giveCommand(window, 'Lock estimate');
    await expect(window.getByText('Estimate, locked')).toBeVisible({ timeout: 60_000 });
    await goTo(window, 'Totals & supplements');
    await expect(window.getByRole('table', { name: 'Versions' })).toBeVisible();
    await picture(front, 'versions');
    await window.getByRole('button', { name: 'New supplement' }).click();
    await expect(window.getByText('S01 open')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('the supplement is taken apart, and stands beside the estimate', async () => {
    await goTo(window, 'Estimate');
    await changeCell(window, { row: 1, title: 'Labor' }, '4.0');
    await changeCell(window, { row: 2, title: 'Price $' }, '402.50');
    await typeLines(window, [{ Oper: 'R&I', Description: 'LT mirror', Labor: '0.4' }]);
    await lockSupplement(window, 'S01');
    await expect(window.getByText('S01 locked')).toBeVisible({ timeout: 60_000 });
    await goTo(window, 'Totals & supplements');
    await expect(window.getByRole('table', { name: 'Lines of S01' })).toBeVisible();
    await picture(front, 'supplement');
    await window.getByRole('tab', { name: 'Side by side' }).click();
    await expect(window.getByRole('table', { name: 'Lines of E01 and S01' })).toBeVisible();
    await picture(front, 'side-by-side');
  });
});
