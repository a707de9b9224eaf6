// Where the time of an automatic row is kept when a hand sets it, and how it is given back to the rules.

import type { EstimatePricing } from '../adjustment-groups.ts';
import type { AutomaticRow } from './automatic-rows.ts';
import { type Automatic, automaticGroup, type Panel } from './panel.ts';

/** The field that holds a row's time: of the automatic times or the panel of its line, or of the whole estimate. */
export type RowField =
  | { readonly of: 'automatic'; readonly line: string; readonly field: keyof Automatic }
  | { readonly of: 'panel'; readonly line: string; readonly field: 'edgingTenths' | 'undersideTenths' }
  | { readonly of: 'finish'; readonly field: 'clearCoatTenths' };

/** Nothing set by hand. */
export const nothingByHand: Automatic = automaticGroup.parse({});

const automaticFields: Readonly<Record<string, keyof Automatic>> = {
  overlap: 'overlap',
  finish: 'finish',
  'finish-edging': 'finishEdging',
  'finish-underside': 'finishUnderside',
  'two-tone': 'twoTone',
};

/** Where a row's time can be set; undefined for a capped row, whose cap is a rule of the profile. */
export function fieldOfRow({
  key,
  kind,
  cause,
  why,
}: Pick<AutomaticRow, 'key' | 'kind' | 'cause' | 'why'>): RowField | undefined {
  if (cause === null) return kind === 'clear-coat' ? { of: 'finish', field: 'clearCoatTenths' } : undefined;
  if (why.rule === 'typed') {
    return { of: 'panel', line: cause, field: kind === 'edging' ? 'edgingTenths' : 'undersideTenths' };
  }
  const field = automaticFields[key.slice(cause.length + 1)];
  return field && { of: 'automatic', line: cause, field };
}

/** The groups of a line with one of its rows set by hand, or computed again. */
export function withRowTime(
  { panel, automatic }: { readonly panel: Panel; readonly automatic: Automatic },
  at: Exclude<RowField, { of: 'finish' }>,
  tenths: number | null,
): { readonly panel: Panel } | { readonly automatic: Automatic } {
  if (at.of === 'panel') return { panel: { ...panel, [at.field]: tenths ?? 0 } };
  return { automatic: { ...automatic, [at.field]: tenths } };
}

/** The finish of an estimate with its clear coat set by hand, or computed again. */
export const withClearCoat = (finish: EstimatePricing['finish'], tenths: number | null): EstimatePricing['finish'] => ({
  ...finish,
  clearCoatTenths: tenths,
});
