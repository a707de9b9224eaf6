// The lines of an estimate as it is priced, printed and compared: with their automatic rows, and blends at their time.

import type { EstimatePricing } from '../adjustment-groups.ts';
import type { Line } from '../line.ts';
import type { LinePricing } from '../line-pricing.ts';
import { type AutomaticRow, type AutomaticTimes, automaticTimes, type BlendTime } from './automatic-rows.ts';
import type { RefinishRules } from './refinish-rules.ts';

/** A line, or an automatic row in the shape of one; `row` tells them apart. */
export type SheetLine = Pick<
  Line,
  'deleted' | 'work' | 'text' | 'note' | 'part' | 'labor' | 'refinish' | 'misc' | 'marks'
> &
  Partial<LinePricing> & { readonly id: string; readonly row?: AutomaticRow };

export type Sheet = {
  readonly lines: readonly SheetLine[];
  readonly times: AutomaticTimes;
};

/** Puts each automatic row under its line. The lines must be in the order of the estimate. */
export function withAutomatic(
  lines: readonly SheetLine[],
  rules: RefinishRules,
  finish: EstimatePricing['finish'],
): Sheet {
  const panels = placesOfPanels(lines);
  const times = automaticTimes({ lines: panels.map((at) => lines[at] as SheetLine), rules, finish });
  if (times.rows.length === 0 && times.blends.length === 0) return { lines, times };
  return { lines: placedLines(lines, panels, times), times };
}

function placesOfPanels(lines: readonly SheetLine[]): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < lines.length; at += 1) if (lines[at]?.panel !== undefined) places.push(at);
  return places;
}

/** Rows and blends come in the order of their lines, so that one pass finds the place of each. */
function placedLines(
  lines: readonly SheetLine[],
  panels: readonly number[],
  { rows, blends }: AutomaticTimes,
): readonly SheetLine[] {
  const placed: SheetLine[] = [];
  let [next, atRow, atBlend] = [0, 0, 0];
  const copyTo = (end: number): void => {
    for (; next < end; next += 1) placed.push(lines[next] as SheetLine);
  };
  for (const at of panels) {
    copyTo(at);
    const line = lines[at] as SheetLine;
    const blend = blends[atBlend];
    if (blend?.line === line.id) {
      placed.push(kept(blend, line, lineOfBlend));
      atBlend += 1;
      next += 1;
    } else copyTo(at + 1);
    for (let row = rows[atRow]; row?.after === line.id; row = rows[atRow]) {
      placed.push(kept(row, line, lineOfRow));
      atRow += 1;
    }
  }
  copyTo(lines.length);
  return placed;
}

// What every row has in common is made once: rows are made anew with every keystroke.
const noMisc: Line['misc'] = { amountCents: 0, taxed: true };
const noPart: Line['part'] = { type: '', number: '', quantity: 1, priceCents: 0, included: false, taxed: true };
const noLabor: Line['labor'] = { type: 'body', tenths: 0, included: false };
const noNote: Line['note'] = { text: '' };
const computedMarks: Line['marks'] = { manual: false, changed: false };
const byHandMarks: Line['marks'] = { manual: false, changed: true };
const works = {
  overlap: { operation: 'overlap' },
  clear: { operation: 'clear-coat' },
  refinish: { operation: 'refinish' },
} satisfies Readonly<Record<string, Line['work']>>;

const known = new WeakMap<object, { readonly line: SheetLine; readonly made: SheetLine }>();

/** What is made of a line by its row or its blend: the same object while both are. */
function kept<By extends object>(by: By, line: SheetLine, make: (by: By, line: SheetLine) => SheetLine): SheetLine {
  const before = known.get(by);
  if (before?.line === line) return before.made;
  const made = make(by, line);
  known.set(by, { line, made });
  return made;
}

const lineOfBlend = ({ tenths }: BlendTime, line: SheetLine): SheetLine => ({
  ...line,
  refinish: { ...line.refinish, tenths },
});

/** A row as a line of its own; whose money it is and its betterment follow its cause. */
function lineOfRow(row: AutomaticRow, cause: SheetLine): SheetLine {
  const line: SheetLine = {
    id: row.key,
    deleted: false,
    work: workOf(row),
    text: { description: descriptionOf(row) },
    note: noNote,
    part: noPart,
    labor: noLabor,
    refinish: { tenths: row.tenths, included: false },
    misc: noMisc,
    marks: row.byHand ? byHandMarks : computedMarks,
    row,
  };
  const { share, betterment } = cause;
  const follows = row.cause !== null && (share !== undefined || betterment?.kind === 'rate');
  if (!follows) return line;
  return {
    ...line,
    ...(betterment?.kind === 'rate' ? { betterment } : {}),
    ...(share !== undefined ? { share } : {}),
  };
}

function workOf({ kind }: AutomaticRow): Line['work'] {
  if (kind === 'overlap') return works.overlap;
  return kind === 'clear-coat' ? works.clear : works.refinish;
}

const overlapNames = {
  adjacent: 'Overlap Major Adj. Panel',
  apart: 'Overlap Major Non-Adj. Panel',
  minor: 'Overlap Minor Panel',
} as const;
const names = {
  overlap: 'Overlap',
  edging: 'Edging',
  underside: 'Underside',
  'clear-coat': 'Clear Coat',
  'three-stage': 'Three Stage',
  'two-tone': 'Two Tone',
} as const;

/** The words of a row on a print (CCC estimates). */
export function descriptionOf({ kind, cause, why }: AutomaticRow): string {
  if (why.rule === 'overlap') return overlapNames[why.kind];
  return cause === null ? names[kind] : `Add for ${names[kind]}`;
}
