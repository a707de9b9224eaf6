// Where a figure leads: to what its lines hold of it, and to the rates, rules and fields that price or state it.
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import type { PartType } from '../../../../src-shared/domain/estimate/line.ts';
import type { RateGroups } from '../../../../src-shared/domain/estimate/profile/profile-rates.ts';
import { rateGroupsOf } from '../../../../src-shared/domain/estimate/profile/profile-rates.ts';
import { families } from '../../../../src-shared/domain/estimate/totals/category.ts';
import type { Figure } from '../../../../src-shared/domain/estimate/totals/explanation.ts';
import type { WorkfileSheet } from '../../../../src-shared/ipc/shapes.ts';
import { cellPlace, fieldPlace } from '../../../stores/workfile/places.ts';
import { sheetOf } from '../../../stores/workfile/workfiles.ts';

/** The cell or the property in which a line holds what it adds to a figure. */
export function placeOfPart(lineId: string, figure: Figure): string {
  if (figure === 'betterment') return fieldPlace('line', lineId, 'betterment', 'kind');
  const isOthers = figure === 'customerLines' || figure === 'relatedPrior' || figure === 'unrelatedPrior';
  return isOthers ? fieldPlace('line', lineId, 'share', 'of') : cellPlace(lineId, columnOf(figure));
}

function columnOf(figure: Figure): string {
  if (figure === 'labor.refinish' || figure === 'paint-supplies') return 'paint';
  if (figure.startsWith('labor.') || figure === 'body-supplies') return 'labor';
  if (figure.startsWith('part.')) return 'price';
  return figure === 'misc' || figure === 'sublet' ? 'misc' : 'description';
}

export type FigureLink = { readonly place: string; readonly words: string };
/** A field of the rates by its group and its path in it. */
type RateField = readonly [words: string, group: keyof RateGroups, path: string];

/** The fields of the workfile that price a figure or state it. */
export function linksOf(workfileId: WorkfileId, figure: Figure): readonly FigureLink[] {
  const sheet = sheetOf(workfileId);
  if (sheet === undefined) return [];
  const rates = rateFields(figure, sheet).map(([words, group, path]) => ({
    words,
    place: fieldPlace('rates', sheet.rates.id, group, path),
  }));
  return [...rates, ...statedFields(figure, sheet)];
}

function rateFields(figure: Figure, { rates, estimate }: WorkfileSheet): readonly RateField[] {
  const groups = rateGroupsOf(rates);
  const [family = '', kind = ''] = figure.split('.');
  if (family === 'labor' && kind !== '') {
    return [
      ['Go to the rate', 'labor', kind],
      ['Go to the adjustment', 'laborAdjust', kind],
    ];
  }
  if (family === 'part') return partFields(kind as PartType | 'untyped');
  if (family === 'tax') return kind === '' ? [] : [taxField(Number(kind), groups)];
  switch (figure) {
    case 'paint-supplies':
      return paintFields(groups, estimate.finish?.stages ?? 2);
    case 'body-supplies':
      return [
        ['Go to the rate', 'supplies', 'bodyPerHourCents'],
        ['Go to the cap', 'bodySupplies', 'capCents'],
      ];
    case 'extra-supplies':
      return groups.extraSupplies.list.map(({ name }, i) => [
        `Go to ${name || 'the rate'}`,
        'extraSupplies',
        `list.${i}.perHourCents`,
      ]);
    case 'sublet':
      return [['Go to the markup', 'sublet', 'markup']];
    case 'discount':
      return [
        groups.discountSum.amountCents === 0
          ? ['Go to the rate', 'discount', 'rate']
          : ['Go to the sum', 'discountSum', 'amountCents'],
      ];
    case 'towing':
    case 'storage':
      return [['Go to its discount', 'chargeDiscount', figure]];
    case 'rounding':
      return [['Go to the rule', 'reckoning', 'by']];
    case 'betterment':
      return [['Go to the tax rule', 'reckoning', 'bettermentTaxed']];
    default:
      return [];
  }
}

const partFields = (type: PartType | 'untyped'): readonly RateField[] =>
  type === 'untyped'
    ? []
    : [
        ['Go to the markup', 'partMarkup', type],
        ['Go to the discount', 'partDiscount', type],
      ];

/** Taxes are counted once for each family where families are taxed apart. */
function taxField(at: number, { taxes, reckoning }: RateGroups): RateField {
  const type = Math.floor(at / (reckoning.by === 'family' ? families.length : 1));
  const found = taxes.types[type];
  if (found === undefined) return ['Go to the rate', 'tax', 'rate'];
  if (found.tiers.length === 0) return ['Go to the tax', 'taxes', `types.${type}.name`];
  return [found.tiers.length === 1 ? 'Go to the rate' : 'Go to the tiers', 'taxes', `types.${type}.tiers.0.rate`];
}

function paintFields({ paint }: RateGroups, stages: 1 | 2 | 3): readonly RateField[] {
  const byStage = ({ 1: 'capSingleCents', 2: 'capTwoCents', 3: 'capThreeCents' } as const)[stages];
  const cap: RateField =
    paint[byStage] === null ? ['Go to the cap', 'supplies', 'paintCapCents'] : ['Go to the cap', 'paint', byStage];
  switch (paint.method) {
    case 'rate':
    case 'threshold':
      return [['Go to the rate', 'supplies', 'paintPerHourCents'], cap];
    case 'percent':
      return [['Go to the percentage', 'paint', 'percent'], cap];
    case 'flat':
      return [['Go to the sum', 'paint', 'flatCents'], cap];
    default:
      return [['Go to the method', 'paint', 'method'], cap];
  }
}

type Stated = readonly [group: string, field: string];

const ofEstimate: { readonly [F in Figure]?: Stated } = {
  appearanceAllowance: ['adjustments', 'appearanceAllowanceCents'],
  relatedPrior: ['adjustments', 'relatedPriorCents'],
  unrelatedPrior: ['adjustments', 'unrelatedPriorCents'],
  towing: ['charges', 'towingCents'],
  storage: ['charges', 'storageCents'],
  other: ['charges', 'otherCents'],
};

function statedFields(figure: Figure, { estimate, insurance }: WorkfileSheet): readonly FigureLink[] {
  const stated = ofEstimate[figure];
  if (stated !== undefined)
    return [{ words: 'Go to the field', place: fieldPlace('estimate', estimate.id, ...stated) }];
  if (figure === 'deductible') {
    const isSum = (insurance.deductibleRule?.kind ?? 'amount') === 'amount';
    const field: Stated = isSum ? ['deductible', 'amountCents'] : ['deductibleRule', 'rate'];
    return [{ words: 'Go to the field', place: fieldPlace('insurance', insurance.id, ...field) }];
  }
  const isShare = figure === 'customer-pays' || figure === 'insurer-pays';
  return isShare ? [{ words: 'Go to the payer', place: fieldPlace('insurance', insurance.id, 'payer', 'payer') }] : [];
}
