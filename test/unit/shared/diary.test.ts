/** How notes are read: versions behind the newest, answers below, and nothing that anybody wrote is hidden. */
import { expect, test } from 'vitest';
import { diaryOf, isWanted } from '../../../src-shared/domain/note/diary.ts';
import type { Note } from '../../../src-shared/domain/note/note.ts';

const idOf = (n: number) => `0190bbbb-0000-7000-8000-${String(n).padStart(12, '0')}` as Note['id'];
const note = (
  n: number,
  text: string,
  more: Partial<Note['follows']> & { pinned?: boolean; at?: number } = {},
): Note => ({
  id: idOf(n),
  deleted: false,
  parent: { workfileId: idOf(999) },
  content: { kind: 'internal', text },
  written: { at: more.at ?? n, by: n % 2 === 0 ? 'Luis' : 'Robin', pc: 'FRONT-PC' },
  follows: { versionOf: more.versionOf ?? '', answerTo: more.answerTo ?? '' },
  pin: { pinned: more.pinned ?? false },
});
const said = (notes: readonly Note[]) => diaryOf(notes).map(({ now }) => now.content.text);

test('the newest stands first, and a pinned note above it', () => {
  expect(said([note(1, 'old'), note(2, 'pinned', { pinned: true }), note(3, 'new')])).toEqual(['pinned', 'new', 'old']);
});

test('a note that was said anew is one note, with what it said before', () => {
  const [entry, ...others] = diaryOf([note(1, 'two hours'), note(2, 'three hours', { versionOf: idOf(1) })]);
  expect(others).toEqual([]);
  expect(entry?.now.content.text).toBe('three hours');
  expect(entry?.versions.map(({ content }) => content.text)).toEqual(['two hours', 'three hours']);
  expect(entry?.beside).toEqual([]);
});

test('two versions of one note that did not know each other are both read', () => {
  const notes = [note(1, 'a'), note(2, 'mine', { versionOf: idOf(1) }), note(3, 'theirs', { versionOf: idOf(1) })];
  const [entry] = diaryOf(notes);
  expect([entry?.now.content.text, entry?.beside.map(({ content }) => content.text)]).toEqual(['theirs', ['mine']]);
  const [settled] = diaryOf([...notes, note(4, 'both', { versionOf: idOf(2) })]);
  expect(settled?.now.content.text).toBe('both');
});

test('answers stand below what they answer, oldest first, also those to an older version or to an answer', () => {
  const [entry, ...others] = diaryOf([
    note(1, 'question'),
    note(2, 'question, better', { versionOf: idOf(1) }),
    note(4, 'second', { answerTo: idOf(2) }),
    note(3, 'first', { answerTo: idOf(1) }),
    note(5, 'third', { answerTo: idOf(4) }),
  ]);
  expect(others).toEqual([]);
  expect(entry?.answers.map(({ now }) => now.content.text)).toEqual(['first', 'second', 'third']);
});

test('what follows a note that is not here, or itself, stands by itself', () => {
  expect(
    said([note(1, 'version of nothing', { versionOf: idOf(77) }), note(2, 'answer', { answerTo: idOf(78) })]),
  ).toEqual(['answer', 'version of nothing']);
  const circle = [note(1, 'one', { versionOf: idOf(2) }), note(2, 'two', { versionOf: idOf(1) })];
  expect(diaryOf(circle).flatMap(({ versions }) => versions)).toHaveLength(2);
  const answering = [note(1, 'one', { answerTo: idOf(2) }), note(2, 'two', { answerTo: idOf(1) })];
  expect(diaryOf(answering).flatMap((one) => [one, ...one.answers])).toHaveLength(2);
});

test('a note is found by its words, its author, an older version, or an answer', () => {
  const [entry] = diaryOf([
    note(1, 'Hidden damage'),
    note(3, 'Nothing hidden', { versionOf: idOf(1) }),
    note(2, 'Adjuster agrees', { answerTo: idOf(1) }),
  ]);
  if (entry === undefined) throw new Error('no entry');
  const wanted = (text: string, kind: 'all' | 'internal' | 'insurer' = 'all') => isWanted(entry, { kind, text });
  expect(['', 'DAMAGE', 'robin hidden', 'adjuster', 'luis'].map((text) => wanted(text))).toEqual(
    Array.from({ length: 5 }, () => true),
  );
  expect([wanted('bumper'), wanted('', 'insurer')]).toEqual([false, false]);
});
