// What "Update rates and rules" would change: a workfile's rates beside a profile's, field by field.

import { sameValue } from '../../../base/same-value.ts';
import { ratesSpec } from '../rates.ts';
import type { PricingRates } from '../totals/reckon.ts';
import { rateRuleGroups } from './rate-rules.ts';

/** The groups of rates that a profile sets, in the order of its pages. */
export const profileGroups = ['labor', 'supplies', 'tax', 'discount', ...namesOf(rateRuleGroups)] as const;
export type ProfileGroup = (typeof profileGroups)[number];

/** One field that differs; the values as the groups hold them. */
export type RateDifference = {
  readonly group: ProfileGroup;
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
};

const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(
  [...Object.entries(rateRuleGroups), ...Object.entries(ratesSpec.groups).filter(([name]) => name !== 'parent')].map(
    ([name, shape]) => [name, shape.parse({})],
  ),
);

/** The fields in which a profile differs from the rates. Groups that the profile does not set stay; absent rates hold defaults. */
export function rateDifferences(
  rates: Partial<PricingRates>,
  profile: Partial<PricingRates>,
): readonly RateDifference[] {
  return profileGroups.flatMap((group) => {
    if (profile[group] === undefined) return [];
    const from: Readonly<Record<string, unknown>> = { ...defaults[group], ...rates[group] };
    const to: Readonly<Record<string, unknown>> = { ...defaults[group], ...profile[group] };
    return Object.keys(to)
      .filter((field) => !sameValue(from[field], to[field]))
      .map((field) => ({ group, field, from: from[field], to: to[field] }));
  });
}

/** Rates with every group of the profile in place of their own. */
export const withProfile = <R extends Partial<PricingRates>>(rates: R, profile: Partial<PricingRates>): R => ({
  ...rates,
  ...Object.fromEntries(
    profileGroups.filter((group) => profile[group] !== undefined).map((group) => [group, profile[group]]),
  ),
});

function namesOf<T extends object>(groups: T): readonly (keyof T & string)[] {
  return Object.keys(groups) as (keyof T & string)[];
}
