// The signs beside a printed line, and the legend that explains those that a print uses and no others.

import { type LaborType, laborLetters, laborNames } from '../labor-type.ts';
import type { PartType } from '../line.ts';
import { partTypeWords } from '../part-type-words.ts';
import type { SheetLine } from '../refinish/automatic-lines.ts';
import { isApart } from '../refinish/panel-place.ts';

type Mark = { readonly sign: string; readonly words: string; readonly on: (line: SheetLine) => boolean };

/** Signs of the marks column, in the order in which they stand there (CCC print legend). */
const marks: readonly Mark[] = [
  { sign: '#', words: 'line written by hand', on: ({ marks: { manual }, row }) => manual && row === undefined },
  { sign: '*', words: 'changed by the estimator', on: ({ marks: { changed } }) => changed },
  {
    sign: '~',
    words: 'work that book times do not include',
    on: ({ book, row }) => book?.notIncluded === true && row === undefined,
  },
  {
    sign: '<>',
    words: 'refinished together with the other panels, not as a separate procedure',
    on: ({ panel, refinish, row }) =>
      row === undefined && refinish.tenths !== 0 && panel?.offCar === false && isApart(panel.place),
  },
  {
    sign: '**',
    words: 'part not made by the vehicle’s manufacturer',
    on: ({ part }) => part.type === 'aftermarket' || part.type === 'certified',
  },
  { sign: 'C', words: 'the customer pays for this line', on: ({ share }) => share?.of === 'customer' },
  { sign: 'R', words: 'related damage from before the loss', on: ({ share }) => share?.of === 'related-prior' },
  { sign: 'U', words: 'unrelated damage from before the loss', on: ({ share }) => share?.of === 'unrelated-prior' },
  {
    sign: 'B',
    words: 'betterment is taken of this line',
    on: ({ betterment, row }) => betterment !== undefined && betterment.kind !== 'none' && row === undefined,
  },
];

/** The signs of a line; headings have none. */
export const marksOf = (line: SheetLine): string =>
  line.work.operation === 'heading'
    ? ''
    : marks
        .filter(({ on }) => on(line))
        .map(({ sign }) => sign)
        .join(' ');

/** Where a part comes from, before its description; a new part of the maker says nothing. */
const namedSources: readonly PartType[] = [
  'aftermarket',
  'certified',
  'lkq',
  'reconditioned',
  'remanufactured',
  'rechromed',
  'recored',
  'existing',
];
export const sourceOf = ({ part }: Pick<SheetLine, 'part'>): string =>
  namedSources.includes(part.type) ? partTypeWords[part.type].print : '';

/** The letter after printed hours; body labour has none. */
export const letterOf = ({ labor }: Pick<SheetLine, 'labor'>): string =>
  labor.type === 'body' || labor.included || labor.tenths === 0 ? '' : laborLetters[labor.type];

/** `T` or `X` after a price: misc that is taxed or not, and a part that is not. */
export function taxSignOf({ misc, part }: Pick<SheetLine, 'misc' | 'part'>): '' | 'T' | 'X' {
  if (misc.amountCents !== 0) return misc.taxed ? 'T' : 'X';
  return !part.taxed && !part.included && part.priceCents !== 0 ? 'X' : '';
}

/** One explained sign. */
export type LegendEntry = { readonly sign: string; readonly words: string };

/** The legend of lines: each sign, word and letter that they use. */
export function legendOf(lines: readonly SheetLine[]): readonly LegendEntry[] {
  const counted = lines.filter((line) => !line.deleted && line.work.operation !== 'heading');
  const used = (on: (line: SheetLine) => boolean): boolean => counted.some(on);
  return [
    ...marks.filter(({ on }) => used(on)).map(({ sign, words }) => ({ sign, words })),
    ...namedSources
      .filter((type) => used(({ part }) => part.type === type))
      .map((type) => ({ sign: partTypeWords[type].print, words: partTypeWords[type].name })),
    ...(Object.keys(laborLetters) as LaborType[])
      .filter((type) => used((line) => line.labor.type === type && letterOf(line) !== ''))
      .map((type) => ({ sign: laborLetters[type], words: laborNames[type] })),
    ...(used((line) => taxSignOf(line) === 'T') ? [{ sign: 'T', words: 'miscellaneous, taxed' }] : []),
    ...(used((line) => taxSignOf(line) === 'X') ? [{ sign: 'X', words: 'not taxed' }] : []),
    ...(used(({ labor, refinish, part }) => labor.included || refinish.included || part.included)
      ? [{ sign: 'Incl.', words: 'included in another line' }]
      : []),
    ...operationLegend(counted),
  ];
}

const operationLegend = (lines: readonly SheetLine[]): readonly LegendEntry[] =>
  abbreviations.filter(({ of }) => lines.some(({ work }) => work.operation === of));

const abbreviations = [
  { of: 'replace', sign: 'Repl', words: 'replace' },
  { of: 'repair', sign: 'Rpr', words: 'repair' },
  { of: 'refinish', sign: 'Refn', words: 'refinish' },
  { of: 'remove-install', sign: 'R&I', words: 'remove and install' },
  { of: 'align', sign: 'Algn', words: 'align' },
  { of: 'sublet', sign: 'Subl', words: 'sublet' },
  { of: 'section', sign: 'Sect', words: 'section' },
  { of: 'blend', sign: 'Blnd', words: 'blend' },
  { of: 'pdr', sign: 'PDR', words: 'paintless dent repair' },
  { of: 'overhaul', sign: 'O/H', words: 'overhaul' },
] as const;
