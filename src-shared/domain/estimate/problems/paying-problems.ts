// What is missing or contradictory between the estimate and who pays for it.

import { isInsured } from '../totals/adjustments.ts';
import type { Totals } from '../totals.ts';
import type { EstimateProblem, ProblemsInput, WrittenLine } from './problem.ts';

/** The problems of payer, claim, deductible and adjustments. */
export const payingProblems = (
  input: ProblemsInput,
  lines: readonly WrittenLine[],
  totals: Totals,
): readonly EstimateProblem[] => [
  ...(isInsured(input.pricing.insurance) ? insuredProblems(input, totals) : uninsuredProblems(input, lines)),
  ...sizeProblems(input, totals),
];

function insuredProblems({ ids, claim, pricing }: ProblemsInput, totals: Totals): readonly EstimateProblem[] {
  const record = ids.insurance;
  const { insurance } = pricing;
  const rule = insurance.deductibleRule;
  const problems: (EstimateProblem | false)[] = [
    claim.company.name.trim() === '' && {
      kind: 'missing',
      key: 'insurer-missing',
      record,
      field: 'insurance.company.name',
      blocksLock: true,
    },
    claim.claim.number.trim() === '' && {
      kind: 'missing',
      key: 'claim-number-missing',
      record,
      field: 'insurance.claim.number',
      blocksLock: true,
    },
    rule?.kind === 'acv' &&
      rule.acvCents === 0 && {
        kind: 'missing',
        key: 'acv-unknown',
        record,
        field: 'insurance.deductibleRule.acvCents',
      },
    insurance.deductible.amountCents > 0 &&
      (rule?.kind ?? 'amount') === 'amount' &&
      rule?.waived !== true &&
      insurance.deductible.amountCents > totals.grandTotal && {
        kind: 'unusual',
        key: 'deductible-over-total',
        record,
        field: 'insurance.deductible.amountCents',
        values: { cents: insurance.deductible.amountCents, total: totals.grandTotal },
      },
  ];
  return problems.filter((problem) => problem !== false);
}

function uninsuredProblems({ ids, pricing }: ProblemsInput, lines: readonly WrittenLine[]): readonly EstimateProblem[] {
  const { insurance, estimate } = pricing;
  const adjusted = Object.values(estimate.adjustments ?? {}).some((amount) => amount > 0);
  const problems: (EstimateProblem | false)[] = [
    insurance.payer.payer === 'Not Specified' && {
      kind: 'missing',
      key: 'payer-missing',
      record: ids.insurance,
      field: 'insurance.payer.payer',
      blocksLock: true,
    },
    insurance.deductible.amountCents > 0 && {
      kind: 'contradictory',
      key: 'deductible-not-insured',
      record: ids.insurance,
      field: 'insurance.deductible.amountCents',
      values: { cents: insurance.deductible.amountCents },
    },
    adjusted && {
      kind: 'contradictory',
      key: 'adjustment-not-insured',
      record: ids.estimate,
      field: 'estimate.adjustments',
    },
  ];
  return [...problems.filter((problem) => problem !== false), ...lines.flatMap(uninsuredLine)];
}

function uninsuredLine({ line }: WrittenLine): readonly EstimateProblem[] {
  const record = line.id;
  const problems: EstimateProblem[] = [];
  if ((line.betterment?.kind ?? 'none') !== 'none') {
    problems.push({ kind: 'contradictory', key: 'betterment-not-insured', record, field: 'line.betterment.kind' });
  }
  if ((line.share?.of ?? 'claim') !== 'claim') {
    problems.push({ kind: 'contradictory', key: 'share-not-insured', record, field: 'line.share.of' });
  }
  return problems;
}

// Repairs beyond three quarters of a vehicle's value usually make a total loss.
const isNearLoss = (total: number, acv: number): boolean => acv > 0 && total * 4 > acv * 3;

function sizeProblems({ ids, pricing }: ProblemsInput, { grandTotal }: Totals): readonly EstimateProblem[] {
  const record = ids.estimate;
  const acv = pricing.insurance.deductibleRule?.acvCents ?? 0;
  if (grandTotal < 0) return [{ kind: 'contradictory', key: 'total-negative', record, field: 'estimate.total' }];
  if (!isNearLoss(grandTotal, acv)) return [];
  const values = { total: grandTotal, acv };
  return [{ kind: 'unusual', key: 'total-over-acv', record, field: 'estimate.total', values }];
}
