/** An estimate on paper, in pictures: the preview, and pages of the PDF that came of it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { typeInsurance, typeOwner, typeRates, typeVehicle } from '../support/desktop-story.ts';
import { goTo, gridNamed } from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-demo.ts';
import { printALines } from '../support/golden/print-a-lines.ts';
import { printARest } from '../support/golden/print-a-rest.ts';
import { linesOfPrint } from '../support/golden/print-line.ts';
import { drawPdf, readPdf } from '../support/pdf.ts';
import { openPreview, pagesIn, savePreview } from '../support/print-window.ts';
import { picture, pictureFile, resize } from './picture.ts';

test('an estimate on paper, in pictures', async ({ atList, folder }) => {
  const { window } = atList;
  await resize(atList);
  await typeOwner(window);
  await typeVehicle(window);
  await typeInsurance(window);
  await typeRates(window, {
    'Body Labor': '90',
    'Paint Labor': '90',
    'Mechanical Labor': '175',
    'Paint supplies per hour': '60',
    'Sales tax': '6',
  });
  await goTo(window, 'Estimate');
  await addLines(window, linesOfPrint([...printALines, ...printARest]));

  const dialog = await openPreview(window);
  await expect(pagesIn(dialog).first()).toContainText('Preliminary Estimate');
  await picture(atList, 'print');
  const pages = await pagesIn(dialog).count();
  const pdf = await savePreview(atList, path.join(folder, 'estimate.pdf'));
  const texts = await readPdf(pdf);
  expect(texts).toHaveLength(pages);
  expect(texts.join(' ')).toContain('Net Cost of Repairs');
  for (const [i, text] of texts.entries()) expect(text).toContain(`Page ${i + 1} of ${pages}`);
  const [first, last] = await drawPdf(pdf, [1, pages]);
  if (first !== undefined) writeFileSync(pictureFile('print-page', 'light'), first);
  if (last !== undefined) writeFileSync(pictureFile('print-totals', 'light'), last);
});

type Door = {
  readonly shopfile: {
    readonly bridge: { ask(name: string, input: unknown): Promise<{ ok: boolean; value: unknown }> };
  };
};

/** Adds lines at once, through the door that the grid uses. */
async function addLines(window: Page, lines: readonly Line[]): Promise<void> {
  const groups = lines.map(({ work, text, note, part, labor, refinish, misc, marks }) => ({
    work,
    text,
    note,
    part,
    labor,
    refinish,
    misc,
    marks,
  }));
  const added = await window.evaluate(async (typed) => {
    const { bridge } = (window as unknown as Door).shopfile;
    const label = document.querySelector('.workfile-header h1')?.textContent ?? '';
    const list = await bridge.ask('workfile.list', {
      text: label,
      offset: 0,
      limit: 1,
      sort: 'changed',
      descending: true,
    });
    const [head] = (list.value as { readonly rows: readonly { readonly id: string }[] }).rows;
    const sheet = await bridge.ask('workfile.open', { workfileId: head?.id });
    const { estimate } = sheet.value as { readonly estimate: { readonly id: string } };
    return (await bridge.ask('line.add', { estimateId: estimate.id, after: null, lines: typed })).ok;
  }, groups);
  expect(added).toBe(true);
  await expect(gridNamed(window, 'Estimate lines')).toContainText('7,118.24');
}
