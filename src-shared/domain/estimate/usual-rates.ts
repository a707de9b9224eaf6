// What a new workfile starts with: the prices that the shop charged last.

import type { Rates } from './rates.ts';

/** The groups that are usual in a shop; a discount is given to one customer and is not. */
export type UsualRates = Pick<Rates, 'labor' | 'supplies' | 'tax'>;

/** Whether anybody entered what an hour costs. */
export const hasLaborRates = ({ labor }: Pick<Rates, 'labor'>): boolean =>
  Object.values(labor).some((centsPerHour) => centsPerHour > 0);

/** The usual part of the newest rates that somebody entered; undefined while the shop has none. */
export function usualRates<From>(
  newestFirst: Iterable<{ readonly from: From; readonly rates: UsualRates }>,
): { readonly from: From; readonly rates: UsualRates } | undefined {
  for (const { from, rates } of newestFirst) {
    const { labor, supplies, tax } = rates;
    if (hasLaborRates(rates)) return { from, rates: { labor, supplies, tax } };
  }
  return undefined;
}
