/** Notes on paper: who reads a print finds what is for them, and nothing that is internal. */
import { expect, test } from 'vitest';
import type { Note, NoteKind } from '../../../src-shared/domain/note/note.ts';
import { notesPrint, printedNotes } from '../../../src-shared/domain/note/notes-print.ts';
import { textOf } from '../../../src-shared/domain/print/print-node.ts';

const idOf = (n: number) => `0190bbbb-0000-7000-8000-${String(n).padStart(12, '0')}` as Note['id'];
const note = (n: number, kind: NoteKind, text: string, follows: Partial<Note['follows']> = {}): Note => ({
  id: idOf(n),
  deleted: false,
  parent: { workfileId: idOf(999) },
  content: { kind, text },
  written: { at: Date.UTC(2026, 10, 21, 15, n), by: 'Robin Ellery', pc: 'FRONT-PC' },
  follows: { versionOf: '', answerTo: '', ...follows },
  pin: { pinned: false },
});
const notes = [
  note(1, 'internal', 'Frame is bent, say nothing yet'),
  note(2, 'insurer', 'Asked for the frame time', { answerTo: idOf(1) }),
  note(3, 'insurer', 'Sent photos'),
  note(4, 'internal', 'Sent photos, adjuster is slow', { versionOf: idOf(3) }),
  note(5, 'customer', 'Ready on Friday\n\nBring the key'),
];
const texts = (kind: NoteKind | 'all', text = '') =>
  printedNotes(notes, { kind, text }).map((one) => one.note.content.text);

test('a print for the insurer or the customer leaves internal notes out, also what became internal or was only answered', () => {
  expect(texts('insurer')).toEqual(['Asked for the frame time']);
  expect(texts('customer')).toEqual(['Ready on Friday\n\nBring the key']);
  expect(texts('internal')).toEqual(['Sent photos, adjuster is slow', 'Frame is bent, say nothing yet']);
});

test('a print of all holds what the list shows, each as it stands now', () => {
  expect(texts('all')).toEqual([
    'Ready on Friday\n\nBring the key',
    'Sent photos, adjuster is slow',
    'Frame is bent, say nothing yet',
    'Asked for the frame time',
  ]);
  expect(texts('all', 'frame')).toEqual(['Frame is bent, say nothing yet', 'Asked for the frame time']);
});

test('the paper names its reader, the words that were looked for, and of all notes whom each is for', () => {
  const print = (kind: NoteKind | 'all', text: string) =>
    notesPrint({
      ...{ filter: { kind, text }, notes: printedNotes(notes, { kind, text }), number: ['RO number', '48213'] },
      ...{ owner: 'Turpin, Sharon', vehicle: '2012 Honda Civic', shop: { name: 'Harbor Lane', lines: [] } },
      ...{ paper: 'letter', now: Date.UTC(2026, 10, 22), timeZone: 'America/Detroit' },
    });
  const forCustomer = print('customer', 'friday');
  const words = forCustomer.pieces.map(({ node }) => textOf(node)).join('\n');
  expect(forCustomer.title).toBe('Notes for the customer');
  expect(words).toContain('friday');
  expect(words).toContain('Bring the key');
  expect(words).not.toMatch(/frame|adjuster/i);
  const all = print('all', '').pieces.map(({ node }) => textOf(node));
  expect(all).toContainEqual('11/21/2026 10:05 AM · Robin Ellery · For the customer');
  expect(all).toContainEqual('Answer · 11/21/2026 10:02 AM · Robin Ellery · For the insurer');
});
