/** Versions in pictures: what keeps an estimate from its lock, a supplement taken apart, and two versions side by side. */
import {
  changeCell,
  choose,
  giveCommand,
  goTo,
  lockSupplement,
  newWorkfile,
  setPayer,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-two.ts';
import { picture, resize } from './picture.ts';

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
    await choose(window, 'Lock estimate');
    await expect(window.getByRole('list', { name: 'To be put right before the lock' })).toBeVisible();
    await picture(front, 'lock-dialog');
    await window.keyboard.press('Escape');
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
