// What is asked of somebody at the counter before an estimate is begun: who, which vehicle, who pays, who writes.

import type { CustomerId } from '../../base/ids.ts';
import type { Insurance } from '../insurance/insurance.ts';
import type { Contact } from '../people/contact.ts';
import type { Vehicle } from '../vehicle/vehicle.ts';
import type { Workfile } from './workfile.ts';

/** The answers. Empty ones are not known yet. */
export type Intake = {
  /** The customer of the shop that the owner is; their name and numbers count then. */
  readonly customerId: CustomerId | null;
  readonly name: Contact['name'];
  readonly cell: Contact['cell'];
  readonly identity: Vehicle['identity'];
  readonly company: string;
  readonly claim: string;
  readonly estimator: Workfile['tracking']['estimator'];
};

/** What an intake says of the insurance: who names a company or a claim is paid by an insurance company. */
export function intakeInsurance({ company, claim }: Intake, empty: Insurance): Partial<Insurance> {
  if (company === '' && claim === '') return {};
  return {
    payer: { payer: 'Insurance Company' },
    ...(company !== '' && { company: { ...empty.company, name: company } }),
    ...(claim !== '' && { claim: { ...empty.claim, number: claim } }),
  };
}

/** What a new owner's own words say of them. */
export const intakeOwner = ({ name, cell }: Intake): Partial<Contact> => ({
  ...(Object.values(name).some((part) => part !== '') && { name }),
  ...(cell.number !== '' && { cell }),
});

/** Whether an intake says anything of the vehicle. */
export const namesVehicle = ({ identity }: Intake): boolean =>
  [identity.vin, identity.make, identity.model].some((text) => text !== '');
