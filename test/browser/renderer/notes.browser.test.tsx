// The notes of a workfile in a real browser over a scripted backend: written, answered, said anew, found.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Note } from '../../../src-shared/domain/note/note.ts';
import { lineOf, noteOf, photoOf, sheetOf } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const list = () => page.getByRole('list', { name: 'Notes', exact: true });
const field = () => page.getByRole('textbox', { name: 'New note' });
const note = (name: RegExp) => page.getByRole('article', { name });

async function openNotes(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ sheet: sheetOf(), heads: [headOf(0, 'Turpin, Sharon')], ...script });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('tab', { name: 'Notes', exact: true }));
  await expect.element(page.getByRole('region', { name: 'Notes' })).toBeVisible();
  return window;
}

const said = (n: number, text: string, groups: Partial<Note> = {}) =>
  noteOf(n, { content: { kind: 'internal', text }, ...groups });

test('Ctrl+Enter saves a note, which stands above the older ones as it was typed', async () => {
  const window = await openNotes({ sheet: sheetOf({ notes: [said(1, 'Called the owner')] }) });
  await userEvent.click(field());
  await userEvent.keyboard('Hidden damage <b>left</b>{Enter}behind the bumper{Control>}{Enter}{/Control}');
  await expect.element(list().getByText(/Hidden damage <b>left/)).toBeVisible();
  expect(window.askedFor('note.add')).toMatchObject([
    { answerTo: null, content: { kind: 'internal', text: 'Hidden damage <b>left</b>\nbehind the bumper' } },
  ]);
  await expect.element(field()).toHaveValue('');
  expect(
    [...document.querySelectorAll('.note-card')].map((card) => card.querySelector('.note-text')?.textContent),
  ).toEqual(['Hidden damage <b>left</b>\nbehind the bumper', 'Called the owner']);
});

test('a note says whom it is for and what it is about', async () => {
  const window = await openNotes({ sheet: sheetOf({ lines: [lineOf(1, 'LT fender')], photos: [photoOf(1)] }) });
  await userEvent.click(field());
  await userEvent.keyboard('Needs approval');
  await userEvent.fill(page.getByRole('combobox', { name: 'For' }), 'Insurer');
  await userEvent.fill(page.getByRole('combobox', { name: 'About' }), 'Line 1 LT fender');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Remove Line 1 LT fender' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Save note' }));
  await expect.poll(() => window.sheet().notes).toHaveLength(1);
  expect(window.sheet().notes[0]).toMatchObject({
    content: { kind: 'insurer' },
    links: { lineIds: [lineOf(1, '').id] },
  });
  await userEvent.click(note(/Needs approval/).getByRole('button', { name: 'Line 1 LT fender' }));
  await expect.element(page.getByRole('grid', { name: 'Estimate lines' })).toBeVisible();
});

