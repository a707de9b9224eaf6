/** Print and Save as PDF: the preview's pages are the paper's pages, and what goes wrong is said. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible } from '../support/accessible-window.ts';
import { typeInsurance, typeOwner, typeRates, typeVehicle } from '../support/desktop-story.ts';
import { goTo, typeLines } from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-demo.ts';
import { pageSizes, readPdf } from '../support/pdf.ts';
import {
  chooseFile,
  leavePreview,
  openPreview,
  pagesIn,
  previewIsReady,
  printDialog,
  savePreview,
} from '../support/print-window.ts';

test.describe.configure({ timeout: 180_000 });

test('a preliminary estimate is previewed and saved as a PDF whose text says the same', async ({ atList, folder }) => {
  const { window } = atList;
  await typeOwner(window);
  await typeVehicle(window);
  await typeInsurance(window);
  await typeRates(window, { 'Body Labor': '90', 'Paint Labor': '90', 'Sales tax': '6' });
  await goTo(window, 'Estimate');
  await typeLines(window, [
    { Oper: 'Heading', Description: 'FRONT BUMPER' },
    {
      Oper: 'Repl',
      'Part type': 'OEM',
      Description: 'Bumper cover',
      'Part no': '40007887',
      'Price $': '465.43',
      Labor: '1.2',
    },
    {
      Oper: 'Rpr',
      Description: 'Hood <b>not bold</b> & more',
      Labor: '4.0',
      Paint: '2.8',
      Note: 'Test fit before refinish',
    },
    { Description: 'Flex additive', 'Misc $': '12.00T' },
  ]);

  const dialog = await openPreview(window);
  const page = pagesIn(dialog);
  await expect(page).toHaveCount(1);
  await expect(page).toContainText('Preliminary Estimate');
  await expect(page).toContainText('Hood <b>not bold</b> & more');
  await expect(dialog.getByRole('button', { name: 'Print' })).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(window, 'the print preview');

  const pdf = await savePreview(atList, path.join(folder, 'estimate.pdf'));
  const [text = ''] = await readPdf(pdf);
  for (const words of [
    'Preliminary Estimate',
    'Sharon Turpin',
    '1HGCM82633A004352',
    'Meadow Mutual',
    'Bumper cover 40007887 1 465.43 1.2',
    'Hood <b>not bold</b> & more 4.0 2.8',
    'Note: Test fit before refinish',
    'Flex additive 1 12.00 T',
    'Page 1 of 1',
  ]) {
    expect(text).toContain(words);
  }
  expect(await pageSizes(pdf)).toEqual(['8.50 x 11.00']);
  await expect(window.getByText('Saved estimate.pdf, 1 page').first()).toBeVisible();

  await window.keyboard.press('Control+p');
  await expect(printDialog(window).getByText(/Preliminary Estimate E01, 1 page, as estimate.pdf/)).toBeVisible();
  await leavePreview(window);
});

test('a file that cannot be written is said, and the preview stays', async ({ atList, folder }) => {
  const { window } = atList;
  await typeOwner(window);
  const blocked = path.join(folder, 'taken.pdf');
  mkdirSync(blocked);
  writeFileSync(path.join(blocked, 'inside'), 'x');
  const dialog = await openPreview(window);
  await chooseFile(atList, blocked);
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('could not be written');
  await chooseFile(atList, null);
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(dialog.getByRole('alert')).toBeHidden();
  await previewIsReady(dialog);
  await leavePreview(window);
});
