// The profile of a foreign estimate as our rates and rules.

import { maxCents } from '../../base/money.ts';
import { type LaborType, laborTypes } from '../estimate/labor-type.ts';
import type { PartType } from '../estimate/line.ts';
import { pricedPartTypes, type RateRules, rateRuleGroups } from '../estimate/profile/rate-rules.ts';
import type { TaxType } from '../estimate/profile/tax.ts';
import { type Rates, ratesSpec } from '../estimate/rates.ts';
import { type Category, type CoarseKind, categories, coarseKind } from '../estimate/totals/category.ts';
import { emptyGroup } from '../record.ts';
import { partTypeOf } from './codes.ts';
import type { Foreign, ForeignRate, ForeignRates } from './foreign.ts';
import type { Meanings } from './line-in.ts';

/** The groups of rates that a file sets. */
export type RateGroups = Pick<Rates, 'labor' | 'supplies' | 'tax' | 'discount'> & RateRules;

type Named = Exclude<PartType, ''>;

const defaults = Object.fromEntries(
  Object.entries(rateRuleGroups).map(([name, shape]) => [name, shape.parse({})]),
) as unknown as RateRules;
const within = (value: number, most: number): number => Math.max(0, Math.min(value, most));
const noRates: Pick<Rates, 'labor' | 'supplies' | 'tax' | 'discount'> = {
  labor: emptyGroup(ratesSpec, 'labor'),
  supplies: emptyGroup(ratesSpec, 'supplies'),
  tax: emptyGroup(ratesSpec, 'tax'),
  discount: emptyGroup(ratesSpec, 'discount'),
};

/** Beyond these hours a second rate of paint is none (Mitchell writes 99.9 and 999.9 for it). */
const noThresholdTenths = 999;

/** Makes rates of a profile; without one they are empty. */
export function ratesOfForeign(
  { document, rates }: Pick<Foreign, 'document' | 'rates'>,
  meanings: Meanings,
): RateGroups {
  const material = (code: string): ForeignRate | undefined => rates.materials.find((row) => row.code === code);
  const [paint, shop] = [material('MAPA'), material('MASH')];
  const charge = (code: string): ForeignRate | undefined => rates.charges.find((row) => row.code === code);
  const byLabor = rowsByType(rates.labor, ({ code }) => meanings.labor.get(code));
  const byPart = rowsByType(rates.parts, (row) => partType(row, meanings.system));
  return {
    ...defaults,
    labor: eachLabor((type) => within(byLabor.get(type)?.centsPerHour ?? 0, 10_000_000)),
    laborAdjust: eachLabor((type) => Math.max(-1_000_000, Math.min(byLabor.get(type)?.adjust ?? 0, 10_000_000))),
    partMarkup: eachPart((type) => within(byPart.get(type)?.markup ?? 0, 10_000_000)),
    partDiscount: eachPart((type) => within(byPart.get(type)?.discount ?? 0, 1_000_000)),
    supplies: {
      paintPerHourCents: within(paint?.centsPerHour ?? 0, 10_000_000),
      paintCapCents: capOf(paint),
      bodyPerHourCents: within(shop?.centsPerHour ?? 0, 10_000_000),
    },
    paint: {
      ...defaults.paint,
      ...methodOf(paint),
      capSingleCents: capOf(material('MA1S')),
      capTwoCents: capOf(material('MA2S')),
      capThreeCents: capOf(material('MA3S')),
    },
    bodySupplies: { hours: shop?.operations === repairOperations ? 'repair' : 'all', capCents: capOf(shop) },
    extraSupplies: { list: extrasOf(rates) },
    sublet: { markup: within(charge('OTSL')?.markup ?? 0, 10_000_000) },
    ...taxesOf(rates, meanings),
    discount: { rate: within(rates.discount, 1_000_000) },
    chargeDiscount: {
      towing: within(rates.towingDiscount, 1_000_000),
      storage: within(rates.storageDiscount, 1_000_000),
    },
    reckoning: {
      ...defaults.reckoning,
      by: document.currency === 'CAD' || document.country === 'CAN' ? 'family' : 'whole',
      bettermentTaxed: rates.bettermentTaxed ?? true,
    },
    refinish: refinishOf(material),
  };
}

