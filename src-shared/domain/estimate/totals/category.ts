// The categories of an estimate's money, finest first: what a tax type is switched on or off for.

import { laborTypes } from '../labor-type.ts';
import { type PartType, partTypes } from '../line.ts';

const partName = <P extends PartType>(type: P): P extends '' ? 'untyped' : P =>
  (type === '' ? 'untyped' : type) as P extends '' ? 'untyped' : P;

/** Every category: parts by type, labour by type, supplies, sublet, misc and the three charges (EMS STL). */
export const categories = [
  ...partTypes.map((type) => `part.${partName(type)}` as const),
  ...laborTypes.map((type) => `labor.${type}` as const),
  'paint-supplies',
  'body-supplies',
  'extra-supplies',
  'sublet',
  'misc',
  'towing',
  'storage',
  'other',
] as const;
export type Category = (typeof categories)[number];

/** The place of each category in the list. */
export const categoryIndex = Object.fromEntries(categories.map((category, i) => [category, i])) as Readonly<
  Record<Category, number>
>;

/** The category of a part type. */
export const partCategory = (type: PartType): Category => `part.${partName(type)}`;

/** The switches of a single sales tax: the coarse kinds of money. */
export type CoarseKind = 'parts' | 'labor' | 'supplies' | 'misc' | 'charges';

/** The coarse kind that a category belongs to. */
export function coarseKind(category: Category): CoarseKind {
  if (category.startsWith('part.')) return 'parts';
  if (category.startsWith('labor.')) return 'labor';
  if (category.endsWith('-supplies')) return 'supplies';
  return category === 'sublet' || category === 'misc' ? 'misc' : 'charges';
}

/** The families that a reckoning by family sums and taxes apart (EMS LA, PA, and MA with OT). */
export const families = ['labor', 'parts', 'other'] as const;
export type Family = (typeof families)[number];

/** The family of a category; sublet counts as labour, as Mitchell's documents book it. */
export function familyOf(category: Category): Family {
  const kind = coarseKind(category);
  if (kind === 'parts') return 'parts';
  return kind === 'labor' || category === 'sublet' ? 'labor' : 'other';
}
