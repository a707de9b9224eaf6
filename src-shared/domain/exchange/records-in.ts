// A foreign estimate as the groups of our records: people, vehicle, insurance, rates, estimate and lines.

import { isCivilDate } from '../../base/dates.ts';
import { maxCents } from '../../base/money.ts';
import type { EstimatePricing, InsurancePricing } from '../estimate/adjustment-groups.ts';
import { estimatePricingGroups, insurancePricingGroups } from '../estimate/adjustment-groups.ts';
import type { Estimate } from '../estimate/estimate.ts';
import { type Insurance, insuranceSpec } from '../insurance/insurance.ts';
import type { Contact, ContactRole } from '../people/contact.ts';
import { emptyGroup } from '../record.ts';
import { impactCode, impactCodes } from '../vehicle/impact.ts';
import type { Vehicle } from '../vehicle/vehicle.ts';
import { readOptions, withOptions } from '../vehicle/vehicle-options.ts';
import { type Foreign, type ForeignPerson, noPerson } from './foreign.ts';
import { meaningsOf } from './line-in.ts';
import { type ImportedLine, importLines } from './lines-in.ts';
import { type RateGroups, ratesOfForeign } from './rates-in.ts';
import { type Imported, packHead } from './vendor.ts';

type ContactGroups = Pick<Contact, 'name' | 'cell' | 'home' | 'business' | 'email' | 'address'>;
type VehicleGroups = Pick<Vehicle, 'identity' | 'plate' | 'mileageIn' | 'paint' | 'production' | 'condition'> & {
  readonly [N in 'impact' | 'options' | 'damage']: NonNullable<Vehicle[N]>;
};
type Further = 'adjuster' | 'agent' | 'loss' | 'coverage' | 'assignment';
type InsuranceGroups = Pick<Insurance, 'payer' | 'company' | 'claim' | 'deductible'> &
  InsurancePricing & { readonly [N in Further]: NonNullable<Insurance[N]> };
type EstimateGroups = Pick<Estimate, 'charges'> & EstimatePricing;

/** What an import makes: groups of each record, and where they came from. */
export type ImportedRecords = {
  readonly label: string;
  readonly contacts: readonly { readonly role: ContactRole; readonly groups: ContactGroups }[];
  readonly vehicle: VehicleGroups;
  readonly insurance: InsuranceGroups;
  readonly rates: RateGroups;
  readonly estimate: EstimateGroups;
  readonly lines: readonly ImportedLine[];
  readonly imported: Imported;
};

/** Where a file was read, and when. */
export type Reading = { readonly file: string; readonly at: number };

/** Makes our groups of a foreign estimate. */
export function recordsOf(foreign: Foreign, { file, at }: Reading): ImportedRecords {
  const { document } = foreign;
  const { lines, leftOut } = importLines(foreign);
  const label = /^[ES]\d\d$/.test(document.version) ? document.version : 'E01';
  return {
    label,
    contacts: contactsOf(foreign),
    vehicle: vehicleOf(foreign.vehicle),
    insurance: insuranceOf(foreign),
    rates: ratesOfForeign(foreign, meaningsOf(foreign)),
    estimate: estimateOf(foreign),
    lines,
    imported: {
      format: document.format,
      system: document.system,
      fileId: document.fileId || document.id,
      version: document.version,
      file: file.slice(0, 255),
      at,
      lineCount: lines.length,
      head: packHead(foreign, leftOut),
    },
  };
}

function contactsOf({ owner, insured, claimant }: Foreign): ImportedRecords['contacts'] {
  const made = (role: ContactRole, person: ForeignPerson | null) =>
    person === null ? [] : [{ role, groups: contactGroups(person) }];
  return [
    { role: 'owner' as const, groups: contactGroups(owner ?? noPerson) },
    ...made('insured', insured),
    ...made('claimant', claimant),
  ];
}

export const contactGroups = (person: ForeignPerson): ContactGroups => ({
  name: { first: person.first, last: person.last, company: person.company },
  cell: { number: person.cell },
  home: { number: person.home },
  business: { number: person.business },
  email: { address: person.email },
  address: {
    street: person.street,
    street2: person.street2,
    city: person.city,
    state: person.state,
    postalCode: person.postalCode,
  },
});

const milesOf = (kilometres: number): number => Math.round(kilometres / 1.609_344);

export const vehicleOf = (vehicle: Foreign['vehicle']): VehicleGroups => ({
  identity: {
    vin: vehicle.vin,
    year: vehicle.year,
    make: vehicle.make,
    model: vehicle.model,
    trim: vehicle.trim,
    body: vehicle.body,
    engine: vehicle.engine,
    source: vehicle.make === '' && vehicle.year === 0 ? '' : 'hand',
  },
  plate: { number: vehicle.plate, state: vehicle.plateState },
  mileageIn: { miles: vehicle.kilometres ? milesOf(vehicle.miles) : vehicle.miles },
  paint: { color: vehicle.color, code: vehicle.paintCode },
  production: { month: vehicle.produced },
  condition: { text: vehicle.condition, priorDamage: vehicle.priorDamage },
  impact: impactOf(vehicle),
  options: { list: [...withOptions([], readOptions(vehicle.options))] },
  damage: { text: vehicle.damage },
});

function impactOf({ impact, impacts }: Foreign['vehicle']): VehicleGroups['impact'] {
  const primary = impactCode(impact);
  return { primary, secondary: impactCodes(impacts).filter((code) => code !== primary) };
}

/** A deductible or a claim says that an insurance company pays; a waived one is kept with its sum. */
export function insuranceOf({ insurance }: Foreign): InsuranceGroups {
  const { company, office, claim, policy, lossDate, deductibleCents, deductibleStatus } = insurance;
  const { company: _, ...adjuster } = insurance.adjuster;
  const deductible = deductibleCents ?? 0;
  const isInsured = company !== '' || claim !== '' || deductible > 0;
  return {
    payer: { payer: isInsured ? 'Insurance Company' : emptyGroup(insuranceSpec, 'payer').payer },
    company: { name: company, claimOffice: office },
    claim: { number: claim, policy, lossDate: isCivilDate(lossDate) ? lossDate : '' },
    deductible: { amountCents: Math.max(0, Math.min(deductible, maxCents)) },
    deductibleRule: {
      ...insurancePricingGroups.deductibleRule.parse({}),
      waived: deductibleStatus.startsWith('W'),
    },
    adjuster,
    agent: insurance.agent,
    loss: { type: insurance.loss },
    coverage: { code: insurance.lossCategory },
    assignment: { reference: insurance.assignment },
  };
}

/** Appearance allowance and prior damage are sums of the estimate; lines that are prior damage count by themselves. */
export function estimateOf({ towingCents, storageCents, otherCents, totals, vehicle, lines }: Foreign): EstimateGroups {
  const sum = (stated: number | null): number => Math.max(0, stated ?? 0);
  const hasPrior = (code: string, operation: string): boolean =>
    lines.some(({ whoPays, labor }) => whoPays === code || labor.some((one) => one.operation === operation));
  const usual = estimatePricingGroups.finish.parse({});
  const { stages } = vehicle;
  return {
    charges: { towingCents, storageCents, otherCents },
    adjustments: {
      appearanceAllowanceCents: sum(totals.appearanceCents),
      relatedPriorCents: hasPrior('RP', 'OP17') ? 0 : sum(totals.relatedPriorCents),
      unrelatedPriorCents: hasPrior('UP', 'OP19') ? 0 : sum(totals.unrelatedPriorCents),
    },
    finish: { ...usual, stages: stages === 1 || stages === 3 ? stages : 2 },
  };
}
