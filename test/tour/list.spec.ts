/** The workfile list in pictures: a view, filters with groups, and what can be searched for everywhere. */
import { listIsReady, syncWord } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { picture, resize } from './picture.ts';

test('the list in pictures', async ({ openPc, cloud }) => {
  const pc = await openPc({ name: 'FRONT-DESK', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await resize(pc);
  const { window } = pc;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await expect(syncWord(window)).toContainText('Synced', { timeout: 60_000 });
  await window.getByRole('tab', { name: 'Open repair orders' }).click();
  await window.getByRole('columnheader', { name: 'Insurance' }).click();
  await window.getByRole('columnheader', { name: 'Estimate total' }).click({ modifiers: ['Shift'] });
  await window.getByRole('button', { name: 'Group', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Insurance' }).click();
  await picture(pc, 'list-views');
  await window.getByRole('button', { name: 'Filter…' }).click();
  await expect(window.getByRole('dialog', { name: 'Filter workfiles' })).toBeVisible();
  await picture(pc, 'list-filter');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Shift+F');
  await window.keyboard.type('kia');
  const workfile = window.getByRole('option', { name: /Kia/ }).first();
  await expect(workfile).toBeVisible();
  await picture(pc, 'search-everywhere');
  await workfile.click();
  await expect(window.getByRole('tablist', { name: 'Sections' })).toBeVisible();
  await window.keyboard.press('Control+1');
  await expect(window.getByRole('list', { name: 'What waits' })).toBeVisible();
  await picture(pc, 'home');
});
