// The rates that a workfile takes from a profile: every group that a profile sets, and where they came from.

import { emptyGroup } from '../../record.ts';
import { type Rates, ratesSpec } from '../rates.ts';
import type { Profile } from './profile.ts';
import { type ProfileGroup, profileGroups } from './rate-differences.ts';

/** The groups of rates that a profile sets. */
export type RateGroups = { readonly [G in ProfileGroup]: NonNullable<Rates[G]> };
type RateHolder = { readonly [G in ProfileGroup]?: Rates[G] };

/** Every group of rates or of a profile; those that say nothing are empty. */
export const rateGroupsOf = (holder: RateHolder): RateGroups =>
  Object.fromEntries(
    profileGroups.map((group) => [group, holder[group] ?? emptyGroup(ratesSpec, group)]),
  ) as RateGroups;

/** The rates of a workfile that begins with a profile or is updated to it. */
export const profileRates = (profile: Profile): RateGroups & { readonly source: NonNullable<Rates['source']> } => ({
  ...rateGroupsOf(profile),
  source: { profileId: profile.id, name: profile.about.name },
});
