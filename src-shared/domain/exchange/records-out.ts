// Our records as a foreign estimate, ready to be written into a file. What came from a file and was not changed goes back as it was.

import { sameValue } from '../../base/same-value.ts';
import type { EstimatePricing, InsurancePricing } from '../estimate/adjustment-groups.ts';
import type { Estimate } from '../estimate/estimate.ts';
import type { Totals } from '../estimate/totals.ts';
import type { Insurance } from '../insurance/insurance.ts';
import { asTheyCount, type Contact } from '../people/contact.ts';
import { emptyGroup } from '../record.ts';
import { type Vehicle, vehicleSpec } from '../vehicle/vehicle.ts';
import { ownSystem } from './codes.ts';
import { type Foreign, type ForeignPerson, noForeign, noPerson } from './foreign.ts';
import { type Meanings, meaningsOf } from './line-in.ts';
import type { ImportedLine } from './lines-in.ts';
import { exportLines, type LineStyle } from './lines-out.ts';
import type { RateGroups } from './rates-in.ts';
import { foreignRates } from './rates-out.ts';
import { contactGroups, estimateOf, vehicleOf } from './records-in.ts';
import { foreignTotals } from './totals-out.ts';
import { headOf, type Imported, noImport, sourceOf } from './vendor.ts';

/** Everything of a workfile that goes into a file. Lines stand in order; the totals are our own. */
export type ExportedRecords = {
  readonly label: string;
  readonly estimator: string;
  readonly roNumber: string;
  readonly contacts: readonly Contact[];
  readonly vehicle: Vehicle;
  readonly insurance: Insurance & Partial<InsurancePricing>;
  readonly rates: RateGroups;
  readonly estimate: Pick<Estimate, 'charges'> & EstimatePricing;
  readonly lines: readonly ImportedLine[];
  readonly imported: Imported | undefined;
  readonly totals: Totals;
};

/** How the file is to be: its format, the ids it bears if it had none, and the moment it is made. */
export type Writing = {
  readonly style: LineStyle;
  readonly ids: { readonly id: string; readonly fileId: string };
  readonly softwareVersion: string;
  /** `2026-11-22` and `HHMMSS`. */
  readonly created: string;
  readonly createdTime: string;
};

/** Makes a foreign estimate of our records. */
export function foreignOf(records: ExportedRecords, writing: Writing): Foreign {
  const head = headOf(records.imported ?? noImport);
  const meanings = meaningsOfExport(records, head);
  const { lines, isAsRead: hasLinesAsRead } = exportLines(records.lines, head?.lines ?? [], {
    meanings,
    style: writing.style,
    isSameFormat: records.imported?.format === writing.style.format,
  });
  const rates = foreignRates(records.rates, head, meanings);
  const estimate = head === undefined ? undefined : estimateOf(head);
  const isAsRead =
    head !== undefined &&
    rates === head.rates &&
    hasLinesAsRead &&
    records.lines.length === records.imported?.lineCount &&
    sameEstimate(records, estimate) &&
    sameDeductible(records, head);
  return {
    ...noForeign,
    document: documentOf(records, writing, head),
    owner: personOf(records.contacts, 'owner'),
    insured: personOf(records.contacts, 'insured'),
    claimant: personOf(records.contacts, 'claimant'),
    estimator: head?.estimator ?? { ...noForeign.estimator, last: records.estimator.slice(0, 35) },
    facility: head?.facility ?? '',
    suppliers: head?.suppliers ?? [],
    insurance: insuranceOut(records.insurance),
    vehicle: vehicleOut(records, head),
    ...records.estimate.charges,
    rates,
    lines: [...lines],
    totals: isAsRead ? head.totals : foreignTotals(records.totals, meanings, records.estimate.charges),
  };
}

const sameEstimate = ({ estimate }: ExportedRecords, was: ReturnType<typeof estimateOf> | undefined): boolean =>
  was !== undefined && sameValue({ ...was }, { ...estimate });

const sameDeductible = ({ insurance }: ExportedRecords, head: Foreign): boolean =>
  head.totals.deductibleCents === null || insurance.deductible.amountCents === Math.abs(head.totals.deductibleCents);

/** What the codes of the file will mean: those of its own head and lines, before ours. */
function meaningsOfExport({ lines, imported }: ExportedRecords, head: Foreign | undefined): Meanings {
  const sources = lines.flatMap(({ vendor }) => sourceOf(vendor)?.line ?? []);
  const document = head?.document ?? { ...noForeign.document, system: imported?.system || ownSystem };
  return meaningsOf({ document, rates: head?.rates ?? noForeign.rates, lines: [...sources, ...(head?.lines ?? [])] });
}

