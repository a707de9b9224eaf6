// A line as the grid shows it: with its number; and the empty rows at the end that wait to be typed into.
import type { LineId } from '../../../src-shared/base/ids.ts';
import { type Line, lineSpec } from '../../../src-shared/domain/estimate/line.ts';
import type { SheetLine } from '../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { blankRow, dataRow, type GridRow } from '../../../src-ui/grid/model/row-source.ts';
import { inOpenSections, type SectionState } from './line-sections.ts';

export type LineRow = {
  /** As it is priced: a blend at its time, or an automatic row. */
  readonly line: SheetLine;
  readonly number: number;
  /** What is wrong with the line, in sentences; empty where nothing is. */
  readonly alert: string;
  /** Of a heading: whether its section is closed, and how many rows that hides. */
  readonly section: SectionState | undefined;
  /** The version that made or last changed the line: `E01`, `S01` … */
  readonly version: string;
};

/** A line that holds nothing yet. */
export const newLine: Line = {
  id: '' as LineId,
  deleted: false,
  parent: emptyGroup(lineSpec, 'parent'),
  place: emptyGroup(lineSpec, 'place'),
  work: emptyGroup(lineSpec, 'work'),
  text: emptyGroup(lineSpec, 'text'),
  note: emptyGroup(lineSpec, 'note'),
  part: emptyGroup(lineSpec, 'part'),
  labor: emptyGroup(lineSpec, 'labor'),
  refinish: emptyGroup(lineSpec, 'refinish'),
  misc: emptyGroup(lineSpec, 'misc'),
  marks: emptyGroup(lineSpec, 'marks'),
};

/** A line on its way, and the line it was put below; at the end when none is named. */
export type MadeLine = { readonly line: Line; readonly after?: LineId | undefined };

/**
 * What the rows at the end are: blank ones, and ones that were typed into and are lines before the backend says so.
 * A blank row bears the id that its line will have: it stays the same row while the line is made.
 */
export type RowBook = {
  /** The last one is always free: Enter goes on to it before the line above has come back. */
  readonly blanks: readonly LineId[];
  /** The blank rows with text in them. */
  readonly typed: ReadonlySet<LineId>;
  readonly made: readonly MadeLine[];
};

/** A book with a blank row, below those that hold text from before. */
export const openBook = (fresh: LineId, typed: readonly LineId[] = []): RowBook => ({
  blanks: [...typed, fresh],
  typed: new Set(typed),
  made: [],
});

export const isBlank = (book: RowBook, id: LineId): boolean => book.blanks.includes(id);

/** Somebody types into a blank row: below the last one comes a fresh one. */
export const touchBlank = (book: RowBook, id: LineId, fresh: LineId): RowBook =>
  !isBlank(book, id) || book.typed.has(id)
    ? book
    : {
        ...book,
        blanks: book.blanks.at(-1) === id ? [...book.blanks, fresh] : book.blanks,
        typed: new Set(book.typed).add(id),
      };

/** Typing was given up: one free row at the end is enough. */
export const leaveBlank = (book: RowBook, id: LineId): RowBook => {
  if (!book.typed.has(id)) return book;
  const typed = without(book.typed, id);
  const last = book.blanks.findLastIndex((blank) => typed.has(blank));
  return { ...book, blanks: book.blanks.slice(0, last + 2), typed };
};

/** A blank row was typed into and left: it is a line from now on. */
export const makeLine = (book: RowBook, line: Line, fresh: LineId): RowBook => {
  const { blanks, typed, made } = touchBlank(book, line.id, fresh);
  return {
    blanks: blanks.filter((blank) => blank !== line.id),
    typed: without(typed, line.id),
    made: [...made, { line }],
  };
};

/** A line is put below another one: its row is there at once. */
export const insertLine = (book: RowBook, id: LineId, after: LineId): RowBook => ({
  ...book,
  made: [...book.made, { line: { ...newLine, id }, after }],
});

/** The backend has the line. */
export const settleLine = (book: RowBook, id: LineId): RowBook => ({
  ...book,
  made: book.made.filter(({ line }) => line.id !== id),
});

/** The line was refused: a blank row is blank again with its text still in it, an inserted one goes. */
export const unmakeLine = (book: RowBook, id: LineId): RowBook => {
  const wasBlank = book.made.some(({ line, after }) => line.id === id && after === undefined);
  const settled = settleLine(book, id);
  return wasBlank ? { ...settled, blanks: [id, ...book.blanks], typed: new Set(book.typed).add(id) } : settled;
};

const without = (ids: ReadonlySet<LineId>, id: LineId): ReadonlySet<LineId> =>
  new Set([...ids].filter((one) => one !== id));

/** What the rows are made of. */
export type Shown = {
  /** The lines with their automatic rows. */
  readonly lines: readonly SheetLine[];
  /** Absent where nothing can be typed. */
  readonly book: RowBook | undefined;
  /** The headings whose sections are closed. */
  readonly closed: ReadonlySet<string>;
  /** What is wrong, by line. */
  readonly alerts: ReadonlyMap<string, string>;
  readonly versionOf: (lineId: string) => string;
};

/** Remembers the row of each line, so that rows of unchanged lines are not drawn again. */
export function createLineRows(): (shown: Shown) => readonly GridRow<LineRow>[] {
  const known = new WeakMap<SheetLine, GridRow<LineRow>>();
  const rowOf = (value: LineRow): GridRow<LineRow> => {
    const before = known.get(value.line);
    if (before?.kind === 'row' && isSameRow(before.value, value)) return before;
    const row = dataRow(value.line.id, value);
    known.set(value.line, row);
    return row;
  };
  return ({ lines, book, closed, alerts, versionOf }) => {
    // A line may have come with the news before the answer to its making: it is shown once.
    const there = new Set(book === undefined ? [] : lines.map(({ id }) => id));
    const made = (book?.made ?? []).filter(({ line }) => !there.has(line.id));
    const blanks = (book?.blanks ?? []).filter((id) => !there.has(id));
    const all = withMade(lines, made);
    const rows = inOpenSections(all, closed).map(({ line, number, section }) =>
      rowOf({ line, number, section, alert: alerts.get(line.id) ?? '', version: versionOf(line.id) }),
    );
    return [
      ...rows,
      ...blanks.map((id, at) =>
        blankRow(id, { line: newLine, number: all.length + at + 1, section: undefined, alert: '', version: '' }),
      ),
    ];
  };
}

const isSameRow = (one: LineRow, other: LineRow): boolean =>
  one.number === other.number &&
  one.alert === other.alert &&
  one.version === other.version &&
  one.section?.isClosed === other.section?.isClosed &&
  one.section?.rows === other.section?.rows;

/** Every line in its row, those on their way at their places: below a line and its automatic rows. */
function withMade(lines: readonly SheetLine[], made: readonly MadeLine[]): readonly SheetLine[] {
  if (made.length === 0) return lines;
  const below = (id: string | undefined) => made.flatMap(({ line, after }) => (after === id ? [line] : []));
  return [
    ...lines.flatMap((line, at) => [line, ...(isLastOf(lines, at) ? below(causeOf(line)) : [])]),
    ...below(undefined),
  ];
}

const causeOf = (line: SheetLine): string => line.row?.after ?? line.id;
const isLastOf = (lines: readonly SheetLine[], at: number): boolean => {
  const [line, next] = [lines[at], lines[at + 1]];
  return line !== undefined && (next === undefined || causeOf(next) !== causeOf(line));
};
