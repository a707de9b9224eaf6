// Our lines as the lines of a file: headings in the format's way, notes as it has them, numbers in order.

import { references } from './codes.ts';
import { type ForeignLine, noLine } from './foreign.ts';
import type { LineGroups, Meanings } from './line-in.ts';
import { changedLine, freshLine } from './line-out.ts';
import { goesOn, type ImportedLine, joined } from './lines-in.ts';
import { type LineSource, sourceOf } from './vendor.ts';

/** EMS has a row for a heading and rows for notes; BMS names the section in each line and has a memo. */
export type LineStyle = { readonly format: 'ems' | 'bms'; readonly descriptionLength: number };

type Written = { readonly line: ForeignLine; readonly notes: readonly ForeignLine[]; readonly isAsRead?: boolean };

/** The lines of a file, and whether each is what the file it came from had. */
export type ExportedLines = { readonly lines: readonly ForeignLine[]; readonly isAsRead: boolean };

/** What the lines are for; `isSameFormat`: they go back into the format they came in. */
type Target = { readonly meanings: Meanings; readonly style: LineStyle; readonly isSameFormat: boolean };

/** Makes the lines of a file. The lines stand in the order of the estimate; `leftOut` go back to where they stood. */
export function exportLines(
  lines: readonly ImportedLine[],
  leftOut: readonly ForeignLine[],
  { meanings, style, isSameFormat }: Target,
): ExportedLines {
  const written: Written[] = [];
  let isAsRead = true;
  let heading = '';
  for (const { rows, source, isDerived } of grouped(lines)) {
    const [first] = rows;
    const isHeading = first.work.operation === 'heading';
    if (isHeading) heading = first.text.description;
    if (isHeading && isDerived && style.format === 'bms') continue;
    const one =
      source?.line === undefined
        ? { line: freshLine(rows, meanings), notes: [], isAsRead: false }
        : fromSource(source, rows, meanings);
    isAsRead &&= isDerived || one.isAsRead === true;
    const own = isSameFormat ? source?.line?.heading : undefined;
    const headed = { ...one.line, heading: style.format === 'ems' || own === '' ? '' : heading };
    written.push(...(style.format === 'bms' ? asMemo(headed, one.notes) : [asNotes(headed, one.notes, style)]));
  }
  return { lines: numbered(placed(written, leftOut)), isAsRead };
}

type Group = {
  readonly rows: readonly [LineGroups, ...LineGroups[]];
  readonly source: LineSource | undefined;
  readonly isDerived: boolean;
};

/** Lines that were one line of a file, while they still stand together. */
function grouped(lines: readonly ImportedLine[]): readonly Group[] {
  const groups: { rows: [LineGroups, ...LineGroups[]]; first: ImportedLine }[] = [];
  for (const one of lines) {
    const last = groups.at(-1);
    const { vendor } = one;
    const follows = last?.first.vendor.source !== '' && last?.first.vendor.sequence === vendor.sequence;
    if (last !== undefined && follows && vendor.row === last.rows.length && last.first.vendor.number === vendor.number)
      last.rows.push(one.groups);
    else groups.push({ rows: [one.groups], first: one });
  }
  return groups.map(({ rows, first: { vendor } }) => ({
    rows,
    source: sourceOf(vendor),
    isDerived: vendor.source === '' && vendor.system !== '' && vendor.row === 0,
  }));
}

/** What the file had where nothing was changed; its notes go where a new text took their place. */
function fromSource(
  { line, notes }: LineSource,
  rows: readonly [LineGroups, ...LineGroups[]],
  meanings: Meanings,
): Written {
  const was = joined(line ?? noLine, notes);
  const [first, ...further] = rows;
  if (first.work.operation === 'heading')
    return {
      line: { ...(line ?? noLine), description: first.text.description },
      notes,
      isAsRead: first.text.description === line?.description,
    };
  const spoken = [first, ...further.map((row) => ({ ...row, note: { text: was.memo } }))] as const;
  const now = changedLine(was, spoken, meanings);
  const isSameText = now.description === was.description && now.memo === was.memo;
  if (!isSameText) return { line: now, notes: [] };
  return {
    line: { ...now, description: line?.description ?? '', memo: line?.memo ?? '' },
    notes,
    isAsRead: now === was,
  };
}

/** BMS has room for the whole text, and note lines of its own where the file had some. */
const asMemo = (line: ForeignLine, notes: readonly ForeignLine[]): readonly Written[] => [{ line, notes }];

/** EMS keeps a note in rows of its own, and the end of a long description likewise. */
function asNotes(line: ForeignLine, notes: readonly ForeignLine[], { descriptionLength }: LineStyle): Written {
  if (notes.length > 0) return { line, notes };
  const [description = '', ...more] = chunks(line.description, descriptionLength);
  const texts = [
    ...more.map((text) => `${goesOn}${text}`),
    ...(line.memo === '' ? [] : line.memo.split(/\r?\n/)).flatMap((paragraph) => {
      const [start = '', ...rest] = chunks(paragraph, descriptionLength);
      return [start, ...rest.map((text) => `${goesOn}${text}`)];
    }),
  ];
  const made = texts.map((text) => ({
    ...noLine,
    status: '1',
    version: line.version,
    reference: references.note,
    description: text,
  }));
  return { line: { ...line, description, memo: '' }, notes: made };
}

/** Pieces that fit a field; none ends in a space, which a padded field would lose. */
function chunks(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== '' || pieces.length === 0; ) {
    const most = pieces.length === 0 ? length : length - goesOn.length;
    let end = Math.min(most, rest.length);
    if (end < rest.length) while (end > 1 && rest[end - 1] === ' ') end -= 1;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return pieces;
}

/** Lines that were none of ours stand again before the first line with a greater number. */
function placed(written: readonly Written[], leftOut: readonly ForeignLine[]): readonly Written[] {
  const all = [...written];
  for (const line of leftOut) {
    const at = all.findIndex((one) => one.line.number > line.number);
    all.splice(at < 0 ? all.length : at, 0, { line, notes: [] });
  }
  return all;
}

/** Numbers stay while they rise; otherwise all are numbered anew. Keys stay, and new lines get new ones. */
function numbered(written: readonly Written[]): readonly ForeignLine[] {
  const flat = written.flatMap(({ line, notes }) => [line, ...notes]);
  const rises = flat.every(({ number }, i) => number > (flat[i - 1]?.number ?? 0));
  const taken = new Set(flat.map(({ sequence }) => sequence).filter((one) => one > 0));
  let next = 1;
  const sequenceOf = (line: ForeignLine): number => {
    if (line.sequence > 0) return line.sequence;
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  };
  let count = 0;
  const newNumbers = new Map<number, number>();
  return written.flatMap(({ line, notes }) => {
    count += 1;
    const number = rises ? line.number : count;
    if (line.number > 0) newNumbers.set(line.number, number);
    const parent = rises ? line.parent : (newNumbers.get(line.parent) ?? 0);
    const owner = { ...line, number, parent, sequence: sequenceOf(line) };
    return [
      owner,
      ...notes.map((note) => {
        count += 1;
        return { ...note, number: rises ? note.number : count, parent: number, sequence: sequenceOf(note) };
      }),
    ];
  });
}
