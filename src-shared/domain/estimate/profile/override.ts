// Overrides: where the rates of a workfile differ from its profile, and why somebody decided so.

import type { Rates } from '../rates.ts';
import type { RateGroups } from './profile-rates.ts';
import { type RateDifference, rateDifferences } from './rate-differences.ts';

/** A difference with its reason; empty while nobody gave one. */
export type Override = RateDifference & { readonly reason: string; readonly by: string };
type Field = Pick<RateDifference, 'group' | 'field'>;
type Reasons = NonNullable<Rates['reasons']>;

/** The overrides of a workfile's rates: `from` is what holds here, `to` what the profile says. */
export const overridesOf = (rates: Rates, profile: RateGroups): readonly Override[] =>
  rateDifferences(rates, profile).map((difference) => {
    const said = rates.reasons?.list.find(isOf(difference));
    return { ...difference, reason: said?.reason ?? '', by: said?.by ?? '' };
  });

/** The reasons with one more, or with one less where it is empty. */
export function withReason(
  rates: Rates,
  field: Field,
  said: { readonly reason: string; readonly by: string },
): Reasons {
  const others = (rates.reasons?.list ?? []).filter((one) => !isOf(field)(one));
  const reason = said.reason.trim();
  return {
    list: reason === '' ? others : [...others, { group: field.group, field: field.field, reason, by: said.by }],
  };
}

const isOf =
  ({ group, field }: Field) =>
  (one: Reasons['list'][number]): boolean =>
    one.group === group && one.field === field;
