/** Documents above the photos, in pictures. */
import { typeOwner } from '../support/desktop-story.ts';
import { goTo } from '../support/desktop-window.ts';
import { pdfOf } from '../support/documents.ts';
import { expect, test } from '../support/electron-demo.ts';
import { dropCars, tileNamed } from '../support/photos-window.ts';
import { picture, resize } from './picture.ts';

const names = ['Tow bill Hanley 24-0518.pdf', 'Police report of the accident on Main Street, with its two annexes.pdf'];

test('documents, in pictures', async ({ atList }) => {
  const { window } = atList;
  await resize(atList);
  await typeOwner(window);
  await goTo(window, 'Attachments');
  await dropCars(window, 5);
  await expect(tileNamed(window, 'Photo 5')).toBeVisible();
  const files = names.map((name, at) => ({
    ...{ name, mimeType: 'application/pdf' },
    buffer: Buffer.from(pdfOf(at * 11 + 1, name)),
  }));
  await window.getByLabel('Choose photos and documents').setInputFiles(files);
  const shelf = window.getByRole('listbox', { name: 'Documents' });
  await expect(shelf.getByRole('option')).toHaveCount(2);
  await shelf.getByRole('option').first().click();
  await expect(window.getByRole('textbox', { name: 'Title' })).toHaveValue('Tow bill Hanley 24-0518');
  await picture(atList, 'documents');
});
