// Our rates as the profile of a file. Rows that came from a file keep their codes and words.

import { sameValue } from '../../base/same-value.ts';
import { laborNames, laborTypes } from '../estimate/labor-type.ts';
import { partTypeWords } from '../estimate/part-type-words.ts';
import { pricedPartTypes } from '../estimate/profile/rate-rules.ts';
import type { TaxType } from '../estimate/profile/tax.ts';
import { type Category, categories, coarseKind } from '../estimate/totals/category.ts';
import { laborCodeOf, partCodeOf } from './codes.ts';
import { type Foreign, type ForeignRate, type ForeignRates, noForeign, noRate } from './foreign.ts';
import type { Meanings } from './line-in.ts';
import { type RateGroups, ratesOfForeign, repairOperations } from './rates-in.ts';

/** Makes a profile of rates; one that the head of a file gives unchanged stays as it was. */
export function foreignRates(
  rates: RateGroups,
  head: Pick<Foreign, 'document' | 'rates'> | undefined,
  meanings: Meanings,
): ForeignRates {
  if (head !== undefined && sameValue(ratesOfForeign(head, meanings), rates)) return head.rates;
  const types = taxTypesOf(rates);
  const taxed = taxedBy(types);
  return {
    ...noForeign.rates,
    profile: head?.rates.profile ?? '',
    labor: laborRows(rates, meanings, taxed),
    parts: partRows(rates, meanings, taxed),
    materials: [...materialRows(rates, taxed), ...extraRows(rates, taxed)],
    charges: [
      { ...taxed('sublet'), code: 'OTSL', name: 'Sublet', markup: rates.sublet.markup },
      { ...taxed('misc'), code: 'OTAC', name: 'Additional Costs' },
      { ...taxed('other'), code: 'OTEC', name: 'Other Charges' },
      { ...taxed('towing'), code: 'OTTW', name: 'Towing' },
      { ...taxed('storage'), code: 'OTST', name: 'Storage' },
    ],
    taxes: types.map(({ code, name, tiers }) => ({
      code,
      name,
      tiers: tiers.map(({ bottomCents, rate, surchargeCents }) => ({ cents: bottomCents, rate, surchargeCents })),
    })),
    discount: rates.discount.rate,
    towingDiscount: rates.chargeDiscount.towing,
    storageDiscount: rates.chargeDiscount.storage,
    towingTaxed: types.some(({ exempt }) => !exempt.includes('towing')),
    storageTaxed: types.some(({ exempt }) => !exempt.includes('storage')),
    bettermentTaxed: rates.reckoning.bettermentTaxed,
  };
}

const laborRows = (rates: RateGroups, meanings: Meanings, taxed: Taxed): ForeignRate[] =>
  laborTypes.map((type) => ({
    ...taxed(`labor.${type}`),
    code: laborCode(type, meanings),
    name: laborNames[type].slice(0, 20),
    centsPerHour: rates.labor[type],
    adjust: rates.laborAdjust[type],
  }));

/** Certified parts have a row of their own only where they have a code of their own. */
function partRows(rates: RateGroups, { system }: Meanings, taxed: Taxed): ForeignRate[] {
  const shares = partCodeOf('certified', system) === partCodeOf('aftermarket', system);
  const rows = pricedPartTypes
    .filter((type) => type !== 'certified' || !shares)
    .map(
      (type): ForeignRate => ({
        ...taxed(`part.${type}`),
        code: partCodeOf(type, system),
        name: partTypeWords[type].name.slice(0, 40),
        markup: rates.partMarkup[type],
        discount: rates.partDiscount[type],
      }),
    );
  return [{ ...taxed('part.untyped'), code: 'PA', name: 'Parts' }, ...rows];
}

const extraRows = ({ extraSupplies }: RateGroups, taxed: Taxed): readonly ForeignRate[] =>
  extraSupplies.list.map((one, i) => ({
    ...taxed('extra-supplies'),
    code: `MAE${i + 1}`,
    name: one.name.slice(0, 20),
    centsPerHour: one.perHourCents,
    operations: one.of.toUpperCase(),
    method: '4',
  }));

function laborCode(type: (typeof laborTypes)[number], meanings: Meanings): string {
  for (const [code, meant] of meanings.labor) if (meant === type) return code;
  return laborCodeOf(type);
}

function taxTypesOf({ tax, taxes }: RateGroups): readonly TaxType[] {
  if (taxes.types.length > 0) return taxes.types.map((type, i) => ({ ...type, code: type.code || `O${i + 1}` }));
  const exempt = categories.filter((category) => !tax[coarseKind(category)]);
  return [{ code: 'LS', name: 'Sales Tax', tiers: [{ bottomCents: 0, rate: tax.rate, surchargeCents: 0 }], exempt }];
}

type Taxed = (category: Category) => ForeignRate;

/** A row with the taxes that are taken on its category; five of a row is what the formats hold. */
const taxedBy =
  (types: readonly TaxType[]): Taxed =>
  (category) => {
    const on = types.filter(({ exempt }) => !exempt.includes(category)).map(({ code }) => code);
    return { ...noRate, taxed: on.length > 0, taxes: on.slice(0, 5) };
  };

function materialRows({ supplies, paint, bodySupplies, refinish }: RateGroups, taxed: Taxed): readonly ForeignRate[] {
  const isThreshold = paint.method === 'threshold';
  const method = { rate: '4', threshold: '2', percent: '1', 'sum-table': '3', 'rate-table': '3', flat: '4' }[
    paint.method
  ];
  const stage = (code: string, name: string, cap: number | null): ForeignRate => ({
    ...noRate,
    code,
    name,
    capCents: cap,
    method: '1',
  });
  const finish = (first: number, other: number, most: number | null) => ({
    firstPercent: first,
    otherPercent: other,
    mostTenths: most ?? 9_999,
  });
  return [
    {
      ...taxed('paint-supplies'),
      code: 'MAPA',
      name: 'Paint Materials',
      method,
      centsPerHour: paint.method === 'percent' ? 0 : supplies.paintPerHourCents,
      percent: paint.method === 'percent' ? paint.percent : 0,
      thresholdTenths: isThreshold ? paint.firstTenths : 0,
      beyondCents: isThreshold ? paint.beyondPerHourCents : 0,
      capCents: supplies.paintCapCents,
    },
    {
      ...taxed('body-supplies'),
      code: 'MASH',
      name: 'Shop Materials',
      method: '4',
      centsPerHour: supplies.bodyPerHourCents,
      capCents: bodySupplies.capCents,
      operations: bodySupplies.hours === 'repair' ? repairOperations : '',
    },
    { ...taxed('extra-supplies'), code: 'MAHW', name: 'Hazardous Waste', method: '4' },
    stage('MA1S', 'Single Stage', paint.capSingleCents),
    {
      ...stage('MA2S', 'Clear Coat', paint.capTwoCents),
      ...finish(refinish.clearFirst, refinish.clearOther, refinish.clearCapTenths),
    },
    {
      ...stage('MA3S', 'Three Stage', paint.capThreeCents),
      ...finish(refinish.threeStageFirst, refinish.threeStageOther, refinish.threeStageCapTenths),
    },
    {
      ...stage('MA2T', 'Two Tone', null),
      ...finish(refinish.twoToneFirst, refinish.twoToneOther, refinish.twoToneCapTenths),
    },
  ];
}
