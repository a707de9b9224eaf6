/** A document of a workfile: dropped, opened and copied out just as it came, removed and brought back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessibleInEachColor } from '../support/accessible-window.ts';
import { typeOwner } from '../support/desktop-story.ts';
import { goTo } from '../support/desktop-window.ts';
import { pdfOf } from '../support/documents.ts';
import { expect, test } from '../support/electron-demo.ts';
import { dropDocument, noteOpened } from '../support/photos-window.ts';
import { chooseFile } from '../support/print-window.ts';

test.describe.configure({ timeout: 180_000 });

test('a PDF that is dropped is opened and saved as it came, and comes back after it was removed', async ({
  atList,
  folder,
}) => {
  const { window } = atList;
  const bytes = pdfOf(3, 'tow bill');
  await typeOwner(window);
  await goTo(window, 'Attachments');
  await dropDocument(window, 'Tow bill.pdf', bytes);
  const tile = window.getByRole('listbox', { name: 'Documents' }).getByRole('option', { name: 'Tow bill' });
  await expect(tile).toContainText('3 pages');
  await tile.click();
  await expectAccessibleInEachColor(window, 'a document');

  await test.step('Enter hands a copy to the program of the system', async () => {
    const opened = await noteOpened(atList);
    await window.keyboard.press('Enter');
    await expect.poll(opened).toHaveLength(1);
    const [file = ''] = await opened();
    expect(path.basename(file)).toBe('Tow bill.pdf');
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
  });

  await test.step('C saves a copy where one chooses', async () => {
    const copy = path.join(folder, 'For the insurer.pdf');
    await chooseFile(atList, copy);
    await tile.click();
    await window.keyboard.press('c');
    await expect(window.getByText('Saved a copy as For the insurer.pdf').first()).toBeVisible();
    expect(new Uint8Array(readFileSync(copy))).toEqual(bytes);
  });

  await test.step('Del removes it, and Undo brings it back', async () => {
    await tile.click();
    await window.keyboard.press('Delete');
    await expect(tile).toBeHidden();
    await window.keyboard.press('Control+z');
    await expect(tile).toBeVisible();
  });
});