function documentOf(
  records: ExportedRecords,
  { ids, style, softwareVersion, created, createdTime }: Writing,
  head: Foreign | undefined,
): Foreign['document'] {
  const own = { ...noForeign.document, ...ids, system: ownSystem, software: 'Shopfile', softwareVersion };
  const was = head?.document ?? own;
  return {
    ...was,
    ...countryOf(was, records.rates.reckoning.by === 'family'),
    format: style.format,
    version: records.label,
    roId: records.roNumber.slice(0, 8) || was.roId,
    created,
    createdTime,
  };
}

/** A reckoning by family is Canada's; where a file came from stays while that is so. */
function countryOf({ country, currency }: Foreign['document'], isFamily: boolean) {
  const wasFamily = currency === 'CAD' || country === 'CAN';
  const isSaid = country !== '' || currency !== '';
  if (isSaid && wasFamily === isFamily) return { country, currency };
  return isFamily ? { country: 'CAN', currency: 'CAD' } : { country: 'USA', currency: 'USD' };
}

function personOf(contacts: readonly Contact[], role: Contact['parent']['role']): ForeignPerson | null {
  const contact = asTheyCount(contacts).find((one) => one.parent.role === role && !one.deleted);
  if (contact === undefined) return null;
  const { name, cell, home, business, email, address } = contact;
  const person: ForeignPerson = {
    ...noPerson,
    ...name,
    ...address,
    cell: cell.number,
    home: home.number,
    business: business.number,
    email: email.address,
  };
  return sameValue({ ...contactGroups(person) }, { ...contactGroups(noPerson) }) ? null : person;
}

function insuranceOut(insurance: ExportedRecords['insurance']): Foreign['insurance'] {
  const { payer, company, claim, deductible, deductibleRule } = insurance;
  const isInsured = payer.payer === 'Insurance Company';
  const isWaived = deductibleRule?.waived === true;
  return {
    ...noForeign.insurance,
    company: company.name,
    office: company.claimOffice,
    claim: claim.number,
    policy: claim.policy,
    lossDate: claim.lossDate,
    deductibleCents: isInsured || deductible.amountCents > 0 ? deductible.amountCents : null,
    deductibleStatus: isWaived ? 'W' : isInsured && deductible.amountCents > 0 ? 'D2' : '',
    loss: insurance.loss?.type ?? '',
    lossCategory: insurance.coverage?.code ?? '',
    assignment: insurance.assignment?.reference ?? '',
    adjuster: { ...noForeign.insurance.adjuster, ...insurance.adjuster },
    agent: { ...noForeign.insurance.agent, ...insurance.agent },
  };
}

function vehicleOut({ vehicle, estimate }: ExportedRecords, head: Foreign | undefined): Foreign['vehicle'] {
  const { stages } = estimate.finish;
  const was = head?.vehicle;
  const ours = {
    identity: vehicle.identity,
    plate: vehicle.plate,
    mileageIn: vehicle.mileageIn,
    paint: vehicle.paint,
    production: vehicle.production,
    condition: vehicle.condition,
    impact: vehicle.impact ?? emptyGroup(vehicleSpec, 'impact'),
    options: vehicle.options ?? emptyGroup(vehicleSpec, 'options'),
    damage: vehicle.damage ?? emptyGroup(vehicleSpec, 'damage'),
  };
  const usualStages = was === undefined || (was.stages !== 1 && was.stages !== 3) ? 2 : was.stages;
  const staged = usualStages === stages ? (was?.stages ?? 2) : stages;
  if (was !== undefined && sameValue({ ...vehicleOf(was) }, ours)) return { ...was, stages: staged };
  return {
    ...noForeign.vehicle,
    ...was,
    kilometres: false,
    vin: vehicle.identity.vin,
    year: vehicle.identity.year,
    make: vehicle.identity.make,
    model: vehicle.identity.model,
    trim: vehicle.identity.trim,
    body: vehicle.identity.body,
    engine: vehicle.identity.engine,
    plate: vehicle.plate.number,
    plateState: vehicle.plate.state,
    miles: vehicle.mileageIn.miles,
    color: vehicle.paint.color,
    paintCode: vehicle.paint.code,
    produced: vehicle.production.month,
    condition: vehicle.condition.text,
    priorDamage: vehicle.condition.priorDamage,
    impact: ours.impact.primary,
    impacts: ours.impact.secondary.join(' '),
    options: ours.options.list.join('\n'),
    damage: ours.damage.text,
    stages: staged,
  };
}
