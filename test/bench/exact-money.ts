/** Big-integer arithmetic of the second reckoning: rounding, percentages, and where a category belongs. */

/** All of a category and the part no tax is taken on, in tenths of a cent. */
export type Money = { readonly all: bigint; readonly untaxed: bigint };

export const sum = <T>(list: readonly T[], of: (one: T) => bigint): bigint =>
  list.reduce((all, one) => all + of(one), 0n);
export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** a/b to the nearest whole, halves away from zero. */
export function rounded(a: bigint, b: bigint): bigint {
  const size = a < 0n ? -a : a;
  const nearest = (size * 2n + b) / (b * 2n);
  return a < 0n ? -nearest : nearest;
}

export const percent = (amount: bigint, rate: number): bigint => rounded(amount * BigInt(rate), 1_000_000n);

export function kindOf(category: string): 'parts' | 'labor' | 'supplies' | 'misc' | 'charges' {
  if (category.startsWith('part.')) return 'parts';
  if (category.startsWith('labor.')) return 'labor';
  if (category.includes('-supplies')) return 'supplies';
  return category === 'misc' || category === 'sublet' ? 'misc' : 'charges';
}

export function isFamily(category: string, family: string): boolean {
  const kind = kindOf(category);
  const own = category === 'sublet' || kind === 'labor' ? 'labor' : kind;
  return family === (own === 'labor' || own === 'parts' ? own : 'other');
}
