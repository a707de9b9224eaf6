// The words for the problems of an estimate: what is wrong, and what to do about it.

import { printHours, type Tenths } from '../../src-shared/base/hours.ts';
import { type Cents, printMoney } from '../../src-shared/base/money.ts';
import { type LaborType, laborNames } from '../../src-shared/domain/estimate/labor-type.ts';
import type { PartType } from '../../src-shared/domain/estimate/line.ts';
import { partTypeWords } from '../../src-shared/domain/estimate/part-type-words.ts';
import type { EstimateProblem, ProblemKey, ProblemKind } from '../../src-shared/domain/estimate/problems/problem.ts';

export type ProblemWording = { readonly what: string; readonly todo: string };

/** The groups of a list of problems. */
export const problemGroups: Readonly<Record<ProblemKind, string>> = {
  missing: 'Missing',
  contradictory: 'Contradictory',
  unusual: 'Unusual',
};

type Values = Readonly<Record<string, string | number>>;

/** What a person reads about a problem. */
export function wordProblem({ key, values = {} }: Pick<EstimateProblem, 'key' | 'values'>): ProblemWording {
  const { what, todo } = wordings[key];
  return { what: typeof what === 'string' ? what : what(values), todo };
}

const money = (value: string | number | undefined): string => printMoney(Number(value ?? 0) as Cents);
const hours = (value: string | number | undefined): string => `${printHours(Number(value ?? 0) as Tenths)} h`;

type Wording = { readonly what: string | ((values: Values) => string); readonly todo: string };

