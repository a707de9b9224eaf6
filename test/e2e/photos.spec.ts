/** Photos on two PCs: there at once where they are dropped, a thumbnail elsewhere, and whole when somebody looks. */
import { openCutProxy } from '../support/cut-proxy.ts';
import {
  fieldNamed,
  goTo,
  gridNamed,
  listIsReady,
  newWorkfile,
  syncWord,
  typeInto,
} from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { drawnWidth, dropPhoto, galleryOf, tileNamed } from '../support/photos-window.ts';

test.describe.configure({ timeout: 300_000 });

test('photos dropped without a network are there at once, and reach the second PC as thumbnails first', async ({
  openPc,
  cloud,
}) => {
  const network = await openCutProxy(cloud.url);
  const first = await openPc({ name: 'FRONT-DESK', cloudUrl: network.url, signIn: demoSignIn.estimator });
  await listIsReady(first.window);
  await expect(syncWord(first.window)).toContainText('Synced', { timeout: 60_000 });
  network.cut();
  await newWorkfile(first.window);
  await typeInto(first.window, 'Last name', 'Lindqvist');
  await goTo(first.window, 'Photos');

  await test.step('two photos and one that is there already', async () => {
    await dropPhoto(first.window, 'IMG_1.jpg', 1600, 1200);
    await expect(tileNamed(first.window, 'Photo 1')).toContainText('Waiting to upload');
    await dropPhoto(first.window, 'IMG_2.jpg', 900, 1400);
    await expect(tileNamed(first.window, 'Photo 2')).toContainText('Waiting to upload');
    await dropPhoto(first.window, 'IMG_1 copy.jpg', 1600, 1200);
    await expect(first.window.getByText('1 was here already.').first()).toBeVisible();
    await expect(galleryOf(first.window).getByRole('option')).toHaveCount(2);
    await expect.poll(() => drawnWidth(tileNamed(first.window, 'Photo 1'))).toBe(320);
  });

  await test.step('a caption, typed while they wait', async () => {
    await tileNamed(first.window, 'Photo 2').click();
    await first.window.keyboard.press('F2');
    await expect(fieldNamed(first.window, 'Caption')).toBeFocused();
    await first.window.keyboard.type('Left door');
    await first.window.keyboard.press('Tab');
    await expect(tileNamed(first.window, 'Left door')).toBeVisible();
  });

  const second = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await listIsReady(second.window);
  await expect(syncWord(second.window)).toContainText('Synced', { timeout: 60_000 });
  network.restore();
  await first.window.keyboard.press('F5');
  await expect(tileNamed(first.window, 'Photo 1')).not.toContainText('Waiting', { timeout: 60_000 });
  await expect(tileNamed(first.window, 'Left door')).not.toContainText(/Waiting|Uploading/, { timeout: 60_000 });

  await test.step('the second PC shows thumbnails, and the photo when it is opened', async () => {
    const row = gridNamed(second.window, 'Workfiles').getByText('Lindqvist').first();
    await row.click({ timeout: 60_000 });
    await second.window.keyboard.press('Enter');
    await expect(fieldNamed(second.window, 'Last name')).toHaveValue('Lindqvist');
    await goTo(second.window, 'Photos');
    await expect(tileNamed(second.window, 'Photo 1')).toContainText('Only the thumbnail is here', { timeout: 30_000 });
    await expect.poll(() => drawnWidth(tileNamed(second.window, 'Photo 1'))).toBe(320);
    await expect.poll(() => drawnWidth(tileNamed(second.window, 'Left door'))).toBe(206);
    await galleryOf(second.window).focus();
    await second.window.keyboard.press('Home');
    await second.window.keyboard.press('Enter');
    const view = second.window.getByRole('region', { name: 'Photo 1, 1 of 2' });
    await expect.poll(() => drawnWidth(view), { timeout: 30_000 }).toBe(1600);
    await second.window.keyboard.press('ArrowRight');
    const next = second.window.getByRole('region', { name: 'Left door, 2 of 2' });
    await expect.poll(() => drawnWidth(next), { timeout: 30_000 }).toBe(900);
    await second.window.keyboard.press('Escape');
    await expect(galleryOf(second.window)).toBeFocused();
  });

  await test.step('removed on the second PC it goes on the first, and Undo brings it back', async () => {
    await second.window.keyboard.press('Delete');
    await expect(tileNamed(first.window, 'Left door')).toBeHidden({ timeout: 30_000 });
    await second.window.keyboard.press('Control+z');
    await expect(tileNamed(first.window, 'Left door')).toBeVisible({ timeout: 30_000 });
  });
  await network.close();
});
