/** What an estimate costs, reckoned a second way with big integers: slow, and right by being plain. */
import type { TotalsInput } from '../../src-shared/domain/estimate/totals.ts';
import { exactBetterment } from './exact-betterment.ts';
import { exactGross } from './exact-gross.ts';
import { larger, percent, smaller } from './exact-money.ts';

export type ExactTotals = {
  readonly subtotal: bigint;
  readonly discount: bigint;
  readonly tax: bigint;
  readonly grandTotal: bigint;
  readonly net: bigint;
  readonly customerPays: bigint;
  readonly insurerPays: bigint;
};
export function exactTotals(input: TotalsInput): ExactTotals {
  const { rates, insurance, estimate } = input;
  const gross = exactGross(input);
  const shown = { subtotal: gross.subtotal, discount: gross.discount, tax: gross.tax, grandTotal: gross.grandTotal };
  if (insurance.payer.payer !== 'Insurance Company') {
    return { ...shown, net: gross.grandTotal, customerPays: gross.grandTotal, insurerPays: 0n };
  }
  const mine = input.lines.filter((line) => (line.share?.of ?? 'claim') === 'claim');
  const claim =
    mine.length === input.lines.length ? gross.grandTotal : exactGross({ ...input, lines: mine }).grandTotal;
  const typed = estimate.adjustments;
  const before =
    BigInt(typed?.relatedPriorCents ?? 0) +
    BigInt(typed?.unrelatedPriorCents ?? 0) +
    BigInt(typed?.appearanceAllowanceCents ?? 0) +
    larger(exactBetterment(input, gross), 0n);
  const left = claim > before ? claim - before : smaller(claim, 0n);
  const due = deductible(insurance, claim);
  const insurerPays = left > due ? left - due : smaller(left, 0n);
  const net = rates.reckoning?.deductibleIn === 'settlement' ? left : insurerPays;
  return { ...shown, net, customerPays: gross.grandTotal - insurerPays, insurerPays };
}

function deductible({ deductible, deductibleRule: rule }: TotalsInput['insurance'], claim: bigint): bigint {
  if (rule?.waived) return 0n;
  if (rule?.kind === 'percent') return claim > 0n ? percent(claim, rule.rate) : 0n;
  return rule?.kind === 'acv' ? percent(BigInt(rule.acvCents), rule.rate) : BigInt(deductible.amountCents);
}
