// Where a figure leads: the column of the lines that make it, and the rate that prices it.
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import type { Figure } from '../../../../src-shared/domain/estimate/totals/explanation.ts';
import { fieldPlace } from '../../../stores/workfile/places.ts';
import { sheetOf } from '../../../stores/workfile/workfiles.ts';

/** The column in which a line holds what it adds to a figure. */
export function columnOf(figure: Figure): string {
  if (figure === 'labor.refinish' || figure === 'paint-supplies') return 'paint';
  if (figure.startsWith('labor.') || figure === 'body-supplies') return 'labor';
  if (figure.startsWith('part.')) return 'price';
  return figure === 'misc' || figure === 'sublet' ? 'misc' : 'description';
}

export type RatePlace = { readonly place: string; readonly words: string };

/** The field of the workfile that prices a figure or states it. */
export function placeOfRate(workfileId: WorkfileId, figure: Figure): RatePlace | undefined {
  const sheet = sheetOf(workfileId);
  if (sheet === undefined) return undefined;
  const rate = (group: string, field: string): RatePlace => ({
    place: fieldPlace('rates', sheet.rates.id, group, field),
    words: 'Go to the rate',
  });
  const stated = (kind: 'estimate' | 'insurance', group: string, field: string): RatePlace => ({
    place: fieldPlace(kind, sheet[kind].id, group, field),
    words: 'Go to the field',
  });
  if (figure.startsWith('labor.')) return rate('labor', figure.slice('labor.'.length));
  if (figure === 'paint-supplies') return rate('supplies', 'paintPerHourCents');
  if (figure === 'body-supplies') return rate('supplies', 'bodyPerHourCents');
  if (figure === 'discount') return rate('discount', 'rate');
  if (figure.startsWith('tax.')) return rate('tax', 'rate');
  if (figure === 'deductible') return stated('insurance', 'deductible', 'amountCents');
  if (figure === 'appearanceAllowance') return stated('estimate', 'adjustments', 'appearanceAllowanceCents');
  if (figure === 'towing' || figure === 'storage' || figure === 'other')
    return stated('estimate', 'charges', `${figure}Cents`);
  return undefined;
}