/** The operations of body supplies that follow repair alone. */
export const repairOperations = 'OP9 OP12 OP26';

const partType = (row: ForeignRate, system: string): Named | undefined => {
  const type = partTypeOf(row.code, system, false);
  return type === '' || row.code.length < 3 ? undefined : type;
};

/** The first row of each type counts. */
function rowsByType<T extends string>(
  rows: readonly ForeignRate[],
  typeOf: (row: ForeignRate) => T | undefined,
): ReadonlyMap<T, ForeignRate> {
  const found = new Map<T, ForeignRate>();
  for (const row of rows) {
    const type = typeOf(row);
    if (type !== undefined && !found.has(type)) found.set(type, row);
  }
  return found;
}

const eachLabor = (value: (type: LaborType) => number) =>
  Object.fromEntries(laborTypes.map((type) => [type, value(type)])) as Record<LaborType, number>;
const eachPart = (value: (type: Named) => number) =>
  Object.fromEntries(pricedPartTypes.map((type) => [type, value(type)])) as Record<Named, number>;

const capOf = (row: ForeignRate | undefined): number | null =>
  row?.capCents === undefined || row.capCents === null ? null : within(row.capCents, maxCents);

/** CIECA methods: 1 percent of refinish time, 2 a second rate beyond a threshold, 4 (and CCC's) one rate an hour. */
function methodOf(row: ForeignRate | undefined): Partial<RateRules['paint']> {
  if (row === undefined) return {};
  if (row.percent !== 0 && row.centsPerHour === 0)
    return { method: 'percent', percent: within(row.percent, 10_000_000) };
  const hasThreshold = row.thresholdTenths > 0 && !(row.thresholdTenths >= noThresholdTenths && row.beyondCents === 0);
  if (!hasThreshold) return {};
  return {
    method: 'threshold',
    firstTenths: row.thresholdTenths,
    beyondPerHourCents: within(row.beyondCents, maxCents),
  };
}

/** Allowances by hours beside paint and shop materials: hazardous waste, and Mitchell's ATS over all hours. */
function extrasOf({ materials, charges, allowance }: ForeignRates): RateRules['extraSupplies']['list'] {
  const made = (row: ForeignRate, of: 'repair' | 'both' | 'refinish') => ({
    name: row.name || row.code,
    perHourCents: within(row.centsPerHour, maxCents),
    of,
    flatCents: 0,
  });
  const kinds = { REPAIR: 'repair', REFINISH: 'refinish', BOTH: 'both' } as const;
  const ofMaterials = materials
    .filter(({ code, centsPerHour }) => (code === 'MAHW' || /^MAE\d$/.test(code)) && centsPerHour > 0)
    .map((row) => made(row, kinds[row.operations as keyof typeof kinds] ?? 'repair'));
  const ats = charges.filter(({ code, centsPerHour }) => code === 'ATS' && allowance === true && centsPerHour > 0);
  return [...ofMaterials, ...ats.map((row) => made(row, 'both'))].slice(0, 4);
}

function refinishOf(material: (code: string) => ForeignRate | undefined): RateRules['refinish'] {
  const [clear, three, two] = [material('MA2S'), material('MA3S'), material('MA2T')];
  const cap = (row: ForeignRate | undefined, usual: number | null): number | null =>
    row === undefined || row.mostTenths === 0 ? usual : row.mostTenths >= noThresholdTenths ? null : row.mostTenths;
  const percent = (row: ForeignRate | undefined, part: 'firstPercent' | 'otherPercent', usual: number): number =>
    row === undefined || row.firstPercent === 0 ? usual : within(row[part], 10_000_000);
  const usual = defaults.refinish;
  return {
    ...usual,
    clearFirst: percent(clear, 'firstPercent', usual.clearFirst),
    clearOther: percent(clear, 'otherPercent', usual.clearOther),
    clearCapTenths: cap(clear, usual.clearCapTenths),
    threeStageFirst: percent(three, 'firstPercent', usual.threeStageFirst),
    threeStageOther: percent(three, 'otherPercent', usual.threeStageOther),
    threeStageCapTenths: cap(three, usual.threeStageCapTenths),
    twoToneFirst: percent(two, 'firstPercent', usual.twoToneFirst),
    twoToneOther: percent(two, 'otherPercent', usual.twoToneOther),
    twoToneCapTenths: cap(two, usual.twoToneCapTenths),
  };
}

