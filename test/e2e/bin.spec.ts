/** A workfile begun in vain goes into the bin by keys alone, and comes back. */
import { listIsReady } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';

test('a workfile goes into the bin by a key, is restored there, and Ctrl+Z takes back what its command did', async ({
  openPc,
  cloud,
}) => {
  const { window } = await openPc({ name: 'FRONT-DESK', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await listIsReady(window);
  await window.keyboard.press('Control+N');
  const last = window.getByRole('textbox', { name: 'Last name' }).first();
  await last.fill('Wexelblatt');
  await last.press('Tab');
  await window.keyboard.press('Control+W');
  const row = window.getByRole('row').filter({ hasText: 'Wexelblatt' });
  await expect(row).toBeVisible({ timeout: 60_000 });
  await row.getByText('Wexelblatt').click();
  await window.keyboard.press('Delete');
  await expect(window.getByText('Workfile moved to the bin', { exact: true })).toBeVisible();
  await expect(row).toHaveCount(0);

  await window.getByRole('tab', { name: 'Bin' }).click();
  await expect(row).toContainText('30 days left');
  await row.getByText('Wexelblatt').click();
  await window.keyboard.press('Enter');
  await expect(window.getByText(/In the bin since/)).toBeVisible();
  await expect(window.getByRole('textbox', { name: 'Last name' }).first()).not.toBeEditable();
  await window.keyboard.press('Control+Z');
  await expect(window.getByText(/In the bin since/)).toHaveCount(0);
  await expect(window.getByRole('textbox', { name: 'Last name' }).first()).toBeEditable();
  await window.keyboard.press('Control+W');
  await window.getByRole('tab', { name: 'All workfiles' }).click();
  await expect(row).toBeVisible();
});
