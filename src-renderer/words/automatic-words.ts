// The words for automatic rows: what each is, why it has its time, and what an edit changed of them.

import { printHours, type Tenths, tenths } from '../../src-shared/base/hours.ts';
import { printRate, type Rate } from '../../src-shared/base/money.ts';
import type { AutomaticChange } from '../../src-shared/domain/estimate/refinish/automatic-changes.ts';
import { descriptionOf } from '../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import type {
  AutomaticRow,
  AutomaticTimes,
  BlendTime,
  Why,
} from '../../src-shared/domain/estimate/refinish/automatic-rows.ts';

/** How a line is called in a sentence: `line 4, LT fender`. */
export type NameLine = (id: string) => string;

/** Why a row has its time, one sentence a step. */
export function whyRow(row: AutomaticRow, nameLine: NameLine): readonly string[] {
  return [...reason(row, nameLine), ...byHand(row)];
}

/** Why a blend has its time. */
export const whyBlend = (blend: BlendTime): readonly string[] => [
  `A blend takes ${percentOf(blend.percent, blend.of)} of its panel's full time: ${hours(blend.computed)}.`,
  ...byHand(blend),
];

function reason(row: AutomaticRow, nameLine: NameLine): readonly string[] {
  const { why } = row;
  switch (why.rule) {
    case 'typed':
      return ['Its time was typed in the properties of the line.'];
    case 'overlap':
      return [overlapReason(why, nameLine), `The rules take ${hours(tenths(Math.abs(row.computed)))} off.`];
    case 'percent':
      return [
        `${percentOf(why.percent, why.of)}, which is what ${row.kind === 'two-tone' || row.cause === null ? 'the panel has' : 'overlap leaves of the panel'}: ${hours(row.computed)}.`,
        standings[why.panel],
      ];
    case 'cap':
      return [
        `Together the rows of this kind come to ${hours(why.sum)}; the profile allows ${hours(why.cap)} at most.`,
        ...why.of.map((one) => `${nameLine(one.cause ?? '')}: ${hours(one.tenths)}`),
      ];
    case 'whole':
      return [
        `Set once for the whole estimate, in place of ${hours(why.sum)} that the panels come to.`,
        ...why.of.map((one) => `${nameLine(one.cause ?? '')}: ${hours(one.tenths)}`),
      ];
  }
}

const standings = {
  first: 'It is the first major panel of the estimate, which takes the higher share.',
  other: 'It is not the first major panel, so the share of each further panel counts.',
  'off-car': 'It is refinished off the car, so it begins at the share of a first panel.',
} as const;

function overlapReason(why: Extract<Why, { rule: 'overlap' }>, nameLine: NameLine): string {
  if (why.kind === 'minor') return 'A minor panel beside others that are refinished.';
  if (why.kind === 'apart') return 'A major panel that touches none of the panels before it.';
  return why.neighbour === null
    ? 'Said to be adjacent to a panel before it.'
    : `A major panel beside ${nameLine(why.neighbour)}.`;
}

const byHand = ({ byHand: isByHand, tenths: time, computed }: Pick<AutomaticRow, 'byHand' | 'tenths' | 'computed'>) =>
  isByHand ? [`Set by hand to ${hours(time)}. Computed it would be ${hours(computed)}.`] : [];

const hours = (time: Tenths): string => `${printHours(time)} h`;
const percentOf = (percent: number, of: Tenths): string => `${printRate(percent as Rate)} % of ${hours(of)}`;

/** What an edit changed of the rows, each in a few words: `Add for Clear Coat 1.2 → 1.0`. */
export function changedRows(
  changes: readonly AutomaticChange[],
  before: AutomaticTimes,
  after: AutomaticTimes,
  nameLine: NameLine,
): readonly string[] {
  const rows = new Map([...before.rows, ...after.rows].map((row) => [row.key, row]));
  return changes.map(({ key, kind, cause, from, to }) => {
    const row = rows.get(key);
    const name = kind === 'blend' || row === undefined ? 'Blend' : descriptionOf(row);
    const where = cause === null ? '' : ` (${nameLine(cause)})`;
    return `${name}${where} ${timeWords(from)} → ${timeWords(to)}`;
  });
}

const timeWords = (time: Tenths | null): string => (time === null ? 'none' : printHours(time));
