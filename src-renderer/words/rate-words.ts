// The words for rates and rules: methods, switches, categories, and what a profile would change.

import { laborNames } from '../../src-shared/domain/estimate/labor-type.ts';
import type { PartType } from '../../src-shared/domain/estimate/line.ts';
import { partTypeWords } from '../../src-shared/domain/estimate/part-type-words.ts';
import type { PaintMethod } from '../../src-shared/domain/estimate/profile/paint-rule.ts';
import type { RateDifference } from '../../src-shared/domain/estimate/profile/rate-differences.ts';
import type { Category } from '../../src-shared/domain/estimate/totals/category.ts';
import { hours, money, rate } from './formats.ts';
import { groupWords } from './group-words.ts';

export const paintMethodWords: Readonly<Record<PaintMethod, string>> = {
  rate: 'A rate per refinish hour',
  threshold: 'Two rates with a threshold',
  percent: 'A percentage of paint labor',
  'sum-table': 'A table of sums by hours',
  'rate-table': 'A table of rates by hours',
  flat: 'One sum',
};

export const clearHourWords = [
  { value: 'maximum', label: 'Uses no more material' },
  { value: 'actual', label: 'Uses material all the same' },
] as const;
export const supplyHourWords = [
  { value: 'all', label: 'All labor but paint and sublet' },
  { value: 'repair', label: 'Lines that repair' },
] as const;
export const extraHourWords = [
  { value: 'repair', label: 'Repair hours' },
  { value: 'refinish', label: 'Refinish hours' },
  { value: 'both', label: 'Both' },
] as const;
export const reckoningWords = [
  { value: 'whole', label: 'Categories rounded, tax on their sum' },
  { value: 'family', label: 'Labor, parts and the rest each taxed apart' },
] as const;
export const deductibleWords = [
  { value: 'estimate', label: 'In the estimate' },
  { value: 'settlement', label: 'Only in the settlement' },
] as const;

/** `Parts: Aftermarket`, `Body Labor`, `Towing`. */
export function categoryWords(category: Category): string {
  const [family = '', type = ''] = category.split('.');
  if (family === 'labor') return laborNames[type as keyof typeof laborNames];
  if (family === 'part')
    return type === 'untyped' ? 'Parts without a type' : `Parts: ${partTypeWords[type as PartType].name}`;
  return otherCategories[category] ?? category;
}

const otherCategories: Readonly<Record<string, string>> = {
  'paint-supplies': 'Paint supplies',
  'body-supplies': 'Body supplies',
  'extra-supplies': 'Extra supplies',
  sublet: 'Sublet',
  misc: 'Miscellaneous',
  towing: 'Towing',
  storage: 'Storage',
  other: 'Other charges',
};

/** A difference in words: what, from, to. */
export function wordDifferenceOfRates({ group, field, from, to }: RateDifference) {
  const words = groupWords.rates[group];
  return {
    what: `${words} › ${fieldWord(group, field)}`,
    from: wordValue(field, group, from),
    to: wordValue(field, group, to),
  };
}

function fieldWord(group: string, field: string): string {
  if (group === 'labor' || group === 'laborAdjust') return laborNames[field as keyof typeof laborNames];
  if (group === 'partMarkup' || group === 'partDiscount') return partTypeWords[field as PartType].name;
  return fieldNames[field] ?? spaced(field);
}

const fieldNames: Readonly<Record<string, string>> = {
  paintPerHourCents: 'Paint supplies per hour',
  paintCapCents: 'Paint supplies cap',
  bodyPerHourCents: 'Body supplies per hour',
  rate: 'Rate',
  types: 'Tax types',
  list: 'List',
  table: 'Table',
  method: 'Method',
  amountCents: 'Sum',
  capCents: 'Cap',
  by: 'Rounding and tax',
  deductibleIn: 'The deductible is taken off',
  bettermentTaxed: 'A betterment includes its tax',
};

/** `clearFirst` → `Clear first`. */
function spaced(field: string): string {
  const words = field.replace(/(Cents|Tenths)$/, '').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function wordValue(field: string, group: string, value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 1 ? '1 entry' : `${value.length} entries`;
  if (typeof value === 'string') return choiceWord(value);
  if (typeof value !== 'number') return 'other';
  if (group === 'labor' || field.endsWith('Cents')) return `$${money.print(value)}`;
  return field.endsWith('Tenths') ? `${hours.print(value)} h` : `${rate.print(value)} %`;
}

const choiceWord = (value: string): string =>
  [...clearHourWords, ...supplyHourWords, ...reckoningWords, ...deductibleWords].find((one) => one.value === value)
    ?.label ??
  (paintMethodWords as Readonly<Record<string, string>>)[value] ??
  value;
