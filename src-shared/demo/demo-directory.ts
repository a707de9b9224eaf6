// Who works in the demo shop, the insurance companies that it works with, and its customers: invented like all of it.

import { officeNamed } from '../domain/insurance/insurer.ts';
import { libraries } from '../domain/library/library.ts';
import type { Chance } from './chance.ts';
import { demoContact, demoEstimators, demoInsurers } from './demo-people.ts';

const people = [
  ...demoEstimators.map((name) => [name, 'Estimator', true] as const),
  ['Ines Calloway', 'Shop manager', false],
  ['Ruben Achterberg', 'Body technician', false],
  ['Solveig Marsh', 'Painter', false],
  ['Tomasz Quill', 'Parts, Receptionist', false],
] as const;

/** The groups of each employee. */
export const demoEmployees = people.map(([name, roles, isEstimator], at) => ({
  parent: { workfileId: libraries.employee },
  about: { name, roles },
  email: { address: addressOf(name) },
  phone: { number: `(503) 555-01${50 + at}` },
  estimator: { isEstimator },
  license: { number: isEstimator ? `OR-${2210 + at * 17}` : '' },
  standing: { isActive: true },
}));

/** The groups of each insurance company; the first two take part in UpdatePlus, the last one has gone. */
export const demoCompanies = demoInsurers.map((name, at) => ({
  parent: { workfileId: libraries.insurer },
  about: { name },
  updatePlus: { isOn: at < 2 },
  customerUpdates: { isOn: at < 2 },
  standing: { isActive: at < demoInsurers.length - 1 },
  phones: {
    phone: `(503) 555-01${70 + at}`,
    fax: '',
    email: `claims@${hostOf(name)}.example.com`,
    website: '',
  },
  offices: { list: [{ ...officeNamed('Great Lakes Claims'), phone: `(616) 555-01${60 + at}` }] },
}));

/** The groups of a customer; every sixth is a company that has vehicles of its own, and authorizes its invoices. */
export function demoCustomer(chance: Chance, at: number) {
  const isFleet = at % 6 === 0;
  return {
    parent: { workfileId: libraries.customer },
    ...demoContact(chance, 'owner', isFleet),
    authorization: { isRequired: isFleet },
    standing: { isActive: at % 12 !== 11 },
  };
}

function addressOf(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@harborlane.example.com`;
}

function hostOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]+/g, '');
}
