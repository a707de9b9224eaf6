// What a file states beside what we reckon, category by category, to the cent. What the file states stays authoritative.

import { laborNames } from '../estimate/labor-type.ts';
import { partTypeWords } from '../estimate/part-type-words.ts';
import type { Totals } from '../estimate/totals.ts';
import { paintMaterials, partTypeOf } from './codes.ts';
import type { Foreign, ForeignTotalRow } from './foreign.ts';
import { type Meanings, meaningsOf } from './line-in.ts';

/** One category: hours only where both have some. `ours` is null for what we do not reckon. */
export type StatedFigure = {
  readonly key: string;
  readonly name: string;
  readonly statedCents: number;
  readonly ourCents: number | null;
  readonly statedTenths?: number;
  readonly ourTenths?: number;
};

/** How far a figure is from the file's, in cents. */
export const differenceOf = ({ statedCents, ourCents }: StatedFigure): number =>
  (ourCents ?? statedCents) - statedCents;

/** Every figure that the file states, beside ours; figures that are nothing on both sides are left out. */
export function compareTotals(foreign: Foreign, totals: Totals): readonly StatedFigure[] {
  const meanings = meaningsOf(foreign);
  const figures = [
    ...laborFigures(foreign, totals, meanings),
    ...partFigures(foreign, totals, meanings),
    ...supplyFigures(foreign, totals),
    ...familyFigures(foreign, totals),
    ...sumFigures(foreign, totals),
  ];
  return figures.filter(({ statedCents, ourCents }) => statedCents !== 0 || (ourCents ?? 0) !== 0);
}

const rowsOf = ({ totals }: Foreign, family: string): readonly ForeignTotalRow[] =>
  totals.rows.filter((row) => row.family === family);
const isRollUp = ({ code, family }: ForeignTotalRow): boolean => code === family || code === `${family}T`;

/** Labour types with the sublet that a program counts among them (LABS). */
function laborFigures(foreign: Foreign, { labor, sublet }: Totals, meanings: Meanings): readonly StatedFigure[] {
  const rows = rowsOf(foreign, 'LA').filter((row) => !isRollUp(row));
  const subletRow = rows.find(({ code }) => code === 'LABS');
  return rows
    .filter(({ code }) => code !== 'LABS')
    .map((row): StatedFigure => {
      const type = meanings.labor.get(row.code);
      const ours = labor.find((one) => one.type === type);
      const withSublet = row.code === 'LAB' && subletRow !== undefined ? sublet : 0;
      return {
        key: row.code,
        name: row.name || (type === undefined ? row.code : laborNames[type]),
        statedCents: row.cents,
        ourCents: (ours?.amount ?? 0) + withSublet,
        ...(row.hoursTenths === null ? {} : { statedTenths: row.hoursTenths, ourTenths: ours?.tenths ?? 0 }),
      };
    });
}

function partFigures(foreign: Foreign, { partsByType }: Totals, { system }: Meanings): readonly StatedFigure[] {
  const rows = rowsOf(foreign, 'PA').filter((row) => !isRollUp(row));
  const seen = new Set<string>();
  return rows.map((row) => {
    const type = row.code === 'PA' ? '' : partTypeOf(row.code, system, false);
    const isFirst = !seen.has(type);
    seen.add(type);
    const ours = partsByType
      .filter((one) => one.type === type || (type === 'aftermarket' && one.type === 'certified'))
      .reduce((sum, { amount }) => sum + amount, 0);
    const name = row.name || (type === '' ? 'Parts' : partTypeWords[type].name);
    return { key: row.code, name, statedCents: row.cents, ourCents: isFirst ? ours : null };
  });
}

/** Programs split paint supplies by stage and use; here they are one. */
function supplyFigures(
  foreign: Foreign,
  { paintSupplies, bodySupplies, extraSupplies }: Totals,
): readonly StatedFigure[] {
  const rows = [
    ...rowsOf(foreign, 'MA'),
    ...rowsOf(foreign, 'OT').filter(({ code }) => code === 'ATS' || code.startsWith('MA')),
  ].filter((row) => !isRollUp(row));
  const sum = (some: readonly ForeignTotalRow[]): number => some.reduce((total, { cents }) => total + cents, 0);
  const paint = rows.filter(({ code }) => paintMaterials.includes(code));
  const shop = rows.filter(({ code }) => code === 'MASH');
  const others = rows.filter((row) => !paint.includes(row) && !shop.includes(row));
  const extras = extraSupplies.reduce((total, { amount }) => total + amount, 0);
  return [
    ...(paint.length > 0
      ? [{ key: 'MAPA', name: 'Paint supplies', statedCents: sum(paint), ourCents: paintSupplies.amount }]
      : []),
    ...(shop.length > 0
      ? [{ key: 'MASH', name: 'Body supplies', statedCents: sum(shop), ourCents: bodySupplies.amount }]
      : []),
    ...(others.length > 0
      ? [{ key: 'extras', name: others[0]?.name || 'Extra supplies', statedCents: sum(others), ourCents: extras }]
      : []),
  ];
}

/** The families' sums before tax. */
function familyFigures(foreign: Foreign, totals: Totals): readonly StatedFigure[] {
  const taxes = new Map(totals.taxes.map(({ family, base }) => [family, base]));
  const extras = totals.extraSupplies.reduce((sum, { amount }) => sum + amount, 0);
  const materials = totals.paintSupplies.amount + totals.bodySupplies.amount + extras;
  const labor = totals.labor.reduce((sum, { amount }) => sum + amount, 0);
  const isFamily = totals.taxes.some(({ family }) => family !== null);
  const ours: Readonly<Record<string, number>> = isFamily
    ? { LA: taxes.get('labor') ?? labor, PA: taxes.get('parts') ?? totals.parts, OT: taxes.get('other') ?? materials }
    : { LA: labor, PA: totals.parts, MA: materials };
  const names = { LA: 'All labor', PA: 'All parts', MA: 'All supplies', OT: 'Materials and other charges' } as const;
  return (Object.keys(names) as (keyof typeof names)[]).flatMap((family) => {
    const row = [...rowsOf(foreign, family)].find(
      (one) => isRollUp(one) || (family === 'OT' && one.code === 'OTAC' && one.taxableCents !== null && isFamily),
    );
    const our = ours[family];
    if (row === undefined || our === undefined) return [];
    const stated = row.taxCents === null ? row.cents : (row.taxableCents ?? row.cents - row.taxCents);
    return [{ key: `all ${family}`, name: names[family], statedCents: stated, ourCents: our }];
  });
}

function sumFigures({ totals: stated }: Foreign, totals: Totals): readonly StatedFigure[] {
  const { adjustments } = totals;
  const figures: readonly (readonly [string, string, number | null, number])[] = [
    ['tax', 'Tax', stated.taxCents, totals.tax],
    ['gross', 'Total cost of repairs', stated.grossCents, totals.grandTotal],
    ['betterment', 'Betterment', stated.bettermentCents, adjustments.betterment],
    ['deductible', 'Deductible', stated.deductibleCents, adjustments.deductible],
    ['appearance', 'Appearance allowance', stated.appearanceCents, adjustments.appearanceAllowance],
    ['related', 'Related prior damage', stated.relatedPriorCents, adjustments.relatedPrior],
    ['unrelated', 'Unrelated prior damage', stated.unrelatedPriorCents, adjustments.unrelatedPrior],
    ['net', 'Net cost of repairs', stated.netCents, totals.net],
  ];
  return figures.flatMap(([key, name, statedCents, ourCents]) =>
    statedCents === null ? [] : [{ key, name, statedCents, ourCents }],
  );
}
