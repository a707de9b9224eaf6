// What is said of a payer, company or deductible that changed after an estimate was locked.

import { cents, printMoney, printRate, type Rate } from '../../../src-shared/base/money.ts';
import type { VersionHead } from '../../../src-shared/domain/estimate/supplement/locked-version.ts';
import type { Insurance } from '../../../src-shared/domain/insurance/insurance.ts';
import { type AgreedPart, statedDeductible } from '../../../src-shared/domain/insurance/since-lock.ts';
import { dateOf } from '../time-words.ts';

const partWords: Readonly<Record<AgreedPart, string>> = {
  payer: 'payer',
  company: 'company',
  deductible: 'deductible',
};

/** `isLocked` while no supplement was begun. */
type Standing = { readonly isLocked: boolean; readonly timeZone: string };

/** What happened, what stays as it was, and what to do. */
export function sinceLockWords(parts: readonly AgreedPart[], { of }: VersionHead, { isLocked, timeZone }: Standing) {
  const names = parts.map((part) => partWords[part]);
  return {
    what: `${of.label} was locked on ${dateOf(of.lockedAt, timeZone)} by ${of.by} with another ${joined(names)}.`,
    safe: `What was printed and sent of ${of.label} stays as it was.`,
    todo: `Tell whoever pays. ${isLocked ? 'Begin a supplement (Estimate > New supplement) and lock it' : 'Lock the supplement'} to put the new one on paper; or put back what was agreed.`,
  };
}

/** What a version was locked with, at the field that holds something else now. */
export function lockedWith(part: AgreedPart, label: string, locked: Insurance): string {
  const value = { payer: locked.payer.payer, company: locked.company.name, deductible: deductibleWords(locked) }[part];
  return value === '' ? `${label} was locked without one.` : `${label} was locked with ${value}.`;
}

/** `$500.00`, `10 % of the claim`, `waived`; empty where none was agreed. */
function deductibleWords(insurance: Insurance): string {
  const stated = statedDeductible(insurance);
  switch (stated.kind) {
    case 'none':
      return '';
    case 'waived':
      return 'it waived';
    case 'amount':
      return dollars(stated.cents);
    case 'percent':
      return `${printRate(stated.rate as Rate)} % of the claim`;
    case 'acv':
      return `${printRate(stated.rate as Rate)} % of a vehicle worth ${dollars(stated.acvCents)}`;
  }
}

const dollars = (amount: number): string => `$${printMoney(cents(amount))}`;

function joined(names: readonly string[]): string {
  const [last = '', ...before] = names.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
}
