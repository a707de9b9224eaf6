// An estimate priced as it stands: its written lines with their automatic rows, and the totals of both.

import { estimatePricingGroups } from './adjustment-groups.ts';
import { type Sheet, type SheetLine, withAutomatic } from './refinish/automatic-lines.ts';
import { guideRules } from './refinish/refinish-rules.ts';
import { estimateTotals, type Totals, type TotalsInput } from './totals.ts';

/** Written lines in the order of the estimate, and what prices them. */
export type WrittenEstimate = Omit<TotalsInput, 'lines' | 'clearBeyondCap'> & { readonly lines: readonly SheetLine[] };

export type PricedEstimate = {
  readonly sheet: Sheet;
  /** What the totals were reckoned with; explanations, versions and problems take it as it is. */
  readonly pricing: Omit<TotalsInput, 'lines'>;
  readonly totals: Totals;
};

/** Two-stage paint, clear coat computed. */
export const usualFinish = estimatePricingGroups.finish.parse({});

/** The lines with their automatic rows by its profile's rules; without such rules those of the trade's guides count. */
export const sheetOfEstimate = (
  lines: readonly SheetLine[],
  rates: Pick<WrittenEstimate['rates'], 'refinish'> = {},
  estimate: Pick<WrittenEstimate['estimate'], 'finish'> = {},
): Sheet => withAutomatic(lines, rates.refinish ?? guideRules, estimate.finish ?? usualFinish);

/** Prices an estimate as it stands. */
export function priceEstimate({ lines, rates, estimate, insurance }: WrittenEstimate): PricedEstimate {
  const sheet = sheetOfEstimate(lines, rates, estimate);
  const pricing = { rates, estimate, insurance, clearBeyondCap: sheet.times.clearBeyondCap };
  return { sheet, pricing, totals: estimateTotals({ ...pricing, lines: sheet.lines }) };
}
