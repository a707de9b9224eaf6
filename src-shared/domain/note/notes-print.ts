// Notes on paper: for the shop itself, or for the insurer or the customer alone, who must not read what is internal.

import { type Fact, runningLine, shopHead } from '../estimate/print/letterhead.ts';
import { dayText, instantText } from '../estimate/print/print-words.ts';
import type { Letterhead } from '../estimate/profile/letterhead.ts';
import { fileNameOf } from '../print/file-name.ts';
import type { Paper } from '../print/paper.ts';
import { alone, type Piece, type PrintDocument } from '../print/print-document.ts';
import { node } from '../print/print-node.ts';
import { printable, printableLines } from '../print/printable.ts';
import { type DiaryFilter, type DiaryNote, diaryOf, isWanted } from './diary.ts';
import type { Note } from './note.ts';

/** A note as it stands on paper. */
export type PrintedNote = { readonly note: Note; readonly isAnswer: boolean };

/** Who may read such a print. */
export const notesTitles: Readonly<Record<DiaryFilter['kind'], string>> = {
  all: 'Notes, internal ones too',
  internal: 'Internal notes',
  insurer: 'Notes for the insurer',
  customer: 'Notes for the customer',
};

/**
 * The notes that a filter shows, each as it stands now. Of a kind, only notes that are of it themselves: an answer for
 * the insurer does not bring the internal note along that it answers, nor what a note said before it was for them.
 */
export function printedNotes(notes: readonly Note[], filter: DiaryFilter): readonly PrintedNote[] {
  return diaryOf(notes)
    .filter((entry) => isWanted(entry, filter))
    .flatMap((entry) => [
      ...saidBy(entry, false),
      ...entry.answers
        .filter((answer) => filter.kind === 'all' || isWanted(answer, filter))
        .flatMap((answer) => saidBy(answer, true)),
    ])
    .filter(({ note }) => filter.kind === 'all' || note.content.kind === filter.kind);
}

/** What counts, and what was written beside it without knowing of it. */
const saidBy = ({ now, beside }: DiaryNote, isAnswer: boolean): readonly PrintedNote[] =>
  [now, ...beside].map((note) => ({ note, isAnswer }));

export type NotesPrintInput = {
  readonly notes: readonly PrintedNote[];
  readonly filter: DiaryFilter;
  readonly number: Fact;
  readonly owner: string;
  readonly vehicle: string;
  readonly shop: Letterhead;
  readonly paper: Paper;
  readonly now: number;
  /** IANA name of the shop's time zone. */
  readonly timeZone: string;
};

/** Makes the document. */
export function notesPrint(input: NotesPrintInput): PrintDocument {
  const { notes, filter, number, shop, paper, now, timeZone } = input;
  const title = notesTitles[filter.kind];
  const words = filter.text.trim();
  const facts: readonly Fact[] = [
    number,
    ['Owner', printable(input.owner)],
    ['Vehicle', printable(input.vehicle)],
    ...(words === '' ? [] : [['Only notes with', printable(words)] as const]),
    ['Printed', instantText(now, timeZone)],
  ];
  return {
    ...{ title, fileName: fileNameOf(`${title} ${number[1]}`), paper, tables: {} },
    running: runningLine(title, [shop.name, number[1], input.owner]),
    foot: `${number[1]} · printed ${instantText(now, timeZone)}`,
    pieces: [alone(shopHead(shop, title, facts)), ...notes.flatMap((one) => pieces(one, input))],
  };
}

const kindWords = { internal: 'Internal', insurer: 'For the insurer', customer: 'For the customer' } as const;

/** Each line is a piece of its own: a note may be longer than a page. */
function pieces({ note, isAnswer }: PrintedNote, { filter, timeZone }: NotesPrintInput): readonly Piece[] {
  const { written, content } = note;
  const when = written.at === 0 ? '' : `${dayText(written.at, timeZone)} ${timeText(written.at, timeZone)}`;
  const said = [
    isAnswer ? 'Answer' : '',
    when,
    printable(written.by),
    filter.kind === 'all' ? kindWords[content.kind] : '',
  ];
  return [
    alone(node('h2', 'part small', said.filter((part) => part !== '').join(' · ')), true),
    ...printableLines(content.text).map((line) => alone(node('p', 'note-line user', line))),
  ];
}

const timeText = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' }).format(at);
