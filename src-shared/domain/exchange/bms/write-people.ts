// The people and the claim of a BMS document.

import { impactCodes } from '../../vehicle/impact.ts';
import type { Foreign, ForeignContact, ForeignPerson } from '../foreign.ts';
import { maybeCents } from './bms-text.ts';
import { bmsSupplier } from './suppliers.ts';
import { type MaybePiece, piece } from './xml-element.ts';

export function bmsPeople(foreign: Foreign): MaybePiece {
  const { owner, insured, claimant, estimator, facility, insurance, suppliers } = foreign;
  const name = (first: string, last: string): MaybePiece =>
    piece('PersonInfo', [piece('PersonName', [piece('FirstName', first), piece('LastName', last)])]);
  const company = (tag: string, text: string): MaybePiece =>
    piece(tag, [piece('Party', [piece('OrgInfo', [piece('CompanyName', text)])])]);
  return piece('AdminInfo', [
    company('InsuranceCompany', insurance.company),
    company('ClaimOffice', insurance.office),
    partyOf('PolicyHolder', insured),
    partyOf('Owner', owner),
    partyOf('Claimant', claimant),
    piece('Estimator', [
      piece('Party', [
        name(estimator.first, estimator.last),
        piece('OrgInfo', [piece('CompanyName', estimator.company)]),
      ]),
    ]),
    company('RepairFacility', facility),
    adjusterOf(insurance.adjuster),
    ...suppliers.map(bmsSupplier),
  ]);
}

function partyOf(tag: string, person: ForeignPerson | null): MaybePiece {
  if (person === null) return null;
  const phone = (code: string, number: string): MaybePiece =>
    number === '' ? null : piece('Communications', [piece('CommQualifier', code), piece('CommPhone', number)]);
  const address = piece('Address', [
    piece('Address1', person.street),
    piece('Address2', person.street2),
    piece('City', person.city),
    piece('StateProvince', person.state),
    piece('PostalCode', person.postalCode),
  ]);
  return piece(tag, [
    piece('Party', [
      piece('PersonInfo', [
        piece('PersonName', [piece('FirstName', person.first), piece('LastName', person.last)]),
        address === null ? null : piece('Communications', [piece('CommQualifier', 'AL'), address]),
      ]),
      piece('OrgInfo', [piece('CompanyName', person.company)]),
      piece('ContactInfo', [
        phone('CP', person.cell),
        phone('HP', person.home),
        phone('WP', person.business),
        person.email === ''
          ? null
          : piece('Communications', [piece('CommQualifier', 'EM'), piece('CommEmail', person.email)]),
      ]),
    ]),
  ]);
}

/** The agent and the number of the assignment have no place of their own in this document. */
const adjusterOf = ({ first, last, phone, email }: ForeignContact): MaybePiece =>
  piece('Adjuster', [
    piece('Party', [
      piece('PersonInfo', [piece('PersonName', [piece('FirstName', first), piece('LastName', last)])]),
      piece('ContactInfo', [
        phone === '' ? null : piece('Communications', [piece('CommQualifier', 'WP'), piece('CommPhone', phone)]),
        email === '' ? null : piece('Communications', [piece('CommQualifier', 'EM'), piece('CommEmail', email)]),
      ]),
    ]),
  ]);

/** BMS writes 5 where EMS writes 05. */
const bare = (code: string): string => code.replace(/^0(?=\d)/, '');

/** The deductible is part of the sums and goes along; who insures and which claim only with the people. */
export function bmsClaim({ insurance, rates, vehicle }: Foreign, people: boolean): MaybePiece {
  const named = (text: string): string => (people ? text : '');
  return piece('ClaimInfo', [
    piece('ClaimNum', named(insurance.claim)),
    piece('PolicyInfo', [
      piece('PolicyNum', named(insurance.policy)),
      piece('CoverageInfo', [
        piece('Coverage', [
          piece('CoverageCategory', insurance.lossCategory),
          piece('DeductibleInfo', [
            piece('DeductibleStatus', insurance.deductibleStatus),
            piece('DeductibleAmt', maybeCents(insurance.deductibleCents)),
          ]),
        ]),
      ]),
    ]),
    piece('LossInfo', [
      piece('Facts', [
        piece('LossDateTime', insurance.lossDate),
        piece('PrimaryPOI', [piece('POICode', bare(vehicle.impact))]),
        ...impactCodes(vehicle.impacts).map((code) => piece('SecondaryPOI', [piece('POICode', bare(code))])),
        piece('DamageMemo', vehicle.damage),
        piece('LossMemo', insurance.loss),
      ]),
    ]),
    rates.allowance === null
      ? null
      : piece('CustomElement', [
          piece('CustomElementID', 'Apply ATS Allowance Rate'),
          piece('CustomElementInd', rates.allowance ? 'Y' : 'N'),
        ]),
  ]);
}
