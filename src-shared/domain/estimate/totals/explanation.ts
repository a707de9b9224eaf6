// What an explanation of a figure says: the rule, the figures and the lines that make it.

import type { Cents } from '../../../base/money.ts';
import type { PaintMethod } from '../profile/paint-rule.ts';
import type { Adjustments } from './adjustments.ts';
import type { Category } from './category.ts';
import type { LinePart } from './lines-of.ts';
import type { TierShare } from './taxes.ts';

/** The figures that can be opened: every category, the sums of a print, each tax, each adjustment and the shares. */
export type Figure =
  | Category
  | 'parts'
  | 'labor'
  | 'supplies'
  | 'misc-and-sublet'
  | 'charges'
  | 'rounding'
  | 'subtotal'
  | 'discount'
  | `tax.${number}`
  | 'tax'
  | 'grand-total'
  | Exclude<keyof Adjustments, 'total'>
  | 'adjustments'
  | 'net'
  | 'customer-pays'
  | 'insurer-pays';

/** How an amount is made; its numbers make it again to the cent. */
export type Rule =
  | { readonly kind: 'sum' }
  | { readonly kind: 'hours'; readonly tenths: number; readonly perHour: Cents; readonly adjust: Cents }
  | { readonly kind: 'prices'; readonly list: Cents; readonly markup: Cents; readonly discount: Cents }
  | {
      readonly kind: 'paint';
      readonly method: PaintMethod;
      readonly tenths: number;
      readonly perHour: Cents;
      readonly uncapped: Cents;
      readonly cap: Cents | null;
    }
  /** Hours at rates and sums charged once, at most a cap. */
  | { readonly kind: 'supplies'; readonly parts: readonly SupplyPart[]; readonly cap: Cents | null }
  | { readonly kind: 'percent'; readonly of: Cents; readonly rate: number }
  | { readonly kind: 'tiers'; readonly base: Cents; readonly shares: readonly TierShare[] }
  | { readonly kind: 'typed' }
  | { readonly kind: 'rounding' }
  /** What the total is with these lines, less what it is without them. */
  | { readonly kind: 'difference'; readonly typed: Cents }
  /** The lines and their tax, at most what is left of the total. */
  | { readonly kind: 'betterment'; readonly tax: Cents; readonly due: Cents }
  /** What is due, at most what is left of the total. */
  | { readonly kind: 'due'; readonly due: Cents };

/** Supplies by hours, and a sum charged once. */
export type SupplyPart = {
  readonly name: string;
  readonly tenths: number;
  readonly perHour: Cents;
  readonly flat: Cents;
};

/** A figure that another is made of, added or taken away. */
export type Term = { readonly figure: Figure; readonly amount: Cents; readonly sign: 1 | -1 };

export type Explanation = {
  readonly figure: Figure;
  readonly amount: Cents;
  readonly rule: Rule;
  readonly terms: readonly Term[];
  readonly lines: readonly LinePart[];
};
