// What a shop has set that a promise job asks for: its facility profile, its insurance companies and its employees.

import { facilityProfile } from '../estimate/profile/choose-profile.ts';
import { sharingInsurers } from '../estimate/profile/facility.ts';
import type { Profile } from '../estimate/profile/profile.ts';
import type { Insurer } from '../insurance/insurer.ts';
import type { Employee } from '../people/employee.ts';
import type { PromiseSettings } from './promise.ts';

/** The libraries of a shop, as far as a promise job goes. */
export type PromiseLibraries = {
  readonly profiles: readonly Profile[];
  readonly insurers: readonly Insurer[];
  readonly employees: readonly Employee[];
};

/** One reading of the settings for the window that shows what is missing and the PC that writes it down. */
export function promiseSettings({ profiles, insurers, employees }: PromiseLibraries): PromiseSettings {
  const facility = facilityProfile(profiles);
  const sharing = facility === undefined ? [] : sharingInsurers(facility, insurers);
  const active = employees.filter(({ deleted, standing }) => !deleted && standing.isActive);
  return {
    facility: facility ?? null,
    sharesWithCustomers: facility?.updatePlus?.isShared === true,
    payerTypes: facility?.updatePlusPayers?.payers ?? [],
    updatesInsurer: (company) =>
      sharing.some(
        ({ about, updatePlus, customerUpdates }) =>
          isSame(about.name, company) && updatePlus.isOn && customerUpdates.isOn,
      ),
    emailOf: (estimator) => active.find(({ about }) => isSame(about.name, estimator))?.email.address ?? '',
  };
}

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
