/** The program is killed over what is in no field of a workfile yet: a drawing on a photo, and a quick intake. */
import { typeOwner } from '../support/desktop-story.ts';
import { goTo, listIsReady, openByOwner } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { dropCars, galleryOf, tileNamed } from '../support/photos-window.ts';

test.describe.configure({ timeout: 300_000 });

test('a drawing and an intake that a kill interrupted are there again', async ({ openPc, cloud }) => {
  const pc = await openPc({ cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  const { window } = pc;
  await listIsReady(window);
  await typeOwner(window);
  await goTo(window, 'Attachments');
  await dropCars(window, 1);
  await expect(tileNamed(window, 'Photo 1')).not.toContainText('Adding');
  await galleryOf(window).focus();
  await window.keyboard.press('Enter');
  await window.keyboard.press('a');
  await expect(window.getByRole('img', { name: 'Photo 1, 0 strokes' })).toBeVisible();
  const box = await window.locator('.annotate canvas').boundingBox();
  if (box === null) throw new Error('no picture');
  await window.mouse.move(box.x + box.width / 4, box.y + box.height / 4);
  await window.mouse.down();
  await window.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await window.mouse.up();
  await expect(window.getByRole('img', { name: 'Photo 1, 1 stroke' })).toBeVisible();

  await window.keyboard.press('Control+Shift+N');
  await window.keyboard.type('Nadia Okafor 6165550199');
  await window.waitForTimeout(600);
  await pc.kill();

  const again = await openPc({ userData: pc.userData, cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  const intake = again.window.getByRole('dialog', { name: 'Quick intake' });
  await expect(intake.getByText('Restored your text from')).toBeVisible({ timeout: 60_000 });
  await expect(intake.getByRole('combobox', { name: 'Name or phone' })).toHaveValue('Nadia Okafor 6165550199');
  await again.window.keyboard.press('Escape');
  await again.window.getByRole('button', { name: 'Discard', exact: true }).click();
  await openByOwner(again.window, 'Turpin');
  await expect(again.window.getByText('Restored what you drew from')).toBeVisible();
  await goTo(again.window, 'Attachments');
  await galleryOf(again.window).focus();
  await again.window.keyboard.press('Enter');
  await again.window.keyboard.press('a');
  await expect(again.window.getByRole('img', { name: 'Photo 1, 1 stroke' })).toBeVisible();
});
