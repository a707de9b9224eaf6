/** Paint supplies by big integers, in tenths of a cent. */
import type { TotalsInput } from '../../src-shared/domain/estimate/totals.ts';
import { rounded, smaller } from './exact-money.ts';

export function exactPaint(hours: bigint, rates: TotalsInput['rates'], stages: 1 | 2 | 3): bigint {
  const { paint, supplies } = rates;
  const full = uncapped(hours, rates);
  const caps = [paint?.capSingleCents, paint?.capTwoCents, paint?.capThreeCents];
  const cap = caps[stages - 1] ?? supplies.paintCapCents;
  return cap === null || rounded(full, 10n) <= BigInt(cap) ? full : BigInt(cap) * 10n;
}

function uncapped(hours: bigint, { paint, supplies, labor }: TotalsInput['rates']): bigint {
  const perHour = BigInt(supplies.paintPerHourCents);
  if (paint === undefined || paint.method === 'rate') return hours * perHour;
  if (paint.method === 'threshold') {
    const first = smaller(hours, BigInt(paint.firstTenths));
    return first * perHour + (hours - first) * BigInt(paint.beyondPerHourCents);
  }
  if (paint.method === 'percent')
    return 10n * rounded(hours * BigInt(labor.refinish) * BigInt(paint.percent), 10_000_000n);
  if (hours <= 0n) return 0n;
  if (paint.method === 'flat') return BigInt(paint.flatCents) * 10n;
  const rows = [...paint.table].sort((a, b) => a.upToTenths - b.upToTenths);
  const row = rows.find((one) => hours <= BigInt(one.upToTenths)) ?? rows.at(-1);
  return BigInt(row?.cents ?? 0) * (paint.method === 'sum-table' ? 10n : hours);
}
