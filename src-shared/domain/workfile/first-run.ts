// The first steps of a shop, from nothing to its first saved estimate: what is done is seen in the data, not noted.

import type { WorkfileId } from '../../base/ids.ts';
import { facilityProfile } from '../estimate/profile/choose-profile.ts';
import type { Profile } from '../estimate/profile/profile.ts';
import { type Employee, estimatorsOf } from '../people/employee.ts';

/** In the order in which a shop goes about them. */
export const firstSteps = ['facility', 'estimator', 'rates', 'workfile', 'vin', 'line', 'save'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** What is known of the shop's workfiles, while it has few. */
export type FirstWorkfile = {
  /** The newest one, its vehicle, and what it has. */
  readonly id: WorkfileId;
  readonly vehicleId: string;
  readonly hasVin: boolean;
  readonly hasLine: boolean;
  readonly isSaved: boolean;
};
export type FirstRun = {
  readonly workfile: FirstWorkfile | null;
  /** Whether the shop has been at work for longer: nobody needs to be shown the way. */
  readonly isUsed: boolean;
};

/** So many workfiles are no beginning any more. */
export const fewWorkfiles = 3;

type Shop = { readonly profiles: readonly Profile[]; readonly employees: readonly Employee[] };

/** Which steps are done. */
export function stepsDone({ profiles, employees }: Shop, { workfile }: FirstRun): ReadonlySet<FirstStep> {
  const own = facilityProfile(profiles);
  const done: Readonly<Record<FirstStep, boolean>> = {
    facility: (own?.address?.street ?? '') !== '' && (own?.phones?.phone ?? '') !== '',
    estimator: estimatorsOf(employees).length > 0,
    rates: (own?.labor.body ?? 0) > 0,
    workfile: workfile !== null,
    vin: workfile?.hasVin === true,
    line: workfile?.hasLine === true,
    save: workfile?.hasLine === true && workfile.isSaved,
  };
  return new Set(firstSteps.filter((step) => done[step]));
}
