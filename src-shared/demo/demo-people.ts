// Invented people, places and companies of the demo shop. Addresses are at example.com, phones are 555-01xx.

import type { Contact, ContactRole } from '../domain/people/contact.ts';
import type { Chance } from './chance.ts';

const firstNames = [
  'Avery',
  'Beatrix',
  'Calvin',
  'Delphine',
  'Emmett',
  'Farida',
  'Gideon',
  'Harriet',
  'Ignacio',
  'Juniper',
  'Kofi',
  'Lucinda',
  'Mateo',
  'Noor',
  'Odell',
  'Philippa',
  'Quentin',
  'Rosalind',
  'Silvio',
  'Tamsin',
  'Ulrich',
  'Viola',
  'Wendell',
  'Ximena',
  'Yusuf',
  'Zelda',
] as const;
const lastNames = [
  'Abernathy',
  'Birdwhistle',
  'Castellane',
  'Dunmore',
  'Eastwick',
  'Fairweather',
  'Goldfinch',
  'Hollowell',
  'Ironside',
  'Jessamine',
  'Kettleburn',
  'Lakewood',
  'Merriweather',
  'Nightingale',
  'Oakhurst',
  'Pennyfeather',
  'Quillfeather',
  'Ravenscroft',
  'Silverthorn',
  'Thistlewood',
  'Underhill',
  'Vandermeer',
  'Wetherby',
  'Yarborough',
  'Zimmerhoff',
  "O'Malloran",
  'Núñez-Arroyo',
  'Østergaard',
] as const;
const streets = [
  'Maple Street',
  'Old Mill Road',
  'Juniper Lane',
  'Harbor View Drive',
  'Quarry Road',
  'Willow Court',
  'Foundry Street',
  'Lantern Hill Road',
  'Orchard Avenue',
  'Station Street',
  'Cedar Bluff',
  'Meadowlark Way',
] as const;
type Town = readonly [city: string, state: string, postalCode: string];
const towns: readonly [Town, ...Town[]] = [
  ['Fairhaven Falls', 'MI', '49501'],
  ['Cedar Hollow', 'MI', '49518'],
  ['Port Marigold', 'MI', '49423'],
  ['Stonebrook', 'MI', '49331'],
  ['North Lindale', 'IN', '46540'],
  ['Elmsworth', 'OH', '43515'],
];
const areas = ['616', '269', '231', '574', '419'] as const;
const fleets = [
  'Bluebird Bakery Supply',
  'Lindale Plumbing & Heating',
  'Harborlight Couriers',
  'Stonebrook Florists',
  'Fairhaven School Transport',
  'Marigold Home Care',
] as const;

/** The people who write estimates in the demo shop. */
export const demoEstimators = ['Dana Whitlock', 'Marcus Oyelaran', 'Priya Sandoval', 'Teddy Longfellow'] as const;

/** Insurers that do not exist. */
export const demoInsurers = [
  'Quality Insurance Company',
  'Lighthouse Mutual',
  'Northern Pine Casualty',
  'Great Meadow Insurance',
  'Compass Rose Auto',
  'Old Harbor Indemnity',
  'Summit & Vale Mutual',
  'Redwing Direct',
] as const;

/** The groups of an invented contact but its parent. */
export type DemoContact = Omit<Contact, 'id' | 'deleted' | 'parent'>;

/** An invented contact; a fleet's owner is a company. */
export function demoContact(chance: Chance, role: ContactRole, fleet: boolean): DemoContact {
  const first = chance.pick(firstNames);
  const last = chance.pick(lastNames);
  const company = fleet && role === 'owner' ? chance.pick(fleets) : '';
  const [city, state, postalCode] = chance.pick(towns);
  return {
    name: { first, last, company },
    cell: { number: phone(chance) },
    home: { number: chance.percent(25) ? phone(chance) : '' },
    business: { number: company === '' && chance.percent(80) ? '' : `${phone(chance)} x${100 + chance.below(800)}` },
    email: { address: chance.percent(85) ? mailOf(first, last) : '' },
    address: {
      street: `${100 + chance.below(9800)} ${chance.pick(streets)}`,
      street2: chance.percent(12) ? `Apt ${1 + chance.below(40)}` : '',
      city,
      state,
      postalCode,
    },
    preference: { preference: chance.pick(['text', 'text', 'email', 'call', '']) },
  };
}

const phone = (chance: Chance): string => `(${chance.pick(areas)}) 555-01${String(chance.below(100)).padStart(2, '0')}`;

const mailOf = (first: string, last: string): string =>
  `${first}.${last}`
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll(/[^a-z.]/g, '')
    .concat('@example.com');
