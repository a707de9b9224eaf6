// A problem of an estimate: what is missing, contradictory or unusual, and where to go to mend it.

import type { Insurance } from '../../insurance/insurance.ts';
import type { Override } from '../profile/override.ts';
import type { Sheet, SheetLine } from '../refinish/automatic-lines.ts';
import type { TotalsInput } from '../totals.ts';

/** The sentences of problems; the window words them. */
export type ProblemKey =
  | 'acv-unknown'
  | 'adjustment-not-insured'
  | 'automatic-by-hand'
  | 'automatic-twice'
  | 'betterment-not-insured'
  | 'blend-alone'
  | 'deductible-not-insured'
  | 'deductible-over-total'
  | 'description-missing'
  | 'discount-large'
  | 'existing-part-priced'
  | 'hours-large'
  | 'insurer-missing'
  | 'claim-number-missing'
  | 'line-open'
  | 'line-twice'
  | 'lines-missing'
  | 'markup-large'
  | 'overlap-positive'
  | 'override-unexplained'
  | 'paint-time-missing'
  | 'panel-blended-and-refinished'
  | 'panel-twice'
  | 'panel-without-paint'
  | 'part-not-replaced'
  | 'part-number-missing'
  | 'part-type-missing'
  | 'payer-missing'
  | 'price-large'
  | 'price-missing'
  | 'quantity-zero'
  | 'rate-missing'
  | 'share-not-insured'
  | 'sublet-amount-missing'
  | 'supplies-rate-missing'
  | 'tax-missing'
  | 'tax-tier-gap'
  | 'tax-tier-twice'
  | 'time-missing'
  | 'total-negative'
  | 'total-over-acv';

export type ProblemKind = 'missing' | 'contradictory' | 'unusual';

export type EstimateProblem = {
  readonly kind: ProblemKind;
  readonly key: ProblemKey;
  /** The record it is in and its field, as failures name them: `line.part.priceCents`. */
  readonly record: string;
  readonly field: string;
  /** Numbers and names for the sentence: cents, tenths, rates, or the number of another line. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Whether the estimate cannot be locked before it is mended. */
  readonly blocksLock?: true;
};

/** Everything that problems are looked for in. */
export type ProblemsInput = {
  readonly sheet: Sheet;
  readonly ids: { readonly estimate: string; readonly rates: string; readonly insurance: string };
  readonly pricing: Omit<TotalsInput, 'lines'>;
  readonly claim: Pick<Insurance, 'company' | 'claim'>;
  /** Where the rates differ from their profile, as far as somebody knows the profile. */
  readonly overrides?: readonly Override[];
};

/** A line somebody wrote, with its printed number. */
export type WrittenLine = { readonly line: SheetLine; readonly number: number };

/** The lines that somebody wrote: neither deleted, nor headings, nor automatic rows. */
export const writtenLines = ({ lines }: Sheet): readonly WrittenLine[] =>
  lines
    .filter((line) => !line.deleted)
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.row === undefined && line.work.operation !== 'heading');
