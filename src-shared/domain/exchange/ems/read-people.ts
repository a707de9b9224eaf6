// The people and the claim of an EMS set: owner, insured, claimant, and the insurer; the rest is not taken over.

import { type Foreign, type ForeignContact, type ForeignPerson, noForeign, noPerson } from '../foreign.ts';
import type { Cells } from './ems-cells.ts';
import { readPhone } from './ems-phone.ts';
import type { SetReader } from './read-ems.ts';

export function readPeople({
  first,
}: SetReader): Pick<Foreign, 'owner' | 'insured' | 'claimant' | 'estimator' | 'facility'> {
  const [ad1, ad2] = [first('ad1'), first('ad2')];
  return {
    owner: personOf(ad1, 'OWNR'),
    insured: personOf(ad1, 'INSD'),
    claimant: personOf(ad2, 'CLMT'),
    estimator: {
      first: ad2.text('EST_CT_FN', 60),
      last: ad2.text('EST_CT_LN', 60),
      company: ad2.text('EST_CO_NM', 80),
    },
    facility: ad2.text('RF_CO_NM', 80),
  };
}

/** Of two numbers the first is a person's own: EMS does not say which is a cell phone. */
function personOf(cells: Cells, prefix: string): ForeignPerson | null {
  const text = (name: string, max: number): string => cells.text(`${prefix}_${name}`, max);
  const person = {
    ...noPerson,
    first: text('FN', 60),
    last: text('LN', 60),
    company: text('CO_NM', 80),
    street: text('ADDR1', 120),
    street2: text('ADDR2', 120),
    city: text('CITY', 60),
    state: text('ST', 30),
    postalCode: text('ZIP', 12),
    cell: readPhone(cells, `${prefix}_PH1`),
    home: readPhone(cells, `${prefix}_PH2`),
    email: text('EA', 120),
  };
  return Object.values(person).every((one) => one === '') ? null : person;
}

export function readClaim({ first }: SetReader): Foreign['insurance'] {
  const ad1 = first('ad1');
  return {
    ...noForeign.insurance,
    company: ad1.text('INS_CO_NM', 80),
    office: ad1.text('CLM_OFC_NM', 80),
    claim: ad1.text('CLM_NO', 30),
    policy: ad1.text('POLICY_NO', 30),
    lossDate: ad1.date('LOSS_DATE'),
    lossCategory: ad1.text('LOSS_CAT', 4),
    deductibleCents: ad1.maybeCents('DED_AMT'),
    deductibleStatus: ad1.text('DED_STATUS', 4).toUpperCase(),
    loss: ad1.text('LOSS_DESC', 38),
    assignment: ad1.text('ASGN_NO', 25),
    adjuster: contactOf(ad1, 'INS'),
    agent: { ...contactOf(ad1, 'AGT'), company: ad1.text('AGT_CO_NM', 80) },
  };
}

const contactOf = (cells: Cells, prefix: string): ForeignContact => ({
  first: cells.text(`${prefix}_CT_FN`, 60),
  last: cells.text(`${prefix}_CT_LN`, 60),
  company: '',
  phone: readPhone(cells, `${prefix}_CT_PH`),
  email: cells.text(`${prefix}_EA`, 120),
});
