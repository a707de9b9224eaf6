/** Betterment by big integers: each chosen component of each line at what it costs, with its share of every tax. */
import type { TotalsInput } from '../../src-shared/domain/estimate/totals.ts';
import type { ExactGross } from './exact-gross.ts';
import { percent, rounded, sum } from './exact-money.ts';
import { markup } from './exact-prices.ts';

type Line = TotalsInput['lines'][number];
type Share = { readonly category: string; readonly cents: bigint; readonly taxed: boolean };

export function exactBetterment(input: TotalsInput, gross: ExactGross): bigint {
  const shares = input.lines
    .filter((line) => !line.deleted && line.work.operation !== 'heading' && (line.share?.of ?? 'claim') === 'claim')
    .flatMap((line) => sharesOf(line, input, gross));
  const plain = sum(shares, (share) => share.cents);
  if (input.rates.reckoning?.bettermentTaxed === false) return plain;
  const tax = sum(gross.taxes, ({ on, base, amount }) => {
    const mine = sum(
      shares.filter((share) => share.taxed && on(share.category)),
      (share) => share.cents,
    );
    const sign = base < 0n ? -1n : 1n;
    return base === 0n ? 0n : rounded(sign * amount * mine, sign * base);
  });
  return plain + tax;
}

function sharesOf(line: Line, { rates }: TotalsInput, { money, paintTenths }: ExactGross): readonly Share[] {
  const { betterment: better, labor, refinish, part } = line;
  if (better === undefined || better.kind === 'none') return [];
  const category = `part.${part.type || 'untyped'}`;
  if (better.kind === 'amount') return [{ category, cents: BigInt(better.amountCents), taxed: false }];
  const time = labor.included ? 0n : BigInt(labor.tenths);
  const paint = (refinish.included ? 0n : BigInt(refinish.tenths)) + (labor.type === 'refinish' ? time : 0n);
  const costOfTime = (tenths: bigint, type: typeof labor.type): bigint => {
    const plain = rounded(tenths * BigInt(rates.labor[type]), 10n);
    return plain + percent(plain, rates.laborAdjust?.[type] ?? 0);
  };
  const supplies = rounded(money.get('paint-supplies')?.all ?? 0n, 10n);
  const share = (of: string, cost: bigint, taxed = true): Share => ({
    category: of,
    cents: percent(cost, better.rate),
    taxed,
  });
  return [
    better.part ? share(category, partOf(line, rates), part.taxed) : undefined,
    better.labor && labor.type !== 'refinish' ? share(`labor.${labor.type}`, costOfTime(time, labor.type)) : undefined,
    better.paint ? share('labor.refinish', costOfTime(paint, 'refinish')) : undefined,
    better.materials && paintTenths > 0n ? share('paint-supplies', rounded(supplies * paint, paintTenths)) : undefined,
  ].filter((one) => one !== undefined);
}

function partOf({ part, adjust }: Line, rates: TotalsInput['rates']): bigint {
  const list = part.included ? 0n : BigInt(part.quantity) * BigInt(part.priceCents);
  if (!adjust?.own) return list + markup(`part.${part.type || 'untyped'}`, list, rates);
  return list === 0n ? 0n : list + percent(list, adjust.rate) + BigInt(adjust.amountCents);
}
