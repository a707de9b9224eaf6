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

type Kept = {
  readonly finish: EstimatePricing['finish'];
  readonly lines: readonly SheetLine[];
  readonly sheet: Sheet;
  /** Where each line stands among the rows. */
  readonly places: readonly number[];
};

// By the rules: most edits are of lines that refinish no panel, and leave all rows where they are.
const kept = new WeakMap<RefinishRules, Kept>();

/** Puts each automatic row under its line. The lines must be in the order of the estimate. */
export function withAutomatic(
  lines: readonly SheetLine[],
  rules: RefinishRules,
  finish: EstimatePricing['finish'],
): Sheet {
  const before = kept.get(rules);
  const after = before?.finish === finish ? afterEdit(before, lines) : undefined;
  if (before !== undefined && after !== undefined) {
    const sheet = { lines: after, times: before.sheet.times };
    kept.set(rules, { ...before, lines, sheet });
    return sheet;
  }
  const times = automaticTimes({ lines, rules, finish });
  const { placed, places } = placedLines(lines, times);
  const sheet = { lines: placed, times };
  kept.set(rules, { finish, lines, sheet, places });
  return sheet;
}

/** The lines with their rows after an edit; undefined where it may have changed the rows. */
function afterEdit({ lines: old, sheet, places }: Kept, lines: readonly SheetLine[]): readonly SheetLine[] | undefined {
  if (old.length !== lines.length) return undefined;
  const placed = sheet.lines.slice();
  for (let at = 0; at < lines.length; at += 1) {
    const [line, was] = [lines[at], old[at]];
    if (line === was || line === undefined) continue;
    if (line.panel !== undefined || was?.panel !== undefined) return undefined;
    placed[places[at] ?? at] = line;
  }
  return placed;
}

/** Rows and blends come in the order of their lines, so that one pass finds the place of each. */
function placedLines(lines: readonly SheetLine[], { rows, blends }: AutomaticTimes) {
  const placed: SheetLine[] = [];
  const places: number[] = [];
  let [atRow, atBlend] = [0, 0];
  for (const line of lines) {
    places.push(placed.length);
    const blend = line.panel === undefined ? undefined : blends[atBlend];
    if (blend?.line === line.id) {
      placed.push(madeOf(blend, line, lineOfBlend));
      atBlend += 1;
    } else placed.push(line);
    if (line.panel === undefined) continue;
    for (let row = rows[atRow]; row?.after === line.id; row = rows[atRow]) {
      placed.push(madeOf(row, line, lineOfRow));
      atRow += 1;
    }
  }
  return { placed, places };
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
function madeOf<By extends object>(by: By, line: SheetLine, make: (by: By, line: SheetLine) => SheetLine): SheetLine {
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
