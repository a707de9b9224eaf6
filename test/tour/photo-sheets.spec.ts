/** Photos on paper, in pictures: the preview, and a page of the PDF. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { typeInsurance, typeOwner, typeVehicle } from '../support/desktop-story.ts';
import { fieldNamed, goTo } from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-demo.ts';
import { drawPdf } from '../support/pdf.ts';
import { dropCars, tileNamed } from '../support/photos-window.ts';
import { openPreview, pagesIn, savePreview } from '../support/print-window.ts';
import { picture, pictureFile, resize } from './picture.ts';

const captions = ['Left front, as it came in', 'Dent in the LT fender, about a hand wide, above the wheel arch'];

test('photos on paper, in pictures', async ({ atList, folder }) => {
  const { window } = atList;
  await resize(atList);
  await typeOwner(window);
  await typeVehicle(window);
  await typeInsurance(window);
  await goTo(window, 'Attachments');
  await dropCars(window, 7);
  await expect(tileNamed(window, 'Photo 7')).toBeVisible();
  for (const [at, caption] of captions.entries()) {
    await tileNamed(window, `Photo ${at + 1}`).click();
    await window.keyboard.press('F2');
    await window.keyboard.type(caption);
    await window.keyboard.press('Tab');
    await expect(fieldNamed(window, 'Damage area')).toBeFocused();
    await window.keyboard.type('Left front');
    await window.keyboard.press('Enter');
    await expect(tileNamed(window, caption)).toBeVisible();
  }
  await tileNamed(window, 'Photo 4').click();
  await window.keyboard.press('r');
  const dialog = await openPreview(window);
  await expect(pagesIn(dialog).first().locator('img')).toHaveCount(4);
  await picture(atList, 'photo-sheets');
  const pdf = await savePreview(atList, path.join(folder, 'photos.pdf'));
  const [first] = await drawPdf(pdf, [1]);
  if (first !== undefined) writeFileSync(pictureFile('photo-sheets-page', 'light'), first);
});
