/** Photos on two PCs: there at once where they are dropped, a thumbnail elsewhere, whole when somebody looks, and in nobody's way. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  changeCell,
  fieldNamed,
  goTo,
  newWorkfile,
  openByOwner,
  syncWord,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-two.ts';
import { drawnWidth, dropPhotos, galleryOf, tileNamed } from '../support/photos-window.ts';
import { showWorkfileTab } from '../support/sync-window.ts';

test.describe.configure({ timeout: 600_000 });

test('photos dropped without a network are there at once, and reach the second PC as thumbnails first', async ({
  front,
  office,
}) => {
  await front.cutOff();
  await newWorkfile(front.window);
  await typeInto(front.window, 'Last name', 'Lindqvist');
  await goTo(front.window, 'Attachments');

  await test.step('two photos and one that is there already', async () => {
    await dropPhotos(
      front.window,
      { name: 'IMG_1.jpg', width: 1600, height: 1200 },
      { name: 'IMG_2.jpg', width: 900, height: 1400 },
    );
    await expect(tileNamed(front.window, 'Photo 1')).toContainText('Waiting to upload');
    await expect(tileNamed(front.window, 'Photo 2')).toContainText('Waiting to upload');
    await dropPhotos(front.window, { name: 'IMG_1 copy.jpg', width: 1600, height: 1200 });
    await expect(front.window.getByText('1 was here already.').first()).toBeVisible();
    await expect(galleryOf(front.window).getByRole('option')).toHaveCount(2);
    await expect.poll(() => drawnWidth(tileNamed(front.window, 'Photo 1'))).toBe(320);
  });

  await test.step('a caption, typed while they wait', async () => {
    await tileNamed(front.window, 'Photo 2').click();
    await front.window.keyboard.press('F2');
    await expect(fieldNamed(front.window, 'Caption')).toBeFocused();
    await front.window.keyboard.type('Left door');
    await front.window.keyboard.press('Tab');
    await expect(tileNamed(front.window, 'Left door')).toBeVisible();
  });

  await front.backOnline();
  await expect(tileNamed(front.window, 'Photo 1')).not.toContainText(/Waiting|Uploading/, { timeout: 60_000 });
  await expect(tileNamed(front.window, 'Left door')).not.toContainText(/Waiting|Uploading/, { timeout: 60_000 });

  await test.step('the second PC shows thumbnails, and the photo when it is opened', async () => {
    const { window } = office;
    await openByOwner(window, 'Lindqvist');
    await goTo(window, 'Attachments');
    await expect(tileNamed(window, 'Photo 1')).toContainText('Only the thumbnail is here', { timeout: 30_000 });
    await expect.poll(() => drawnWidth(tileNamed(window, 'Photo 1'))).toBe(320);
    await expect.poll(() => drawnWidth(tileNamed(window, 'Left door'))).toBe(206);
    await galleryOf(window).focus();
    await window.keyboard.press('Home');
    await window.keyboard.press('Enter');
    const view = window.getByRole('region', { name: 'Photo 1, 1 of 2' });
    await expect.poll(() => drawnWidth(view), { timeout: 30_000 }).toBe(1600);
    await window.keyboard.press('ArrowRight');
    const next = window.getByRole('region', { name: 'Left door, 2 of 2' });
    await expect.poll(() => drawnWidth(next), { timeout: 30_000 }).toBe(900);
    await window.keyboard.press('Escape');
    await expect(galleryOf(window)).toBeFocused();
  });

  await test.step('removed on the second PC it goes on the first, and Undo brings it back', async () => {
    await office.window.keyboard.press('Delete');
    await expect(tileNamed(front.window, 'Left door')).toBeHidden({ timeout: 30_000 });
    await office.window.keyboard.press('Control+z');
    await expect(tileNamed(front.window, 'Left door')).toBeVisible({ timeout: 30_000 });
  });
});

test('an upload that hangs holds up no typing, and after a kill it goes on from the byte that arrived', async ({
  front,
  office,
  folder,
}) => {
  const large = { name: 'IMG_9.jpg', width: 1600, height: 1200, grain: true };
  const arriving = 300_000;
  await newWorkfile(front.window);
  await typeInto(front.window, 'Last name', 'Marchetti');
  await goTo(front.window, 'Estimate');
  await typeLines(front.window, [{ Oper: 'Rpr', Description: 'LT fender', Labor: '1.0' }]);
  await openByOwner(office.window, 'Marchetti');
  await goTo(office.window, 'Estimate');
  await front.cutOff();
  await goTo(front.window, 'Attachments');
  await dropPhotos(front.window, large);
  await expect(tileNamed(front.window, 'Photo 1')).toContainText('Waiting to upload');
  const { sha256, bytes } = await firstPhoto(front.window);
  expect(bytes).toBeGreaterThan(3 * pieceBytes);

  await test.step('in the middle of its first piece nothing moves any more', async () => {
    const stalled = front.network.next(`PATCH /photos/${sha256}`, { kind: 'stall', side: 'request', at: arriving });
    await front.backOnline();
    await stalled;
    await expect(tileNamed(front.window, 'Photo 1')).toContainText('Uploading');
    await expect(tileNamed(office.window, 'Photo 1')).toBeHidden();
  });

  await test.step('meanwhile a line is changed, and the other PC has it', async () => {
    await goTo(front.window, 'Estimate');
    await changeCell(front.window, { row: 0, title: 'Labor' }, '2.5');
    await expect(syncWord(front.window)).toContainText('1 photo waiting');
    await expect(office.window.getByRole('gridcell', { name: '2.5' }).first()).toBeVisible({ timeout: 30_000 });
    await goTo(front.window, 'Attachments');
    await expect(tileNamed(front.window, 'Photo 1')).toContainText('Uploading');
  });

  await test.step('the app is killed, and its next start sends the rest and no more', async () => {
    await front.kill();
    const arrived = await arrivedOf(path.join(folder, 'cloud', 'photos'), sha256);
    expect(arrived).toBe(arriving);
    const sentBefore = front.network.count(`PATCH /photos/${sha256}`);
    const again = await front.reopen();
    await openByOwner(again.window, 'Marchetti');
    await goTo(again.window, 'Attachments');
    await expect.poll(() => drawnWidth(tileNamed(again.window, 'Photo 1'))).toBe(320);
    await expect(tileNamed(again.window, 'Photo 1')).not.toContainText(/Waiting|Uploading/, { timeout: 60_000 });
    const pieces = front.network.count(`PATCH /photos/${sha256}`) - sentBefore;
    expect(pieces).toBe(Math.ceil((bytes - arrived) / pieceBytes));
  });

  await test.step('the other PC has the thumbnail first, and the photo when it is looked at', async () => {
    await goTo(office.window, 'Attachments');
    await expect(tileNamed(office.window, 'Photo 1')).toContainText('Only the thumbnail is here', { timeout: 30_000 });
    await galleryOf(office.window).focus();
    await office.window.keyboard.press('Home');
    await office.window.keyboard.press('Enter');
    const view = office.window.getByRole('region', { name: 'Photo 1, 1 of 1' });
    await expect.poll(() => drawnWidth(view), { timeout: 30_000 }).toBe(1600);
    await office.window.keyboard.press('Escape');
  });

  await test.step('the same photo in another workfile of another PC is one file in the cloud', async () => {
    const filesBefore = filesIn(path.join(folder, 'cloud', 'photos'));
    const sent = office.network.count(`PATCH /photos/${sha256}`);
    await newWorkfile(office.window);
    await typeInto(office.window, 'Last name', 'Delacroix');
    await goTo(office.window, 'Attachments');
    await dropPhotos(office.window, large);
    await expect(tileNamed(office.window, 'Photo 1')).not.toContainText(/Waiting|Uploading/, { timeout: 60_000 });
    await expect(syncWord(office.window)).toContainText('Synced', { timeout: 30_000 });
    expect(office.network.count(`PATCH /photos/${sha256}`)).toBe(sent);
    expect(filesIn(path.join(folder, 'cloud', 'photos'))).toEqual(filesBefore);
    await showWorkfileTab(office.window, 'Marchetti');
    await expect(galleryOf(office.window).getByRole('option')).toHaveCount(1);
  });
});

/** As much as a PC sends at once. */
const pieceBytes = 512 * 1024;

