/** The bin in pictures: the view that lists what was deleted. */
import { listIsReady, syncWord } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { picture, resize } from './picture.ts';

test('the bin in pictures', async ({ openPc, cloud }) => {
  const pc = await openPc({ name: 'FRONT-DESK', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await resize(pc);
  const { window } = pc;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await expect(syncWord(window)).toContainText('Synced', { timeout: 60_000 });
  for (const name of ['first', 'second']) {
    await window.keyboard.press('Control+N');
    const last = window.getByRole('textbox', { name: 'Last name' }).first();
    await last.fill(`${name} try`);
    await last.press('Tab');
    await window.keyboard.press('Control+W');
    await expect(window.getByText(`${name} try`)).toBeVisible({ timeout: 60_000 });
    await window.getByText(`${name} try`).click();
    await window.keyboard.press('Delete');
    await expect(window.getByText('Workfile moved to the bin').last()).toBeVisible();
  }
  await window.getByRole('tab', { name: 'Bin' }).click();
  await expect(window.getByText('30 days left').first()).toBeVisible();
  await picture(pc, 'bin');
});
