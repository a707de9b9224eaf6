// The people and the claim of a BMS document.

import { type Foreign, type ForeignPerson, noForeign, noPerson } from '../foreign.ts';
import type { BmsReader } from './read-bms.ts';
import { childAt, childrenOf, type XmlElement } from './xml-element.ts';

export function readBmsPeople(
  reader: BmsReader,
): Pick<Foreign, 'owner' | 'insured' | 'claimant' | 'estimator' | 'facility'> {
  const { values } = reader;
  const admin = childAt(reader.root, 'AdminInfo');
  const estimator = childAt(admin, 'Estimator/Party');
  return {
    owner: personOf(childAt(admin, 'Owner/Party'), reader),
    insured: personOf(childAt(admin, 'PolicyHolder/Party'), reader),
    claimant: personOf(childAt(admin, 'Claimant/Party'), reader),
    estimator: {
      first: values.text(estimator, 'PersonInfo/PersonName/FirstName', 60),
      last: values.text(estimator, 'PersonInfo/PersonName/LastName', 60),
      company: values.text(estimator, 'OrgInfo/CompanyName', 80),
    },
    facility: values.text(admin, 'RepairFacility/Party/OrgInfo/CompanyName', 80),
  };
}

function personOf(party: XmlElement | undefined, { values }: BmsReader): ForeignPerson | null {
  if (party === undefined) return null;
  const info = childAt(party, 'PersonInfo') ?? childAt(party, 'OrgInfo');
  const means = [...childrenOf(info, 'Communications'), ...childrenOf(childAt(party, 'ContactInfo'), 'Communications')];
  const by = (code: string): XmlElement | undefined => means.find((one) => values.text(one, 'CommQualifier') === code);
  const address = childAt(by('AL') ?? means.find((one) => childAt(one, 'Address') !== undefined), 'Address');
  const phone = (code: string): string => values.text(by(code), 'CommPhone', 30);
  const person = {
    ...noPerson,
    first: values.text(info, 'PersonName/FirstName', 60),
    last: values.text(info, 'PersonName/LastName', 60),
    company: values.text(party, 'OrgInfo/CompanyName', 80),
    street: values.oneLine(address, 'Address1', 120),
    street2: values.oneLine(address, 'Address2', 120),
    city: values.oneLine(address, 'City', 60),
    state: values.oneLine(address, 'StateProvince', 30),
    postalCode: values.text(address, 'PostalCode', 12),
    cell: phone('CP'),
    home: phone('HP'),
    business: phone('WP'),
    email: values.text(by('EM'), 'CommEmail', 120),
  };
  return Object.values(person).every((one) => one === '') ? null : person;
}

export function readBmsClaim(reader: BmsReader): Foreign['insurance'] {
  const { root, values } = reader;
  const claim = childAt(root, 'ClaimInfo');
  const coverage = childAt(claim, 'PolicyInfo/CoverageInfo/Coverage');
  return {
    ...noForeign.insurance,
    company: values.oneLine(root, 'AdminInfo/InsuranceCompany/Party/OrgInfo/CompanyName', 80),
    office: values.oneLine(root, 'AdminInfo/ClaimOffice/Party/OrgInfo/CompanyName', 80),
    claim: values.text(claim, 'ClaimNum', 30) || values.text(root, 'RefClaimNum', 30),
    policy: values.text(claim, 'PolicyInfo/PolicyNum', 30),
    lossDate: values.date(claim, 'LossInfo/Facts/LossDateTime'),
    lossCategory: values.text(coverage, 'CoverageCategory', 4),
    deductibleCents: values.maybeCents(coverage, 'DeductibleInfo/DeductibleAmt'),
    deductibleStatus: values.text(coverage, 'DeductibleInfo/DeductibleStatus', 4).toUpperCase(),
    loss: values.oneLine(claim, 'LossInfo/Facts/LossMemo', 38),
    adjuster: adjusterOf(reader),
  };
}

function adjusterOf(reader: BmsReader): Foreign['insurance']['adjuster'] {
  const person = personOf(childAt(reader.root, 'AdminInfo/Adjuster/Party'), reader) ?? noPerson;
  const { first, last, business, cell, email } = person;
  return { ...noForeign.insurance.adjuster, first, last, phone: business || cell, email };
}
