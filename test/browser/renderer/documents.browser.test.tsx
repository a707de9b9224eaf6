// The documents of a workfile in a real browser over a scripted backend: dropped, titled, copied out and removed.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Conflict } from '../../../src-shared/domain/conflict/conflict.ts';
import type { Sha256 } from '../../../src-shared/domain/photo/photo.ts';
import type { PhotoState } from '../../../src-shared/ipc/shapes.ts';
import { documentOf, sheetOf } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const shelf = () => page.getByRole('listbox', { name: 'Documents' });
/** What stands on a tile is its name: the title, and what is said of the file. */
const tile = (title: string) => shelf().getByRole('option', { name: new RegExp(`^${title} `) });
const title = () => page.getByRole('textbox', { name: 'Title' });
const button = (name: string | RegExp) =>
  page.getByRole('toolbar', { name: 'Documents' }).getByRole('button', { name });

async function openShelf(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ sheet: sheetOf(), heads: [headOf(0, 'Turpin, Sharon')], ...script });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('tab', { name: 'Attachments', exact: true }));
  await expect.element(page.getByRole('toolbar', { name: 'Attachments' })).toBeVisible();
  return window;
}

const pdf = (name: string, words = '%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n'): File => new File([words], name);
function drop(...files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const init = { dataTransfer, bubbles: true, cancelable: true };
  document.querySelector('.photos')?.dispatchEvent(new DragEvent('drop', init));
}
const two = sheetOf({ documents: [documentOf(1, { title: { text: 'Tow bill' } }), documentOf(2)] });
const stateOf = (n: number, state: Partial<PhotoState>): PhotoState => ({
  ...{ sha256: documentOf(n).content.sha256 as Sha256, thumbHere: false, fullHere: true },
  ...{ sent: true, damaged: false, moving: null },
  ...state,
});

test('a PDF that is dropped stands above the photos, and one Undo takes it back', async () => {
  const window = await openShelf();
  await expect.element(page.getByText('No photos yet')).toBeVisible();
  drop(pdf('Police report.pdf'), pdf('half.pdf', '%PDF-1.4\n'));
  await expect.element(tile('Police report')).toBeVisible();
  await expect.element(page.getByText(/Added 1 document\. 1 not added: half\.pdf – This PDF is cut off/)).toBeVisible();
  expect(window.askedFor('photo.begin')).toEqual([]);
  await userEvent.click(page.getByText('Undo', { exact: true }).last());
  await expect.poll(() => window.sheet().documents).toHaveLength(0);
});

test('what is called a PDF and is none goes to the documents, which say so', async () => {
  const window = await openShelf();
  drop(pdf('invoice.pdf', '<html></html>'));
  await expect.poll(() => window.askedFor('document.add')).toMatchObject([{ name: 'invoice.pdf' }]);
  expect(window.sheet().documents).toEqual([]);
});

test('a document says its pages, its size and who added it, and is titled with F2', async () => {
  const window = await openShelf({ sheet: two, photoStates: [stateOf(1, {}), stateOf(2, { sent: false })] });
  await expect.element(tile('Tow bill 3 pages · 1.2 MB')).toBeVisible();
  await expect.element(tile('Document 2').getByText('Waiting to upload')).toBeVisible();
  await userEvent.click(tile('Tow bill'));
  const details = page.getByRole('complementary', { name: 'Document details' });
  await expect.element(details.getByText(/Robin Ellery/)).toBeVisible();
  await userEvent.keyboard('{F2}');
  await expect.element(title()).toHaveFocus();
  await userEvent.fill(title(), 'Tow bill of May');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => window.sheet().documents[0]?.title.text).toBe('Tow bill of May');
});

test('Enter opens it, C saves a copy; one that has not arrived says so and can neither be opened nor copied', async () => {
  const window = await openShelf({
    sheet: two,
    photoStates: [stateOf(1, {}), stateOf(2, { fullHere: false, sent: false })],
  });
  await userEvent.click(tile('Tow bill'));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Opening Tow bill')).toBeVisible();
  expect(window.askedFor('document.open')).toHaveLength(1);
  await userEvent.keyboard('c');
  await expect.element(page.getByText('Saved a copy as Copy.pdf')).toBeVisible();
  expect(window.askedFor('document.save-copy')).toHaveLength(1);
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(tile('Document 2').getByText('On its way from another PC')).toBeVisible();
  await expect.element(button(/Save a copy/)).toHaveAccessibleDescription(/It has not arrived on this PC yet/);
  await expect.element(button(/Open/)).toHaveAccessibleDescription(/It has not arrived on this PC yet/);
  await userEvent.keyboard('{Enter}c');
  expect([...window.askedFor('document.open'), ...window.askedFor('document.save-copy')]).toHaveLength(2);
});

test('a PC without a program for PDF files says what to do', async () => {
  await openShelf({ sheet: two, refuse: { 'document.open': { kind: 'unavailable', what: 'document-viewer' } } });
  await userEvent.click(tile('Tow bill'));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/This PC has no program that opens PDF files/)).toBeVisible();
});

test('Delete removes what is selected, with the way back', async () => {
  const window = await openShelf({ sheet: two });
  await userEvent.click(tile('Tow bill'));
  await userEvent.keyboard('{Control>}a{/Control}{Delete}');
  await expect.element(page.getByText('Removed 2 documents')).toBeVisible();
  expect(window.askedFor('document.remove')).toHaveLength(1);
  expect(window.sheet().documents).toEqual([]);
});

test('a technician sees documents and changes none', async () => {
  await openShelf({ sheet: two, role: 'technician' });
  await userEvent.click(tile('Tow bill'));
  await expect.element(button('Remove')).toHaveAccessibleDescription(/Your role, technician/);
  await expect.element(title()).toHaveAttribute('readonly');
});

test('a title with two values is marked, as every field is', async () => {
  const [first] = two.documents;
  const side = (text: string, pc: string) => ({ value: JSON.stringify({ text }), edit: 'e-1', by: 'Luis', pc, at: 1 });
  const conflict: Conflict = {
    ...{ id: '0190dddd-0000-7000-8000-000000000001' as Conflict['id'], deleted: false },
    ...{ parent: { workfileId: sheetOf().workfile.id }, choice: { made: 'open', by: '' } },
    about: { kind: 'document', recordId: first?.id ?? '', group: 'title' },
    before: { value: '', edit: '', by: '', pc: '', at: 0 },
    ...{ standing: side('Letter', 'PARTS-PC'), late: side('Tow bill', 'FRONT-PC') },
  };
  await openShelf({ sheet: sheetOf({ documents: two.documents, conflicts: [conflict] }) });
  await userEvent.click(tile('Tow bill'));
  await expect.element(title()).toHaveAccessibleDescription(/Two values: Letter/);
});