/** The rows of a profile that say whether a category is taxed. */
export function taxRows(rates: ForeignRates, category: Category, meanings: Meanings): readonly ForeignRate[] {
  const [kind = '', type = ''] = category.split('.');
  if (kind === 'part') return partRows(rates, type, meanings);
  if (kind === 'labor') return rates.labor.filter(({ code }) => meanings.labor.get(code) === type);
  const codes: Readonly<Record<string, readonly string[]>> = {
    'paint-supplies': ['MAPA'],
    'body-supplies': ['MASH'],
    'extra-supplies': ['MAHW', 'ATS', 'MAE1'],
    sublet: ['OTSL'],
    misc: ['OTAC'],
    towing: ['OTTW'],
    storage: ['OTST'],
    other: ['OTEC'],
  };
  const wanted = codes[kind] ?? [];
  return [...rates.materials, ...rates.charges].filter(({ code }) => wanted.includes(code));
}

/** Certified parts have the row of aftermarket parts where they have none of their own. */
function partRows({ parts }: ForeignRates, type: string, { system }: Meanings): readonly ForeignRate[] {
  if (type === 'untyped') return parts.filter(({ code }) => code === 'PA');
  const found = parts.filter((row) => partType(row, system) === type);
  return found.length === 0 && type === 'certified'
    ? parts.filter((row) => partType(row, system) === 'aftermarket')
    : found;
}

/** Taxes with what they are not taken on: a row that is not taxed, or names other tax types alone. */
function taxesOf(rates: ForeignRates, meanings: Meanings): Pick<RateGroups, 'tax' | 'taxes'> {
  const types = rates.taxes.map(
    ({ code, name, tiers }): TaxType => ({
      code,
      name: name || taxName(code),
      tiers: tiers.map((tier) => ({
        bottomCents: within(tier.cents, maxCents),
        rate: within(tier.rate, 1_000_000),
        surchargeCents: within(tier.surchargeCents, maxCents),
      })),
      exempt: categories.filter((category) => isExempt(rates, code, category, meanings)),
    }),
  );
  const [only, second] = types;
  if (only === undefined) return { tax: noRates.tax, taxes: { types: [] } };
  const single = second === undefined ? asSingle(only) : undefined;
  return single === undefined ? { tax: noRates.tax, taxes: { types } } : { tax: single, taxes: { types: [] } };
}

function isExempt(rates: ForeignRates, code: string, category: Category, meanings: Meanings): boolean {
  const flag = { towing: rates.towingTaxed, storage: rates.storageTaxed, sublet: rates.subletTaxed }[
    category as string
  ];
  if (flag === false) return true;
  const [row] = taxRows(rates, category, meanings);
  if (row === undefined) return false;
  if (row.taxes.length > 0) return !row.taxes.includes(code);
  return row.taxed === false;
}

/** One flat tax that spares whole kinds of money alone is the plain sales tax. */
function asSingle({ tiers, exempt }: TaxType): Rates['tax'] | undefined {
  const [tier, second] = tiers;
  if (second !== undefined || (tier !== undefined && (tier.bottomCents !== 0 || tier.surchargeCents !== 0)))
    return undefined;
  const spared = new Set(exempt);
  const byKind = new Map<CoarseKind, Set<boolean>>();
  for (const category of categories) {
    const kind = coarseKind(category);
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(!spared.has(category)));
  }
  const on = [...byKind].map(([kind, states]) => [kind, states.size === 1 ? states.has(true) : undefined] as const);
  if (on.some(([, state]) => state === undefined)) return undefined;
  return { rate: tier?.rate ?? 0, ...(Object.fromEntries(on) as Record<CoarseKind, boolean>) };
}

/** What a tax type is called (CIECA TaxTypeEnum). */
export const taxName = (code: string): string =>
  ({ LS: 'Sales Tax', ST: 'State Tax', CT: 'County Tax', CS: 'City Tax', GS: 'GST', HZ: 'Hazardous Waste Tax' })[
    code
  ] ?? `Tax ${code}`;