test('a note is answered, and said anew with what it said before still there to be read', async () => {
  const window = await openNotes({ sheet: sheetOf({ notes: [said(1, 'Two hours')] }) });
  await userEvent.click(note(/Two hours/).getByRole('button', { name: 'Reply' }));
  await expect.element(page.getByRole('textbox', { name: 'Reply to Robin Ellery' })).toHaveFocus();
  await userEvent.keyboard('The adjuster agrees{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('list', { name: 'Replies' }).getByText('The adjuster agrees')).toBeVisible();
  await expect
    .element(
      note(/Two hours/)
        .getByRole('button', { name: 'Reply' })
        .first(),
    )
    .toHaveFocus();
  await userEvent.click(
    note(/Two hours/)
      .getByRole('button', { name: 'Change' })
      .first(),
  );
  const anew = page.getByRole('textbox', { name: 'Say it anew' });
  await expect.element(anew).toHaveFocus();
  await userEvent.fill(anew, 'Three hours');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(note(/Three hours/).first()).toBeVisible();
  expect(window.askedFor('note.revise')).toMatchObject([{ noteId: said(1, '').id, content: { text: 'Three hours' } }]);
  await userEvent.click(page.getByRole('button', { name: /^Changed/ }));
  await expect.element(page.getByRole('list', { name: 'What it said before' }).getByText('Two hours')).toBeVisible();
});

test('a note is pinned above newer ones', async () => {
  const window = await openNotes({ sheet: sheetOf({ notes: [said(1, 'Important'), said(2, 'Newer')] }) });
  await userEvent.click(note(/Important/).getByRole('button', { name: 'Pin' }));
  await expect.element(note(/Important/).getByText('Pinned')).toBeVisible();
  expect(window.askedFor('note.change')).toEqual([{ noteId: said(1, '').id, group: 'pin', value: { pinned: true } }]);
  expect(document.querySelector('.note-text')?.textContent).toBe('Important');
});

test('notes are found by kind and by words, and shown again', async () => {
  const insurer = { content: { kind: 'insurer', text: 'Supplement sent' } } as const;
  await openNotes({ sheet: sheetOf({ notes: [said(1, 'Called the owner'), noteOf(2, insurer)] }) });
  await userEvent.click(page.getByRole('tab', { name: 'Insurer (1)' }));
  await expect.element(list().getByText('Called the owner')).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}f{/Control}');
  await userEvent.fill(page.getByRole('searchbox', { name: 'Find in notes' }), 'owner');
  await expect.element(page.getByText('No note matches')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Show all notes' }));
  await expect.element(list().getByText('Called the owner')).toBeVisible();
});

test('what is typed is kept, comes back after a crash, and is no obstacle to Save', async () => {
  const draft = { place: 'note/new/content/text', text: 'Half a sent', keptAt: 1 };
  const window = await openNotes({ sheet: sheetOf({ drafts: [draft] }) });
  await expect.element(field()).toHaveValue('Half a sent');
  await userEvent.click(page.getByRole('button', { name: 'Keep', exact: true }));
  await expect.element(page.getByText(/Restored your text/)).not.toBeInTheDocument();
  await expect.element(field()).toHaveValue('Half a sent');
  await userEvent.click(field());
  await userEvent.keyboard('{End}ence');
  await expect.poll(() => window.askedFor('draft.keep').at(-1)).toMatchObject({ text: 'Half a sentence' });
  await userEvent.keyboard('{Control>}s{/Control}');
  await expect.poll(() => window.askedFor('workfile.save')).toHaveLength(1);
  await expect.element(field()).toHaveValue('Half a sentence');
});

test('whom a note is for and what it is about are kept with it', async () => {
  const window = await openNotes({ sheet: sheetOf({ lines: [lineOf(1, 'LT fender')] }) });
  await userEvent.fill(page.getByRole('combobox', { name: 'For' }), 'Insurer');
  await userEvent.fill(page.getByRole('combobox', { name: 'About' }), 'Line 1 LT fender');
  await userEvent.keyboard('{Enter}');
  const links = { lineIds: [lineOf(1, '').id], photoIds: [], receiptIds: [] };
  const kept = { place: 'note/new/content/beside', text: JSON.stringify({ kind: 'insurer', links }) };
  await expect.poll(() => window.askedFor('draft.keep').at(-1)).toMatchObject(kept);
});

test('whom a note is for and what it is about come back after a crash', async () => {
  const lines = [lineOf(1, 'LT fender')];
  const links = { lineIds: [lineOf(1, '').id], photoIds: [], receiptIds: [] };
  const draft = { place: 'note/new/content/beside', text: JSON.stringify({ kind: 'insurer', links }), keptAt: 1 };
  await openNotes({ sheet: sheetOf({ lines, drafts: [draft] }) });
  await expect.element(page.getByRole('combobox', { name: 'For' })).toHaveValue('Insurer');
  await expect.element(page.getByRole('button', { name: 'Remove Line 1 LT fender' })).toBeVisible();
});

test('a refused note stays in its field with the reason', async () => {
  const window = await openNotes({ refuse: { 'note.add': { kind: 'unavailable', what: 'disk-full' } } });
  await userEvent.click(field());
  await userEvent.keyboard('Not lost{Control>}{Enter}{/Control}');
  await expect.element(page.getByText(/disk of this PC is full/).first()).toBeVisible();
  await expect.element(field()).toHaveValue('Not lost');
  expect(window.sheet().notes).toEqual([]);
});

test('a role that may not write notes is told so', async () => {
  await openNotes({ role: 'technician' });
  await expect.element(field()).toHaveAttribute('aria-disabled', 'true');
});

test('of a thousand notes the first are drawn at once and the others when asked for', async () => {
  const notes = Array.from({ length: 1000 }, (_, n) => said(n + 1, `Note number ${n + 1}`));
  await openNotes({ sheet: sheetOf({ notes }) });
  await expect.element(list().getByText('Note number 1000', { exact: true })).toBeVisible();
  expect(document.querySelectorAll('.note-card').length).toBeLessThan(100);
  await expect.element(page.getByRole('button', { name: '940 more' })).toBeVisible();
});

test('what is printed is what the list shows: for whom, and with which words', async () => {
  const notes = [
    said(1, 'Frame is bent'),
    said(2, 'Ready on Friday', { content: { kind: 'customer', text: 'Ready on Friday' } }),
  ];
  const titles = [
    { kind: 'notes', version: 'all', title: 'Notes, internal ones too', why: '' },
    { kind: 'notes', version: 'customer', title: 'Notes for the customer', why: '' },
  ];
  const document = {
    ...{ title: 'Notes', fileName: 'Notes', paper: 'letter', tables: {}, foot: '', pieces: [] },
    running: { tag: 'header', look: 'running', across: 1, children: [] },
  };
  const answers = {
    'print.choices': { documents: titles, paper: 'letter', printers: [], jobs: [] },
    'print.prepare': { ticket: '0'.repeat(32), document },
  };
  const window = await openNotes({ sheet: sheetOf({ notes }), answers });
  const print = page.getByRole('button', { name: 'Print these notes…' });
  await userEvent.fill(page.getByRole('searchbox', { name: 'Find in notes' }), 'nobody wrote this');
  await expect.element(print).toHaveAttribute('aria-disabled', 'true');
  await userEvent.fill(page.getByRole('searchbox', { name: 'Find in notes' }), 'friday');
  await userEvent.click(page.getByRole('tab', { name: /^Customer-visible/ }));
  await userEvent.click(print);
  const dialog = page.getByRole('dialog', { name: 'Print' });
  await expect.element(dialog.getByText('Only notes with “friday”, as the list shows them.')).toBeVisible();
  await expect
    .poll(() => window.askedFor('print.prepare'))
    .toMatchObject([{ kind: 'notes', version: 'customer', noteText: 'friday' }]);
});
