// The words for notes: whom they are for, who wrote them, and what became of them.

import type { DiaryNote } from '../../../src-shared/domain/note/diary.ts';
import type { Note, NoteKind } from '../../../src-shared/domain/note/note.ts';
import { type Clock, whenOf } from '../time-words.ts';

export const noteKindWords: Readonly<Record<NoteKind, string>> = {
  internal: 'Internal',
  insurer: 'Insurer',
  customer: 'Customer-visible',
};

/** `10:42, Robin Ellery, FRONT-PC`. */
export const noteByline = ({ written }: Note, clock: Clock): string =>
  [whenOf(written.at, clock), written.by, written.pc].filter((part) => part !== '').join(', ');

/** `Changed 11:02 by Luis` once a note was said anew; empty before. */
export function noteChange({ now: said, first, versions }: DiaryNote, clock: Clock): string {
  if (said.id === first.id) return '';
  const count = versions.length === 2 ? '' : `, version ${versions.length}`;
  return `Changed ${whenOf(said.written.at, clock)} by ${said.written.by}${count}`;
}

/** The beginning of a note, for a list or a screen reader. */
export function noteStart({ content }: Note): string {
  const [line = ''] = content.text.trim().split('\n');
  return line.length <= 60 ? line : `${line.slice(0, 57)}…`;
}
