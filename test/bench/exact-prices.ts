/** What parts, sublet and misc cost by big integers. */
import type { TotalsInput } from '../../src-shared/domain/estimate/totals.ts';
import { percent } from './exact-money.ts';

type Line = TotalsInput['lines'][number];

/** Parts and misc: what follows a profile's percentage is summed by kind first, what has its own is priced by line. */
export function exactPrices(
  lines: readonly Line[],
  rates: TotalsInput['rates'],
): readonly (readonly [string, boolean, bigint])[] {
  const sums = new Map<string, bigint>();
  const own: [string, boolean, bigint][] = [];
  const add = (key: string, cents: bigint) => sums.set(key, (sums.get(key) ?? 0n) + cents);
  for (const line of lines) {
    const { part, misc, adjust } = line;
    const list = part.included ? 0n : BigInt(part.quantity) * BigInt(part.priceCents);
    const category = `part.${part.type || 'untyped'}`;
    const isSublet = line.work.operation === 'sublet';
    const misced = BigInt(misc.amountCents);
    const more = (amount: bigint) => amount + percent(amount, adjust?.rate ?? 0);
    const extra = BigInt(adjust?.amountCents ?? 0);
    if (adjust?.own && list !== 0n) own.push([category, part.taxed, more(list) + extra]);
    else add(`${category} ${part.taxed}`, list);
    if (isSublet && adjust?.own && misced !== 0n)
      own.push(['sublet', misc.taxed, more(misced) + (list === 0n ? extra : 0n)]);
    else add(`${isSublet ? 'sublet' : 'misc'} ${misc.taxed}`, misced);
  }
  const summed = [...sums].map(([key, cents]): readonly [string, boolean, bigint] => {
    const [category = '', taxed] = key.split(' ');
    return [category, taxed === 'true', cents + markup(category, cents, rates)];
  });
  return [...summed, ...own];
}

/** What a profile adds to a sum of parts or sublet. */
export function markup(
  category: string,
  cents: bigint,
  { partMarkup, partDiscount, sublet }: TotalsInput['rates'],
): bigint {
  if (category === 'sublet') return percent(cents, sublet?.markup ?? 0);
  const type = category.slice('part.'.length) as keyof NonNullable<typeof partMarkup>;
  return percent(cents, partMarkup?.[type] ?? 0) - percent(cents, partDiscount?.[type] ?? 0);
}
