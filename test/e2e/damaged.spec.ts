/** A data file that the disk damaged is repaired from inside the program, and the work goes on. */
import path from 'node:path';
import { expectAccessibleInEachLook } from '../support/accessible-window.ts';
import { carryLogOver, leavesOf, zeroPages } from '../support/damaged-database.ts';
import { typeOwner } from '../support/desktop-story.ts';
import { listIsReady } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';

test.describe.configure({ timeout: 300_000 });

test('damaged data lead to a repair, after which everything is there', async ({ openPc, cloud }) => {
  const signIn = demoSignIn.estimator;
  const pc = await openPc({ cloudUrl: cloud.url, signIn });
  await listIsReady(pc.window);
  await typeOwner(pc.window);
  await pc.window.keyboard.press('Control+s');
  await expect(pc.window.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();
  await pc.close();

  const file = path.join(pc.userData, 'data', 'shopfile.db');
  carryLogOver(file);
  zeroPages(file, [...leavesOf(file, 'contact').slice(0, 1), ...leavesOf(file, 'workfile_head').slice(0, 1)]);
  const again = await openPc({ userData: pc.userData, cloudUrl: cloud.url, signIn });
  const { window, app } = again;
  await expect(window.getByRole('heading', { name: /^A part of the data on .* is damaged$/ })).toBeVisible();
  await expectAccessibleInEachLook(app, 'the repair');
  await window.getByRole('button', { name: 'Repair the data' }).click();
  await listIsReady(window);
  await window.getByRole('searchbox', { name: 'Search workfiles' }).fill('Turpin');
  await expect(window.getByRole('row').filter({ hasText: 'Turpin' }).first()).toBeVisible({ timeout: 60_000 });
  await again.close();
});