const wordings: Readonly<Record<ProblemKey, Wording>> = {
  'acv-unknown': {
    what: "The deductible is a share of the vehicle's value, and the value is not known.",
    todo: "Enter the vehicle's actual cash value.",
  },
  'adjustment-not-insured': {
    what: 'Adjustments are entered, but no insurance company pays.',
    todo: 'Set the payer to Insurance Company, or clear the adjustments.',
  },
  'automatic-by-hand': {
    what: 'A computed time of this line was set by hand and no longer follows its panel.',
    todo: 'Check it, or have it computed again: Shift+F1.',
  },
  'automatic-twice': {
    what: 'Written by hand beside a computed row of the same kind: the time may be in the total twice.',
    todo: 'Delete this line, or leave the computed row out.',
  },
  'betterment-not-insured': {
    what: 'The line has a betterment, but no insurance company pays.',
    todo: 'Set the payer to Insurance Company, or take the betterment off.',
  },
  'blend-alone': {
    what: 'A panel is blended, but none is refinished.',
    todo: 'Enter the refinish of the panel it is blended into, or check the operation.',
  },
  'claim-number-missing': {
    what: 'The claim number is missing.',
    todo: 'Enter it on the Insurance screen.',
  },
  'deductible-not-insured': {
    what: ({ cents }) => `A deductible of ${money(cents)} is entered, but no insurance company pays.`,
    todo: 'Set the payer to Insurance Company, or clear the deductible.',
  },
  'deductible-over-total': {
    what: ({ cents, total }) => `The deductible of ${money(cents)} is more than the whole estimate, ${money(total)}.`,
    todo: 'Check the deductible. The insurer would pay nothing.',
  },
  'description-missing': {
    what: 'The line costs something and says nothing.',
    todo: 'Describe what is done.',
  },
  'discount-large': {
    what: ({ percent }) => `The discount is ${percent} %.`,
    todo: 'Check it on the Rates screen.',
  },
  'existing-part-priced': {
    what: 'An existing part has a price, though none is bought.',
    todo: 'Clear the price, or change the part type.',
  },
  'hours-large': {
    what: ({ tenths }) => `${hours(tenths)} on one line.`,
    todo: 'Check the decimal point.',
  },
  'insurer-missing': {
    what: 'The insurance company is missing.',
    todo: 'Enter it on the Insurance screen.',
  },
  'line-open': {
    what: 'The line is open.',
    todo: 'Finish it, then take its mark away: the estimate cannot be locked before.',
  },
  'line-twice': {
    what: ({ line }) => `Says the same as line ${line}.`,
    todo: 'Delete one of them, or describe how they differ.',
  },
  'lines-missing': {
    what: 'The estimate has no lines.',
    todo: 'Write the first one.',
  },
  'markup-large': {
    what: ({ percent, part }) =>
      part === undefined
        ? `A markup of ${percent} %.`
        : `A markup of ${percent} % on ${partTypeWords[part as PartType]?.name ?? part} parts.`,
    todo: 'Check the percentage.',
  },
  'overlap-positive': {
    what: 'An overlap or a deduction adds time instead of taking it off.',
    todo: 'Type the time with a minus.',
  },
  'override-unexplained': {
    what: ({ count }) =>
      `${count === 1 ? '1 rate or rule differs' : `${count} rates and rules differ`} from the profile, and nobody said why.`,
    todo: 'Give the reason on the Rates screen, or update the rates and rules.',
  },
  'paint-time-missing': {
    what: 'Refinish or blend without paint time.',
    todo: 'Enter the paint hours, or Incl. where they are part of another line.',
  },
  'panel-blended-and-refinished': {
    what: ({ line }) => `The same panel is refinished or blended in line ${line}.`,
    todo: 'Keep one of them.',
  },
  'panel-twice': {
    what: ({ line }) => `The same panel as in line ${line}: its overlap and clear coat are counted twice.`,
    todo: 'Set the panel of one line to <>, or correct where it is.',
  },
  'panel-without-paint': {
    what: 'A refinish panel without paint time.',
    todo: 'Enter the paint hours, or take the panel off.',
  },
  'part-not-replaced': {
    what: 'A part is bought, but the operation does not replace one.',
    todo: 'Set Oper to Repl, or clear the price.',
  },
  'part-number-missing': {
    what: 'A priced part without a number.',
    todo: 'Enter the part number.',
  },
  'part-type-missing': {
    what: 'A priced part without a type: no markup, discount or tax rule of parts fits it.',
    todo: 'Choose the part type.',
  },
  'payer-missing': {
    what: 'Nobody said who pays.',
    todo: 'Choose the payer on the Insurance screen.',
  },
  'price-large': {
    what: ({ cents }) => `${money(cents)} for one line.`,
    todo: 'Check the decimal point.',
  },
  'price-missing': {
    what: 'The part to replace has no price.',
    todo: 'Enter the price, or Incl. where it is part of another line.',
  },
  'quantity-zero': {
    what: 'The quantity is 0, so the price counts nothing.',
    todo: 'Enter the quantity, or delete the line.',
  },
  'rate-missing': {
    what: ({ labor, tenths }) => `${hours(tenths)} of ${laborNames[labor as LaborType] ?? labor} have no rate.`,
    todo: 'Enter the rate on the Rates screen.',
  },
  'share-not-insured': {
    what: 'The line is somebody else’s money, but no insurance company pays.',
    todo: 'Set the payer to Insurance Company, or let the claim pay the line.',
  },
  'sublet-amount-missing': {
    what: 'Sublet work without an amount.',
    todo: 'Enter what it costs under Misc.',
  },
  'supplies-rate-missing': {
    what: 'There is paint time, but paint supplies cost nothing.',
    todo: 'Enter their rate on the Rates screen.',
  },
  'tax-missing': {
    what: 'No tax is taken.',
    todo: 'Enter the sales tax on the Rates screen.',
  },
  'tax-tier-gap': {
    what: ({ tax, cents }) => `The tax ${tax} takes nothing below ${money(cents)}.`,
    todo: 'Check its tiers on the Rates screen.',
  },
  'tax-tier-twice': {
    what: ({ tax }) => `Two tiers of the tax ${tax} begin at the same amount.`,
    todo: 'Correct them on the Rates screen.',
  },
  'time-missing': {
    what: 'Work without time and without a price.',
    todo: 'Enter the hours, or Incl. where they are part of another line.',
  },
  'total-negative': {
    what: 'The estimate comes to less than nothing.',
    todo: 'Check the credit lines.',
  },
  'total-over-acv': {
    what: ({ total, acv }) =>
      `The repair, ${money(total)}, is more than three quarters of the vehicle's value, ${money(acv)}.`,
    todo: 'Check whether it is a total loss.',
  },
};
