/** The packaged app, as a shop gets it: it starts, opens its database, decodes a VIN, and takes a workfile. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openStoreIn, signInWithoutCloud } from '../support/desktop-signed-in.ts';
import { typeOwner, typeVehicle } from '../support/desktop-story.ts';
import { fieldNamed, gridNamed, listIsReady } from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-test.ts';

test.describe.configure({ timeout: 120_000 });

test('the packaged app opens its own database and waits for a sign-in', async ({ openPc }) => {
  const pc = await openPc();
  await expect(pc.window.getByRole('button', { name: 'Sign in' })).toBeVisible({ timeout: 30_000 });
  expect(await pc.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
  expect(await pc.window.evaluate(() => location.protocol)).toBe('app:');
  expect(existsSync(path.join(pc.userData, 'data', 'shopfile.db'))).toBe(true);
});

test('the packaged app makes a workfile, decodes its VIN, and has both after a restart', async ({ openPc, folder }) => {
  const userData = path.join(folder, 'signed-in');
  const store = await openStoreIn(path.join(userData, 'data'));
  signInWithoutCloud(store);
  store.close();

  const pc = await openPc({ userData });
  await listIsReady(pc.window);
  await typeOwner(pc.window);
  await typeVehicle(pc.window);
  await pc.close();

  const again = await openPc({ userData });
  await listIsReady(again.window);
  await expect(gridNamed(again.window, 'Workfiles')).toContainText('2003 Honda Accord');
  await again.window.keyboard.press('Enter');
  await expect(fieldNamed(again.window, 'Last name')).toHaveValue('Turpin');
});
