// What a new workfile takes over from the last one of its owner: the vehicle, and who insures it.

import { sameValue } from '../../base/same-value.ts';
import { type Insurance, insuranceSpec } from '../insurance/insurance.ts';
import { emptyGroup } from '../record.ts';
import { type Vehicle, vehicleSpec } from '../vehicle/vehicle.ts';

/** What can be taken over. */
export const copiable = ['vehicle', 'insurance'] as const;
export type Copiable = (typeof copiable)[number];
type Groups = Readonly<Record<string, object>>;

/** What a vehicle is; its mileage, condition and damage belong to the visit. */
const vehicleGroups = ['identity', 'plate', 'paint', 'production', 'options'] as const;
/** Who pays, and on which terms; the claim, its loss and its adjuster belong to the visit, the policy does not. */
const insuranceGroups = ['payer', 'company', 'deductible', 'deductibleRule', 'agent', 'collection'] as const;

/** The groups of a vehicle that change when it is the one of another workfile. */
export const copiedVehicle = (from: Vehicle, to: Vehicle): Groups =>
  Object.fromEntries(
    vehicleGroups.flatMap((group): readonly (readonly [string, object])[] => {
      const empty = emptyGroup(vehicleSpec, group);
      return changed(group, { from: from[group], to: to[group], empty });
    }),
  );

/** The groups of an insurance that change when it is the one of another workfile. */
export function copiedInsurance(from: Insurance, to: Insurance): Groups {
  const groups = insuranceGroups.flatMap((group): readonly (readonly [string, object])[] => {
    const empty = emptyGroup(insuranceSpec, group);
    return changed(group, { from: from[group], to: to[group], empty });
  });
  const { policy } = from.claim;
  const isNew = policy !== '' && policy !== to.claim.policy;
  return Object.fromEntries(isNew ? [...groups, ['claim', { ...to.claim, policy }]] : groups);
}

type Values = { readonly from: object | undefined; readonly to: object | undefined; readonly empty: object };

/** A group that says something else than what stands there; one that says nothing leaves it. */
const changed = (group: string, { from = {}, to = {}, empty }: Values): readonly (readonly [string, object])[] =>
  sameValue({ ...empty, ...from }, empty) || sameValue({ ...empty, ...from }, { ...empty, ...to })
    ? []
    : [[group, from]];
