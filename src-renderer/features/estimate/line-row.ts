// A line as the grid shows it: with its number; and the empty rows at the end that wait to be typed into.
import type { LineId } from '../../../src-shared/base/ids.ts';
import { type Line, lineSpec } from '../../../src-shared/domain/estimate/line.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { blankRow, dataRow, type GridRow } from '../../../src-ui/grid/model/row-source.ts';

export type LineRow = { readonly line: Line; readonly number: number };

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

/** A line on its way: the row it stands in, and the line it comes after; at the end when none is named. */
export type MadeLine = { readonly key: string; readonly line: Line; readonly after?: LineId | undefined };

/**
 * What the rows at the end are: blank ones, and ones that were typed into and are lines before the backend says so.
 * A row keeps its key when its line gets an id, so that the person types on in the same row.
 */
export type RowBook = {
  /** One, and a second while the last is typed into: Enter goes on to it before the line has come back. */
  readonly blanks: readonly string[];
  readonly made: readonly MadeLine[];
  readonly keys: ReadonlyMap<LineId, string>;
  readonly count: number;
};

export const openBook: RowBook = { blanks: ['new-1'], made: [], keys: new Map(), count: 1 };

export const isBlank = (book: RowBook, key: string): boolean => book.blanks.includes(key);

/** Somebody types into a blank row: another one comes below it. */
export const touchBlank = (book: RowBook, key: string): RowBook =>
  book.blanks.at(-1) === key
    ? { ...book, blanks: [...book.blanks, `new-${book.count + 1}`], count: book.count + 1 }
    : book;

/** Typing was given up: one blank row is enough. */
export const leaveBlank = (book: RowBook, key: string): RowBook =>
  isBlank(book, key) && book.blanks.length > 1 ? { ...book, blanks: book.blanks.slice(0, 1) } : book;

/** A blank row was typed into and left: it is a line from now on. */
export const makeLine = (book: RowBook, key: string, line: Line): RowBook => {
  const touched = touchBlank(book, key);
  return {
    ...touched,
    blanks: touched.blanks.filter((blank) => blank !== key),
    made: [...touched.made, { key, line }],
  };
};

/** A line is put below another one: its row is there at once. */
export const insertLine = (book: RowBook, after: LineId): { readonly book: RowBook; readonly key: string } => {
  const key = `new-${book.count + 1}`;
  return { key, book: { ...book, count: book.count + 1, made: [...book.made, { key, line: newLine, after }] } };
};

/** The line of a row has its id. */
export const nameLine = (book: RowBook, key: string, id: LineId): RowBook => ({
  ...book,
  made: book.made.filter((one) => one.key !== key),
  keys: new Map(book.keys).set(id, key),
});

/** The line was refused: a blank row is blank again with its text still in it, an inserted one goes. */
export const unmakeLine = (book: RowBook, key: string): RowBook => ({
  ...book,
  blanks: book.made.some((one) => one.key === key && one.after === undefined) ? [key, ...book.blanks] : book.blanks,
  made: book.made.filter((one) => one.key !== key),
});

/** Remembers the row of each line, so that rows of unchanged lines are not drawn again. */
export function createLineRows(): (lines: readonly Line[], book: RowBook | undefined) => readonly GridRow<LineRow>[] {
  const known = new WeakMap<Line, GridRow<LineRow>>();
  const rowOf = ({ key, line }: MadeLine, number: number): GridRow<LineRow> => {
    const before = line.id === '' ? undefined : known.get(line);
    if (before?.kind === 'row' && before.value.number === number && before.key === key) return before;
    const row = dataRow(key, { line, number });
    known.set(line, row);
    return row;
  };
  return (lines, book) => {
    const shown = shownLines(lines, book);
    const rows = shown.map((one, at) => rowOf(one, at + 1));
    const blanks = (book?.blanks ?? []).map((key, at) =>
      blankRow(key, { line: newLine, number: shown.length + at + 1 }),
    );
    return [...rows, ...blanks];
  };
}

/** Every line in its row, those on their way at their places. */
function shownLines(lines: readonly Line[], book: RowBook = openBook): readonly MadeLine[] {
  const there = lines.map((line) => ({ key: book.keys.get(line.id) ?? line.id, line }));
  if (book.made.length === 0) return there;
  const waiting = book.made.filter(({ key }) => !there.some((one) => one.key === key));
  const inserted = there.flatMap((one) => [one, ...waiting.filter(({ after }) => after === one.line.id)]);
  return [...inserted, ...waiting.filter(({ after }) => after === undefined)];
}
