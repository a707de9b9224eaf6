/** Photos on paper: what was selected is seen, saved as a PDF, and holds pictures. */
import path from 'node:path';
import { maxCaption } from '../../src-shared/domain/photo/photo.ts';
import { expectAccessible } from '../support/accessible-window.ts';
import { typeOwner, typeVehicle } from '../support/desktop-story.ts';
import { fieldNamed, goTo } from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-demo.ts';
import { readPdf } from '../support/pdf.ts';
import { dropCars, tileNamed } from '../support/photos-window.ts';
import { openPreview, pagesIn, previewIsReady, savePreview } from '../support/print-window.ts';

test.describe.configure({ timeout: 180_000 });

test('photos are previewed as sheets and saved with their pictures, all of them or those selected', async ({
  atList,
  folder,
}) => {
  const { window } = atList;
  await typeOwner(window);
  await typeVehicle(window);
  await goTo(window, 'Attachments');
  await dropCars(window, 5);
  await expect(tileNamed(window, 'Photo 5')).toBeVisible();
  await tileNamed(window, 'Photo 2').click();

  const dialog = await openPreview(window);
  await expect(dialog.getByRole('combobox', { name: 'Document' })).toHaveValue('Photos');
  await expect(pagesIn(dialog)).toHaveCount(2);
  await expect(pagesIn(dialog).first().locator('img')).toHaveCount(4);
  await expectAccessible(window, 'the preview of photos');
  await dialog.getByRole('combobox', { name: 'Photos a page' }).fill('2 a page');
  await window.keyboard.press('Tab');
  await expect(pagesIn(dialog)).toHaveCount(3);
  await dialog.getByRole('combobox', { name: 'Photos a page' }).fill('6 a page');
  await window.keyboard.press('Tab');
  await expect(pagesIn(dialog)).toHaveCount(1);
  await previewIsReady(dialog);

  const pdf = await savePreview(atList, path.join(folder, 'photos.pdf'));
  const [text = ''] = await readPdf(pdf);
  for (const words of ['Photo 1', 'Photo 5', 'Turpin, Sharon', '1HGCM82633A004352', 'Page 1 of 1']) {
    expect(text).toContain(words);
  }
  expect(
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Subtype\s*\/Image/g)?.length ?? 0,
  ).toBeGreaterThanOrEqual(5);
});

test('a caption as long as one may be is printed to its end, and nothing of it leaves its page', async ({
  atList,
  folder,
}) => {
  const { window } = atList;
  const caption = `${'W'.repeat(120)} ${'behind the bumper '.repeat(60)}`.slice(0, maxCaption - 9).concat(' to here.');
  await typeOwner(window);
  await goTo(window, 'Attachments');
  await dropCars(window, 3);
  for (const n of [1, 2]) {
    await tileNamed(window, `Photo ${n}`).click();
    await window.keyboard.press('F2');
    await fieldNamed(window, 'Caption').fill(caption);
    await window.keyboard.press('Tab');
    await expect(tileNamed(window, `Photo ${n}`)).toBeHidden();
  }
  const dialog = await openPreview(window);
  for (const size of ['2 a page', '4 a page', '6 a page']) {
    await dialog.getByRole('combobox', { name: 'Photos a page' }).fill(size);
    await window.keyboard.press('Tab');
    await previewIsReady(dialog);
    const over = await pagesIn(dialog).evaluateAll((pages) =>
      pages.filter((page) => page.scrollHeight > page.clientHeight + 1 || page.scrollWidth > page.clientWidth + 1),
    );
    expect(over, size).toEqual([]);
  }
  const pdf = await savePreview(atList, path.join(folder, 'captions.pdf'));
  expect((await readPdf(pdf)).join(' ').match(/to here\./g)).toHaveLength(2);
});
