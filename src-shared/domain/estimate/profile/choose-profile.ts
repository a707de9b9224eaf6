// Which profile a workfile is priced by: its insurer's, else the shop's own.

import type { Insurance } from '../../insurance/insurance.ts';
import type { Profile } from './profile.ts';

type Choosable = Pick<Profile, 'id' | 'about' | 'usual'>;
type Payer = Pick<Insurance, 'payer' | 'company'>;

/** The profile of a workfile's insurer or claim office, else the shop's default; undefined while the shop has none. */
export function profileFor<P extends Choosable>(profiles: readonly P[], insurance: Payer): P | undefined {
  const { payer } = insurance.payer;
  const isInsured = payer === 'Insurance Company' || payer === 'Not Specified';
  return (isInsured ? insurerProfile(profiles, insurance) : undefined) ?? facilityProfile(profiles);
}

/** The profile that workfiles begin with: the default of the shop, or its only one. */
export function facilityProfile<P extends Choosable>(profiles: readonly P[]): P | undefined {
  const own = profiles.filter(({ about }) => about.kind === 'facility');
  return defaultOf(own) ?? (own.length === 1 ? own[0] : undefined);
}

function insurerProfile<P extends Choosable>(profiles: readonly P[], { company }: Payer): P | undefined {
  const name = plain(company.name);
  if (name === '') return undefined;
  const ofCompany = profiles.filter(({ about }) => about.kind === 'insurer' && plain(about.company) === name);
  const office = plain(company.claimOffice);
  const ofOffice = office === '' ? [] : ofCompany.filter(({ about }) => plain(about.claimOffice) === office);
  const general = ofCompany.filter(({ about }) => plain(about.claimOffice) === '');
  return first(ofOffice) ?? defaultOf(ofCompany) ?? first(general);
}

/** Two PCs may name a default at once: the older profile counts on both. */
const defaultOf = <P extends Choosable>(profiles: readonly P[]): P | undefined =>
  first(profiles.filter(({ usual }) => usual.isDefault));

const first = <P extends Choosable>(profiles: readonly P[]): P | undefined =>
  profiles.toSorted((one, other) => (one.id < other.id ? -1 : 1))[0];

const plain = (text: string): string => text.trim().toLowerCase();
