// What the list says of a workfile and the search knows of it, derived from its records alone.

import type { DmsEvent } from '../dms/dms-event.ts';
import { dmsMarksOf } from '../dms/dms-marks.ts';
import type { Estimate } from '../estimate/estimate.ts';
import { priceEstimate } from '../estimate/price-estimate.ts';
import type { Rates } from '../estimate/rates.ts';
import type { SheetLine } from '../estimate/refinish/automatic-lines.ts';
import type { Insurance } from '../insurance/insurance.ts';
import { asTheyCount, type Contact, contactLabel, phonesOf } from '../people/contact.ts';
import { phoneDigits } from '../people/phone.ts';
import type { Appointment } from '../plan/appointment.ts';
import { countingOf, planOf } from '../plan/milestone.ts';
import { openTasks, type Task } from '../plan/task.ts';
import { receivedCents } from '../receipt/balance.ts';
import type { Receipts } from '../receipt/receipt.ts';
import { type Vehicle, vehicleLabel } from '../vehicle/vehicle.ts';
import { binnedAt } from './bin.ts';
import { isTotalLoss } from './total-loss.ts';
import { type Workfile, workfileLabel } from './workfile.ts';

/**
 * Which facts a heading has: one more with each that is added. A row of the list with fewer, of an older version here or
 * in the cloud, is derived anew.
 */
export const headingFacts = 2;

export type Heading = {
  readonly label: string;
  readonly stage: string;
  readonly owner: string;
  /** The shop's customer who the owner is; empty where nobody said. */
  readonly customer: string;
  readonly vehicle: string;
  readonly vin: string;
  readonly plate: string;
  readonly insurer: string;
  readonly claim: string;
  readonly estimator: string;
  /** The digits of every contact's numbers, for searching. */
  readonly phones: string;
  /** Who else stands in it, a name a line, for searching: whoever is not the owner, and the owner's company beside a person. */
  readonly names: string;
  readonly totalCents: number;
  /** What was received of it. */
  readonly receivedCents: number;
  /** The numbers of its receipts, for searching. */
  readonly receipts: string;
  /** When the vehicle came or is to come in and out, `2026-11-21`: actual, else revised, else planned; empty until known. */
  readonly vehicleIn: string;
  readonly vehicleOut: string;
  /** Whether the vehicle has come. */
  readonly arrived: boolean;
  /** Whether the vehicle has left. */
  readonly delivered: boolean;
  readonly totalLoss: boolean;
  /** The first day by which a task of it is to be done; empty where none has a day. */
  readonly taskDue: string;
  /** The days of its appointments, `2026-11-21 2026-12-01`. */
  readonly appointments: string;
  /** What is open between it and the dealer's system: `DmsMark`s with a space between them. */
  readonly dms: string;
  /** When it was put into the bin; 0 while it is not there. */
  readonly binnedAt: number;
};

/** The records of a workfile that are not deleted, each kind oldest first; of most kinds only the first one counts. */
export type HeadedRecords = {
  readonly workfile: Workfile;
  readonly contacts: readonly Contact[];
  readonly vehicles: readonly Vehicle[];
  readonly insurances: readonly Insurance[];
  readonly rates: readonly Rates[];
  readonly estimates: readonly Estimate[];
  readonly ledger: Receipts;
  readonly tasks: readonly Task[];
  readonly appointments: readonly Appointment[];
  readonly dmsEvents: readonly DmsEvent[];
  /** In the order of the estimate. */
  readonly lines: () => readonly SheetLine[];
};

/** The heading of a workfile. */
export function headingOf(records: HeadedRecords): Heading {
  const { workfile, vehicles, insurances, ledger } = records;
  const contacts = asTheyCount(records.contacts);
  const named = contacts.find(({ parent }) => parent.role === 'owner');
  const owner = named ?? contacts[0];
  const [vehicle] = vehicles;
  const [insurance] = insurances;
  const numbers = contacts.flatMap(phonesOf);
  const plan = planOf(workfile);
  return {
    label: workfileLabel(workfile.id, workfile.number.ro),
    stage: workfile.stage.stage,
    owner: owner === undefined ? '' : contactLabel(owner.name),
    customer: named?.customer?.customerId ?? '',
    vehicle: vehicle === undefined ? '' : vehicleLabel(vehicle.identity),
    vin: vehicle?.identity.vin ?? '',
    plate: vehicle?.plate.number ?? '',
    insurer: insurance?.company.name ?? '',
    claim: insurance?.claim.number ?? '',
    estimator: workfile.tracking.estimator,
    names: otherNames(contacts, owner),
    phones: [...new Set(numbers.map(phoneDigits).filter((digits) => digits !== ''))].join(' '),
    totalCents: totalOf(records),
    receivedCents: receivedCents(ledger),
    receipts: ledger.receipts.map(({ number }) => number.number).join(' '),
    vehicleIn: countingOf(plan.vehicleIn).date,
    vehicleOut: countingOf(plan.vehicleOut).date,
    arrived: plan.vehicleIn.complete || plan.vehicleIn.actualDate !== '',
    delivered: plan.vehicleOut.complete || plan.vehicleOut.actualDate !== '',
    totalLoss: isTotalLoss(workfile),
    taskDue: openTasks(records.tasks)[0]?.about.due ?? '',
    appointments: daysOf(records.appointments),
    dms: dmsMarksOf(records).join(' '),
    binnedAt: binnedAt({ workfile, estimates: records.estimates, receipts: ledger.receipts }),
  };
}

const daysOf = (appointments: readonly Appointment[]): string =>
  [...new Set(appointments.map(({ about }) => about.date).filter((date) => date !== ''))].toSorted().join(' ');

/** Both names of whoever has a person's and a company's; what the list says of the owner is not said again. */
function otherNames(contacts: readonly Contact[], owner: Contact | undefined): string {
  const shown = owner === undefined ? '' : contactLabel(owner.name);
  const names = contacts.flatMap(({ name }) => [contactLabel(name), name.company]);
  return [...new Set(names.filter((name) => name !== '' && name !== shown))].join('\n');
}

function totalOf({ rates: [rates], estimates: [estimate], insurances: [insurance], lines }: HeadedRecords): number {
  if (rates === undefined || estimate === undefined || insurance === undefined) return 0;
  return priceEstimate({ lines: lines(), rates, estimate, insurance }).totals.grandTotal;
}
