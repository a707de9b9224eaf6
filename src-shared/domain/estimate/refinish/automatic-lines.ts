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
  const times = automaticTimes({ lines, rules, finish });
  if (times.rows.length === 0 && times.blends.length === 0) return { lines, times };
  const blends = new Map(times.blends.map((blend) => [blend.line, blend]));
  const rows = new Map<string, AutomaticRow[]>();
  for (const row of times.rows) rows.set(row.after, [...(rows.get(row.after) ?? []), row]);
  const placed: SheetLine[] = [];
  for (const line of lines) {
    placed.push(blended(line, blends.get(line.id)));
    for (const row of rows.get(line.id) ?? []) placed.push(lineOfRow(row, line));
  }
  return { lines: placed, times };
}

const blended = (line: SheetLine, blend: BlendTime | undefined): SheetLine =>
  blend === undefined ? line : { ...line, refinish: { ...line.refinish, tenths: blend.tenths } };

const nothing = { amountCents: 0, taxed: true };
const noPart: Line['part'] = { type: '', number: '', quantity: 1, priceCents: 0, included: false, taxed: true };

/** A row as a line of its own; whose money it is and its betterment follow its cause. */
function lineOfRow(row: AutomaticRow, cause: SheetLine): SheetLine {
  const isShare = row.cause !== null && cause.betterment?.kind === 'rate';
  return {
    id: row.key,
    deleted: false,
    work: { operation: operationOf(row) },
    text: { description: descriptionOf(row) },
    note: { text: '' },
    part: noPart,
    labor: { type: 'body', tenths: 0, included: false },
    refinish: { tenths: row.tenths, included: false },
    misc: nothing,
    marks: { manual: false, changed: row.byHand },
    ...(isShare && cause.betterment !== undefined ? { betterment: cause.betterment } : {}),
    ...(row.cause !== null && cause.share !== undefined ? { share: cause.share } : {}),
    row,
  };
}

function operationOf({ kind }: AutomaticRow): Line['work']['operation'] {
  if (kind === 'overlap') return 'overlap';
  return kind === 'clear-coat' ? 'clear-coat' : 'refinish';
}

/** The words of a row on a print (CCC estimates). */
export function descriptionOf({ kind, cause, why }: AutomaticRow): string {
  if (why.rule === 'overlap') {
    return {
      adjacent: 'Overlap Major Adj. Panel',
      apart: 'Overlap Major Non-Adj. Panel',
      minor: 'Overlap Minor Panel',
    }[why.kind];
  }
  const names = {
    overlap: 'Overlap',
    edging: 'Edging',
    underside: 'Underside',
    'clear-coat': 'Clear Coat',
    'three-stage': 'Three Stage',
    'two-tone': 'Two Tone',
  };
  return cause === null ? names[kind] : `Add for ${names[kind]}`;
}
