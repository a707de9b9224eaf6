/** This PC in pictures: its data, their backups, and who it is. */

import { expectAccessibleInEachLook } from '../support/accessible-window.ts';
import { choose, listIsReady, newWorkfile, typeInto } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { picture, resize } from './picture.ts';

test('this PC and its backups in pictures', async ({ openPc, cloud }) => {
  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await resize(office);
  const { app, window } = office;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await newWorkfile(window);
  await choose(window, 'This PC');
  await window.getByRole('button', { name: 'Back up now' }).click();
  await expect(window.getByText(/^Last backup today/)).toBeVisible({ timeout: 60_000 });
  await window.getByRole('button', { name: 'Check now' }).click();
  await expect(window.getByText(/^All data on this PC are whole/)).toBeVisible({ timeout: 60_000 });
  await picture(office, 'this-pc');
  await expectAccessibleInEachLook(app, 'this PC');

  await window.getByRole('button', { name: 'Show diagnostics' }).click();
  await window.getByRole('textbox', { name: 'Diagnostics' }).scrollIntoViewIfNeeded();
  await picture(office, 'diagnostics');
  await office.window.keyboard.press('Control+n');
  await typeInto(window, 'Last name', 'Featherstone');
  await cloud.stop();
  await typeInto(window, 'First name', 'Wilhelmina');
  await choose(window, 'This PC');
  await window.getByRole('grid', { name: 'Backups' }).getByRole('row').nth(1).click();
  await window.getByRole('button', { name: 'Restore…', exact: true }).click();
  await expect(window.getByRole('list', { name: 'Not in the cloud' })).toBeVisible();
  await picture(office, 'restore');
});
