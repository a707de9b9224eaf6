// What of who pays differs from what an estimate was locked with: an insurer has received it that way.

import { sameValue } from '../../base/same-value.ts';
import { emptyGroup } from '../record.ts';
import { type Insurance, insuranceSpec } from './insurance.ts';
import { hasUse } from './payer-fields.ts';

/** What an insurer decides by: a change of it after the lock is a change of what was agreed. */
export type AgreedPart = 'payer' | 'company' | 'deductible';

type Paying = Pick<Insurance, 'payer' | 'company' | 'deductible' | 'deductibleRule'>;

/** The parts that differ, as far as the payer of today has a use for them. */
export function changedSinceLock(locked: Paying, now: Paying): readonly AgreedPart[] {
  const { payer } = now.payer;
  const differs: Readonly<Record<AgreedPart, boolean>> = {
    payer: locked.payer.payer !== payer,
    company: hasUse(payer, 'company') && locked.company.name.trim() !== now.company.name.trim(),
    deductible: hasUse(payer, 'deductible') && !sameValue(statedDeductible(locked), statedDeductible(now)),
  };
  return (['payer', 'company', 'deductible'] as const).filter((part) => differs[part]);
}

/** A deductible as it is stated: what its kind makes no use of is left out. */
export function statedDeductible({ payer, deductible, deductibleRule }: Paying): StatedDeductible {
  const { kind, rate, acvCents, waived } = deductibleRule ?? emptyGroup(insuranceSpec, 'deductibleRule');
  if (!hasUse(payer.payer, 'deductible')) return { kind: 'none' };
  if (waived) return { kind: 'waived' };
  if (kind === 'amount')
    return deductible.amountCents === 0 ? { kind: 'none' } : { kind, cents: deductible.amountCents };
  return kind === 'acv' ? { kind, rate, acvCents } : { kind, rate };
}

export type StatedDeductible =
  | { readonly kind: 'none' | 'waived' }
  | { readonly kind: 'amount'; readonly cents: number }
  | { readonly kind: 'percent'; readonly rate: number }
  | { readonly kind: 'acv'; readonly rate: number; readonly acvCents: number };
