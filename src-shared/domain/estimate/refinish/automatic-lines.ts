// The lines of an estimate as it is priced, printed and compared: with their automatic rows, and blends at their time.

import type { EstimatePricing } from '../adjustment-groups.ts';
import type { Line } from '../line.ts';
import type { LinePricing } from '../line-pricing.ts';
import { type AutomaticRow, type AutomaticTimes, automaticTimes } from './automatic-rows.ts';
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
  const times = automaticTimes({ lines, rules, finish });
  if (times.rows.length === 0 && times.blends.length === 0) return { lines, times };
  return { lines: placedLines(lines, times), times };
}

/** Rows and blends come in the order of their lines, so that one pass finds the place of each. */
function placedLines(lines: readonly SheetLine[], { rows, blends }: AutomaticTimes): readonly SheetLine[] {
  const placed: SheetLine[] = [];
  let [row, blend] = [rows[0], blends[0]];
  let [atRow, atBlend] = [0, 0];
  for (const line of lines) {
    if (line.panel === undefined) {
      placed.push(line);
      continue;
    }
    if (blend?.line === line.id) {
      placed.push({ ...line, refinish: { ...line.refinish, tenths: blend.tenths } });
      blend = blends[++atBlend];
    } else placed.push(line);
    while (row?.after === line.id) {
      placed.push(rowLine(row, line));
      row = rows[++atRow];
    }
  }
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

const known = new WeakMap<AutomaticRow, { readonly cause: SheetLine; readonly line: SheetLine }>();

/** The line of a row: the same object while the row and its cause are. */
function rowLine(row: AutomaticRow, cause: SheetLine): SheetLine {
  const before = known.get(row);
  if (before?.cause === cause) return before.line;
  const line = lineOfRow(row, cause);
  known.set(row, { cause, line });
  return line;
}

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