type Door = { readonly shopfile: { readonly bridge: { ask(name: string, input: object): Promise<unknown> } } };
type Rows = { readonly value: { readonly rows: readonly { readonly id: string }[] } };
type Sheet = {
  readonly value: {
    readonly photos: readonly { readonly content: { readonly sha256: string; readonly bytes: number } }[];
  };
};

/** The content of the first photo of the newest workfile, as the PC keeps it. */
async function firstPhoto(window: Page): Promise<Sheet['value']['photos'][number]['content']> {
  const ask = (name: string, input: object): Promise<unknown> =>
    window.evaluate(([wanted, given]) => (globalThis as unknown as Door).shopfile.bridge.ask(wanted, given), [
      name,
      input,
    ] as const);
  const newest = { text: '', offset: 0, limit: 1, sort: 'changed', descending: true };
  const { value } = (await ask('workfile.list', newest)) as Rows;
  const sheet = (await ask('workfile.open', { workfileId: value.rows[0]?.id })) as Sheet;
  const [photo] = sheet.value.photos;
  if (photo === undefined) throw new Error('no photo');
  return photo.content;
}

/** How much of a photo has arrived in the cloud, once it has written what it got. */
async function arrivedOf(photosFolder: string, sha256: string): Promise<number> {
  const read = (): number =>
    Math.max(
      0,
      ...readdirSync(photosFolder).map(
        (shop) => statSync(path.join(photosFolder, shop, 'arriving', sha256), { throwIfNoEntry: false })?.size ?? 0,
      ),
    );
  await expect.poll(read).toBeGreaterThan(0);
  return read();
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
